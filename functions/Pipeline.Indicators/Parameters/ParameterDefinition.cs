using System.Text.Json;
using Pipeline.Domain;

namespace Pipeline.Indicators.Parameters;

/// <summary>One parameter as its file states it: a rule's free choice with its history, its reasons and the date it was last confirmed.</summary>
internal sealed record ParameterDefinition
{
    /// <summary>Identifier, rule first: <c>price.reference</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Unit of the value; <c>1</c> for shares and scores, <c>text</c> or <c>table</c> where it has none.</summary>
    public required string Unit { get; init; }

    /// <summary>Who may see the value.</summary>
    public required AccessLabel Label { get; init; }

    /// <summary><c>policy</c> where a policy paper fixes it, <c>proposal</c> where the papers leave the choice open, <c>reading</c> where the data force one, <c>sample</c> where the value is synthetic and the one in force is kept elsewhere.</summary>
    public required string Basis { get; init; }

    /// <summary>Values by the first day on which they are in force, oldest first.</summary>
    public required IReadOnlyList<DatedValue> Values { get; init; }

    /// <summary>Day on which a person last confirmed that the newest value still holds.</summary>
    public required DateOnly LastConfirmedOn { get; init; }

    /// <summary>How long a confirmation lasts: <c>P1Y</c> or <c>P6M</c>.</summary>
    public required string ConfirmEvery { get; init; }

    /// <summary>File the parameter stands in, for messages.</summary>
    internal string File { get; init; } = string.Empty;

    /// <summary>Place in a scenario that assumes the value, or none for a parameter of the files.</summary>
    internal SourceCell? Assumed { get; init; }
}

/// <summary>A value, the day from which it is in force, and why.</summary>
internal sealed record DatedValue
{
    /// <summary>First day on which the value is in force.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Number, text, list or table.</summary>
    public required JsonElement Value { get; init; }

    /// <summary>Why this value, where nothing prints it.</summary>
    public string? Reason { get; init; }

    /// <summary>Paper, clause or page that prints it.</summary>
    public string? Reference { get; init; }

    /// <summary>Line of the file on which the value begins, or 0 where it was read from no file; for messages.</summary>
    internal int Line { get; init; }
}
