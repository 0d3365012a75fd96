using Pipeline.Domain;

namespace Pipeline.Sources;

/// <summary>What a reader made of one file.</summary>
/// <param name="Source">Identifier of the source.</param>
/// <param name="Edition">Edition as the publisher counts: <c>2026</c>, <c>2020 (by country)</c>, <c>2023 release, 1996-2022</c>.</param>
/// <param name="Layout">Name of the layout that was recognised.</param>
/// <param name="RowsRead">Data rows of the file, kept or not.</param>
/// <param name="Observations">Typed rows, in file order.</param>
/// <param name="Quarantined">Rows that were set aside, with rule and place.</param>
public sealed record ReadResult(
    string Source,
    string Edition,
    string Layout,
    long RowsRead,
    IReadOnlyList<Observation> Observations,
    IReadOnlyList<QuarantinedRow> Quarantined)
{
    /// <summary>Rows that belong to no mineral under watch and were passed over on purpose.</summary>
    public long RowsOutOfScope { get; init; }

    /// <summary>Day from which the figures could be known, or none where neither the file nor the publisher's calendar tells it.</summary>
    public DateOnly? PublishedOn { get; init; }
}

/// <summary>A single bad row, kept whole so that nothing is lost, unless it is <see cref="Restricted"/>.</summary>
/// <param name="Rule">Rule it broke, as a short stable code.</param>
/// <param name="Cell">Where it stands.</param>
/// <param name="Expected">What the rule asks for.</param>
/// <param name="Found">What stood there.</param>
/// <param name="Row">The whole row as text.</param>
public sealed record QuarantinedRow(string Rule, SourceCell Cell, string Expected, string Found, string Row)
{
    /// <summary>Rule of rows that only the closed application may hold: their cells are not repeated here.</summary>
    public const string Restricted = "restricted";
}
