using Pipeline.Briefings.Numbers;
using Pipeline.Domain;
using Pipeline.Sources.Corrections;

namespace Pipeline.App.Api;

/// <summary>Answer of <c>/observations/{id}/evidence</c>: a figure, and what it rests on down to the cells.</summary>
/// <param name="Meta">Vintage that states the figure.</param>
/// <param name="Observation">The figure as its row states it.</param>
/// <param name="Address">What the formulas and trees lead to: the figure, or an end of its interval where the figure is missing; none where neither is there.</param>
/// <param name="Formulas">How it follows from the evidence, in the order of computation; the last one gives it. Empty where it is read off a cell.</param>
/// <param name="Evidence">Trees down to source cells with snapshot, file, sheet, row and column.</param>
/// <param name="Parameters">Parameters that were used.</param>
/// <param name="Corrections">Corrections that were applied to the cells.</param>
/// <param name="Sources">Files that the cells lie in, with publisher and licence.</param>
/// <param name="Links">Addresses that lead on.</param>
internal sealed record EvidencePage(
    Meta Meta,
    ObservationRow Observation,
    string? Address,
    IReadOnlyList<FigureFormula> Formulas,
    IReadOnlyList<EvidenceNode> Evidence,
    IReadOnlyList<ParameterUse> Parameters,
    IReadOnlyList<KnownCorrection> Corrections,
    IReadOnlyList<SourceUse> Sources,
    EvidenceLinks Links)
{
    /// <summary>The page of a figure.</summary>
    /// <exception cref="PipelineException">The figure does not lead to any cell.</exception>
    public static EvidencePage Of(VintageFigures vintage, Datum datum, MineralAssessment assessment)
    {
        ResolvedFigure? figure = Stated(datum) is { } path ? FigureResolver.ForReaders(assessment).Resolve(path.Of(datum.Mineral)) : null;
        // A result that states no figure at all rests on what its rule has looked at.
        IndicatorResult? result = figure is null ? assessment.Find(datum.Measure) : null;
        IReadOnlyList<EvidenceNode> evidence = figure?.Evidence ?? [.. result?.AllEvidence ?? []];
        List<EvidenceNode> nodes = [.. evidence.SelectMany(node => node.Walk())];
        HashSet<string> snapshots = [.. nodes.SelectMany(node => node.Cells).Select(cell => cell.Snapshot)];
        HashSet<string> corrections = [.. nodes.SelectMany(node => node.Corrections)];
        return new EvidencePage(
            Meta.Of(vintage.Published, vintage.Manifest),
            ObservationRow.Of(datum, vintage.Published.Vintage),
            figure?.Address.Text,
            figure?.Formulas ?? [],
            evidence,
            figure?.Parameters ?? result?.Parameters ?? [],
            [.. KnownCorrections.All.Where(correction => corrections.Contains(correction.Id))],
            [.. assessment.Sources.Where(source => snapshots.Contains(source.Snapshot))],
            EvidenceLinks.Of(vintage, datum));
    }

    /// <summary>The figure where there is one, else an end of its interval.</summary>
    private static FigurePath? Stated(Datum datum) =>
        datum.Value is not null ? datum.Path
        : datum.Ends.Count == 0 ? null
        : datum.Low is not null ? datum.Ends[0]
        : datum.High is not null ? datum.Ends[1]
        : null;
}

/// <summary>Addresses that lead on from a figure.</summary>
/// <param name="Parameters">Parameters that were in force for the vintage, with their reasons and references.</param>
/// <param name="Indicator">What the figure means.</param>
/// <param name="Assessment">The assessment that it is a part of, in its vintage.</param>
/// <param name="Sources">Sources with their licences.</param>
/// <param name="Corrections">Known faults of publishers' files.</param>
internal sealed record EvidenceLinks(string Parameters, string Indicator, string Assessment, string Sources, string Corrections)
{
    /// <summary>The addresses for a figure of a vintage.</summary>
    public static EvidenceLinks Of(VintageFigures vintage, Datum datum) => new(
        ParameterRoutes.AddressOf(vintage.Manifest), $"/api/v1/indicators/{datum.Measure}", $"/api/v1/assessments/{datum.Mineral}?asOf={vintage.Published.Vintage}", "/api/v1/sources", "/api/v1/corrections");
}
