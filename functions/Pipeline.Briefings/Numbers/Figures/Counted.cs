using Pipeline.Domain;

namespace Pipeline.Briefings.Numbers.Figures;

/// <summary>A count that names each thing it counts, as evidence that is counted again.</summary>
internal static class Counted
{
    private const string OfVintage = "assessment";

    /// <summary>How many things there are.</summary>
    /// <param name="address">Address of the count.</param>
    /// <param name="counted">Name of each thing, as <c>cobalt/production-concentration</c>; none counts as 0.</param>
    /// <param name="kept">Where the things are found by their names.</param>
    public static ResolvedFigure Of(FigureAddress address, IReadOnlyList<string> counted, string kept = OfVintage) => new(address, counted.Count, "1", null, ResultStatus.Ok)
    {
        Formulas = counted.Count == 0 ? [] : [new FigureFormula("count", "count(counted)")],
        Evidence = counted.Count == 0
            ? [new EvidenceNode("counted", string.Empty, 0, "1") { Reference = kept == OfVintage ? "assessments of the vintage" : kept }]
            : [.. counted.Select(name => new EvidenceNode("counted", name, 1, "1") { Symbol = "counted", Reference = $"{kept}: {name}" })],
    };

    /// <summary>How many results there are.</summary>
    public static ResolvedFigure Of(FigureAddress address, IReadOnlyList<IndicatorResult> results) => Of(address, [.. results.Select(result => $"{result.Mineral}/{result.Indicator}")]) with
    {
        Illustrative = results.Any(result => result.Illustrative),
        Label = Labels.Highest(results.Select(result => result.Label)),
    };
}
