using Pipeline.Domain;

namespace Pipeline.Indicators.Scenarios;

/// <summary>The request as a source: what it assumes stands in cells that point into it, so that no assumption can pass for a published figure.</summary>
/// <param name="Hash">SHA-256 of the request.</param>
internal sealed record ScenarioSource(string Hash)
{
    /// <summary>Identifier of the source and name of its file.</summary>
    internal const string File = "scenario";

    /// <summary>Mark of every figure that rests on an assumption.</summary>
    internal const string Flag = "hypothetical";

    /// <summary>The request, for credit lines.</summary>
    internal SourceUse Use => new(
        File, Hash, File, "author of the scenario", "Assumptions of a scenario", "not published", "試算の仮定 / assumptions of a scenario", Illustrative: true);

    /// <summary>The cell at a place of the request.</summary>
    /// <param name="pointer">JSON pointer.</param>
    internal SourceCell Cell(string pointer) => new(Hash, File, null, 1, pointer) { Illustrative = true };

    /// <summary>True for a figure of the survey that a request states by itself, and not by changing one of the survey.</summary>
    internal static bool States(DomesticSupplyObservation row) => row.Citation == File && row.Flags.Contains(Flag);

    /// <summary>True for a cell of a request.</summary>
    internal bool Holds(SourceCell cell) => cell.Snapshot == Hash;
}
