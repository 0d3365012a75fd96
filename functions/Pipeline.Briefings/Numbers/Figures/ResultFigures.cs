using Pipeline.Domain;

namespace Pipeline.Briefings.Numbers.Figures;

/// <summary>Figures of results: <c>production-concentration/score</c>, <c>production-concentration/contributions/COD/share</c>.</summary>
internal static class ResultFigures
{
    public static ResolvedFigure? Find(MineralAssessment assessment, FigureAddress address, string[] words) => assessment.Find(words[0]) is not { } result ? null : words switch
    {
        [_, var figure] when Figure(result, figure) is var (value, unit) => Resolved(address, result, value, unit) with
        {
            // Steps are named by earlier steps: all up to the figure.
            Formulas = figure == ReasonText.Uncovered ? [.. UpTo(result.Formulas, "coverage"), new FigureFormula(figure, "1 - coverage")] : [.. UpTo(result.Formulas, figure)],
            Evidence = [.. result.AllEvidence],
            Status = result.Companions.FirstOrDefault(companion => companion.Id == figure) is { } companion ? result.StatusOf(companion) : result.Status,
        },
        [_, "contributions", var key, var figure] when Term(result, key, figure) is { } term => Resolved(address, result, term.Value, "1") with
        {
            Formulas = [.. UpTo(result.Formulas, figure switch { "share" => "shares", "term" => "terms", _ => string.Empty })],
            Evidence = figure == "factor" || result.Formulas.Count > 0 ? [.. result.AllEvidence] : [term.Evidence],
        },
        _ => null,
    };

    /// <summary>What holds for every figure of a result.</summary>
    public static ResolvedFigure Resolved(FigureAddress address, IndicatorResult result, double value, string unit) => new(address, value, unit, result.Period, result.Status)
    {
        Illustrative = result.Illustrative,
        Label = result.Label,
        Flags = result.Flags,
        Parameters = result.Parameters,
    };

    private static (double Value, string Unit)? Figure(IndicatorResult result, string figure)
    {
        (double? Value, string Unit) found = figure switch
        {
            "value" => (result.Value, result.Unit),
            "low" => (result.Low, result.Unit),
            "high" => (result.High, result.Unit),
            "score" => (result.Score, "1"),
            "scoreLow" => (result.ScoreLow, "1"),
            "scoreHigh" => (result.ScoreHigh, "1"),
            "coverage" => (result.Coverage, "1"),
            "imputedShare" => (result.ImputedShare, "1"),
            ReasonText.Uncovered => (1 - result.Coverage, "1"),
            _ => result.Companions.FirstOrDefault(companion => companion.Id == figure) is { } companion ? (companion.Value, companion.Unit) : (null, "1"),
        };
        return found.Value is { } value ? (value, found.Unit) : null;
    }

    private static (double Value, EvidenceNode Evidence)? Term(IndicatorResult result, string key, string figure)
    {
        Contribution? found = result.Contributions.FirstOrDefault(contribution => contribution.Key == key);
        double? value = figure switch { "share" => found?.Share, "factor" => found?.Factor, "term" => found?.Term, _ => null };
        return value is { } known ? (known, found!.Evidence) : null;
    }

    private static IEnumerable<FigureFormula> UpTo(IReadOnlyList<FigureFormula> formulas, string figure)
    {
        int place = formulas.Select(formula => formula.Figure).ToList().IndexOf(figure);
        return formulas.Take(place + 1);
    }
}

/// <summary>How many of the six indicators could be scored, and how many are high: <c>indicators/scored/count</c>.</summary>
internal static class IndicatorCounts
{
    public static ResolvedFigure? Find(MineralAssessment assessment, FigureAddress address, string[] words)
    {
        List<IndicatorResult> scored = [.. IndicatorId.Six.Select(assessment.Find).OfType<IndicatorResult>().Where(result => result.Score is not null)];
        List<IndicatorResult>? counted = words switch
        {
            [_, "scored", "count"] => scored,
            [_, "high", "count"] => [.. scored.Where(result => result.BandLow >= Band.High)],
            _ => null,
        };
        return counted is null or [] ? null : new ResolvedFigure(address, counted.Count, "1", null, ResultStatus.Ok)
        {
            Illustrative = counted.Exists(result => result.Illustrative),
            Label = Labels.Highest(counted.Select(result => result.Label)),
            Formulas = [new FigureFormula("count", "count(score)")],
            Evidence = [.. counted.Select(result => new EvidenceNode("score", result.Indicator, result.Score, "1") { Symbol = "score", Inputs = [.. result.AllEvidence] })],
        };
    }
}
