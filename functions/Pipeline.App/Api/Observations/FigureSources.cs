using Pipeline.Domain;

namespace Pipeline.App.Api;

/// <summary>Which sources the figures of an assessment rest on, and whether any of them is illustrative.</summary>
internal sealed class FigureSources
{
    private readonly Dictionary<string, SourceUse> bySnapshot;

    /// <summary>Looks up the sources of an assessment.</summary>
    public FigureSources(MineralAssessment assessment) =>
        bySnapshot = assessment.Sources.DistinctBy(source => source.Snapshot).ToDictionary(source => source.Snapshot, StringComparer.Ordinal);

    /// <summary>The figure with the sources of the trees that it rests on.</summary>
    public Datum Of(Datum datum, IEnumerable<EvidenceNode> evidence) => Of(datum, evidence.SelectMany(node => node.Walk()).SelectMany(node => node.Cells).ToList());

    /// <summary>The figure with the sources of the cells that it rests on.</summary>
    public Datum Of(Datum datum, IReadOnlyCollection<SourceCell> cells) => datum with
    {
        Sources = [.. cells.Select(cell => bySnapshot.GetValueOrDefault(cell.Snapshot)?.Source).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        Illustrative = datum.Illustrative || cells.Any(cell => cell.Illustrative || bySnapshot.GetValueOrDefault(cell.Snapshot) is { Illustrative: true }),
    };
}
