using Pipeline.Domain;

namespace Pipeline.Briefings.Numbers.Figures;

/// <summary>
/// Figures of all minerals together: <c>all/indicators/high/count</c>, <c>all/indicators/high/production-concentration/count</c>,
/// <c>all/minerals/count</c>, <c>all/parameters/selfSufficiency.goal</c>. A count rests on the results it counts, each named by its place among the
/// assessments, where its own figures have their addresses: also a result without a figure is counted.
/// </summary>
internal static class OverviewCountFigures
{
    public static ResolvedFigure? Find(OverviewCounts counts, IReadOnlyList<MineralAssessment> assessments, SelfSufficiencyGoal? goal, FigureAddress address) => address.Path.Words switch
    {
        ["parameters", _] when address.Path == FigurePath.Goal && goal is not null => GoalFigures.Of(goal, address),
        ["minerals", "count"] => Counted.Of(address, [.. counts.Cells.Select(cell => cell.Mineral).Distinct(StringComparer.Ordinal)]) with { Label = Label(counts.Cells) },
        ["minerals", "most-high", _, "count"] => MostHigh(counts, address),
        ["minerals", "without-rate", "count"] => Unrated(address, assessments, goal),
        ["indicators", var kind, "count"] when counts.Of(kind) is { } cells => Count(address, cells),
        ["indicators", var kind, var indicator, "count"] when IndicatorId.Six.Contains(indicator) && counts.Of(kind) is { } cells =>
            Count(address, [.. cells.Where(cell => cell.Indicator == indicator)]),
        _ => null,
    };

    private static ResolvedFigure? MostHigh(OverviewCounts counts, FigureAddress address)
    {
        (IReadOnlyList<string> minerals, _) = counts.MostHigh();
        for (int first = 1; first < minerals.Count; first++)
        {
            if (address.Path == FigurePath.MostHighAfter(first)) return Counted.Of(address, [.. minerals.Skip(first)]) with { Label = Label([.. counts.Cells.Where(cell => cell.IsHigh)]) };
        }

        return null;
    }

    private static ResolvedFigure Unrated(FigureAddress address, IReadOnlyList<MineralAssessment> assessments, SelfSufficiencyGoal? goal)
    {
        IReadOnlyList<string> minerals = RankingSection.Unrated(assessments, goal);
        IEnumerable<IndicatorResult> rates = assessments.Where(assessment => minerals.Contains(assessment.Mineral)).Select(assessment => assessment.Find(IndicatorId.SelfSufficiency)).OfType<IndicatorResult>();
        return Counted.Of(address, minerals) with { Label = Labels.Highest(rates.Select(rate => rate.Label)) };
    }

    private static ResolvedFigure Count(FigureAddress address, IReadOnlyList<OverviewCell> cells) => Counted.Of(address, [.. cells.Select(cell => $"{cell.Mineral}/{cell.Indicator}")]) with
    {
        Illustrative = cells.Any(cell => cell.Result is { Illustrative: true }),
        Label = Label(cells),
    };

    private static AccessLabel Label(IReadOnlyList<OverviewCell> cells) => Labels.Highest(cells.Select(cell => cell.Result?.Label ?? AccessLabel.Open));
}

/// <summary>The goal of self-sufficiency, and what a mineral is short of it: <c>zinc/self-sufficiency/gap</c>.</summary>
internal static class GoalFigures
{
    private const string Percent = "percent";

    public static ResolvedFigure Of(SelfSufficiencyGoal goal, FigureAddress address) =>
        new(address, goal.Percent, Percent, new CalendarYear(goal.Year), ResultStatus.Ok) { Evidence = [Node(goal)], Parameters = [goal.Parameter] };

    /// <summary>Goal minus what is known of the rate: the value, or the lower end. None where it is reached.</summary>
    public static ResolvedFigure? Gap(MineralAssessment assessment, SelfSufficiencyGoal? goal, FigureAddress address)
    {
        IndicatorResult? result = assessment.Find(IndicatorId.SelfSufficiency);
        return goal is null || result is null || RankingSection.Known(result) is not { } known || known >= goal.Percent ? null
            : ResultFigures.Resolved(address, result, goal.Percent - known, Percent) with
            {
                Formulas = [new FigureFormula("gap", "goal - rate")],
                Evidence = [Node(goal), new EvidenceNode("rate", result.Indicator, known, result.Unit) { Symbol = "rate", Inputs = [.. result.AllEvidence] }],
                Parameters = [.. result.Parameters, goal.Parameter],
            };
    }

    private static EvidenceNode Node(SelfSufficiencyGoal goal) => ParameterFigures.Node(goal.Parameter) with { Value = goal.Percent, Unit = Percent, Symbol = "goal" };
}
