using System.Globalization;
using Pipeline.Briefings.Charts;
using Pipeline.Domain;

namespace Pipeline.Briefings.Numbers.Figures;

/// <summary>Imports by calendar year: <c>imports/2020/total</c>, <c>printed-total</c>, <c>average</c>, <c>concentrate</c>, <c>refined</c>, <c>scrap</c>.</summary>
internal static class ImportFigures
{
    public static ResolvedFigure? Find(MineralAssessment assessment, FigureAddress address, string[] words)
    {
        if (words is not [_, var when, var figure]
            || assessment.Imports.FirstOrDefault(candidate => candidate.Year.Year.ToString(CultureInfo.InvariantCulture) == when) is not { } year)
        {
            return null;
        }

        return figure switch
        {
            "total" => year.Tonnes is { } tonnes ? Of(address, year, tonnes, year.Evidence) : null,
            "printed-total" => PrintedImports.Total(year) is { } sum ? PrintedTotal(address, year, sum) : null,
            "average" => year.MovingAverage is { } average ? Average(assessment, address, year, average) : null,
            "scrap" => Stage(year, figure) is { } scrap ? Of(address, year, scrap, year.ScrapEvidence ?? year.Evidence) : null,
            _ => Stage(year, figure) is { } part ? Of(address, year, part, Below(year.Evidence, figure)) : null,
        };
    }

    private static double? Stage(ImportYear year, string slug) => year.ByStage.FirstOrDefault(part => FigurePath.Slug(part.Stage) == slug)?.Tonnes;

    private static ResolvedFigure Of(FigureAddress address, ImportYear year, double tonnes, EvidenceNode? evidence) => new(address, tonnes, "t", year.Year, ResultStatus.Ok)
    {
        Flags = year.Flags, Evidence = evidence is null ? [] : [evidence],
    };

    /// <summary>The branch of a stage where the tree of the year has one, else the whole tree.</summary>
    private static EvidenceNode? Below(EvidenceNode? tree, string slug) => tree?.Inputs.FirstOrDefault(input => input.Symbol == "stage" && input.Subject == slug) ?? tree;

    private static ResolvedFigure PrintedTotal(FigureAddress address, ImportYear year, double sum)
    {
        ResolvedFigure plain = Of(address, year, sum, year.Evidence);
        if (PrintedImports.Parts(year).Count < 2) return plain;
        IEnumerable<EvidenceNode> parts = year.ByStage.Where(part => part is { Stage: Domain.Stage.Concentrate or Domain.Stage.Refined })
            .Select(part => new EvidenceNode("imports of the stage, contained metal", FigurePath.Slug(part.Stage), part.Tonnes, "t")
            {
                Symbol = "part", Inputs = Below(year.Evidence, FigurePath.Slug(part.Stage)) is { } tree ? [tree] : [],
            });
        return plain with { Formulas = [new FigureFormula("printed-total", "sum(floor(part + 0.5))")], Evidence = [.. parts] };
    }

    private static ResolvedFigure Average(MineralAssessment assessment, FigureAddress address, ImportYear year, double average)
    {
        HashSet<int> averaged = [.. year.AverageOf.Select(one => one.Year)];
        List<EvidenceNode> trees = [.. assessment.Imports.Where(one => averaged.Contains(one.Year.Year)).Select(one => one.Evidence).OfType<EvidenceNode>()];
        return new ResolvedFigure(address, average, "t", year.AverageOf is [var first, .., var last] ? new YearSpan(first, last) : year.Year, ResultStatus.Ok)
        {
            Flags = year.Flags,
            Formulas = [new FigureFormula("average", "mean(imports)")],
            Evidence = [.. trees.Select(tree => tree with { Symbol = "imports" })],
        };
    }
}
