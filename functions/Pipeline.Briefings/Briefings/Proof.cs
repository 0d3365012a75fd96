using Pipeline.Domain;

namespace Pipeline.Briefings;

/// <summary>What a printed figure rests on: the snapshots, the number of cells read from them, and the reference rows used.</summary>
/// <param name="Snapshots">SHA-256 of the snapshots, in ordinal order.</param>
/// <param name="Cells">Number of different source cells.</param>
/// <param name="References">Parameters and reference-table rows, in ordinal order.</param>
internal sealed record Proof(IReadOnlyList<string> Snapshots, int Cells, IReadOnlyList<string> References)
{
    /// <summary>The different source cells.</summary>
    public IReadOnlyCollection<SourceCell> SourceCells { get; private init; } = [];

    /// <summary>Snapshots of which some cells are not marked as illustrative, in ordinal order.</summary>
    public IReadOnlyList<string> Unmarked { get; private init; } = [];

    /// <summary>True when a cell is marked as illustrative.</summary>
    public bool AnyMarked { get; private init; }

    /// <summary>True when nothing leads back to a source.</summary>
    public bool IsEmpty => Cells == 0 && References.Count == 0;

    /// <summary>The evidence of a result.</summary>
    public static Proof Of(IndicatorResult result) => Of(result.AllEvidence);

    /// <summary>The evidence below some nodes.</summary>
    public static Proof Of(IEnumerable<EvidenceNode> nodes)
    {
        List<EvidenceNode> all = [.. nodes.SelectMany(node => node.Walk())];
        return Of(all.SelectMany(node => node.Cells), all.Select(node => node.Reference).OfType<string>());
    }

    /// <summary>The evidence of cells.</summary>
    public static Proof Of(IEnumerable<SourceCell> cells, IEnumerable<string>? references = null)
    {
        HashSet<SourceCell> distinct = [.. cells];
        return new Proof(
            [.. distinct.Select(cell => cell.Snapshot).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            distinct.Count,
            [.. (references ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)])
        {
            SourceCells = distinct,
            Unmarked = [.. distinct.Where(cell => !cell.Illustrative).Select(cell => cell.Snapshot).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            AnyMarked = distinct.Any(cell => cell.Illustrative),
        };
    }

    /// <summary>The proof, or an error when a figure is printed without any.</summary>
    /// <exception cref="MissingEvidenceException">There is no evidence.</exception>
    public Proof Required(string mineral, string figure) => !IsEmpty ? this : throw new MissingEvidenceException(new Fault(
        "briefing of " + mineral, figure, "at least one source cell or reference row", "none", "give the figure its evidence, or leave it out with a reason"));
}
