using Pipeline.Domain;

namespace Pipeline.Indicators.Scenarios;

/// <summary>Sets two assessments of one mineral side by side.</summary>
internal static class ComparisonOfResults
{
    private const double DaysOfYear = 365;

    /// <summary>Open results in the order of the assessment: what is internal has no place in an answer to every reader.</summary>
    internal static IReadOnlyList<IndicatorChange> Indicators(MineralAssessment before, MineralAssessment after) =>
        [.. before.Results.Where(result => result.Label == AccessLabel.Open)
            .Select(result => (Before: result, After: after.Find(result.Indicator)!))
            .Where(pair => pair.After.Label == AccessLabel.Open)
            .Select(pair => new IndicatorChange(
                pair.Before.Indicator,
                Vocabulary.Word(Term.Indicator, pair.Before.Indicator, Language.Japanese),
                Vocabulary.Word(Term.Indicator, pair.Before.Indicator, Language.English),
                Outcome.Of(pair.Before),
                Outcome.Of(pair.After),
                (pair.After.Score - pair.Before.Score) ?? (pair.Before.Score is null && pair.After.Score is null ? pair.After.Value - pair.Before.Value : null),
                Contributions(pair.Before, pair.After)))];

    internal static IReadOnlyList<ToolChange> Tools(MineralAssessment before, MineralAssessment after) =>
        [.. before.Tools.Zip(after.Tools, (one, other) => new ToolChange(
            one.Kind, one.Strength, other.Strength, [.. one.Triggers.Select(trigger => ToolReason.Of(trigger, before))], [.. other.Triggers.Select(trigger => ToolReason.Of(trigger, after))]))];

    internal static StockEffect? Stock(double? days, MineralAssessment after)
    {
        double? score = after.Find(IndicatorId.ImportStabilityRefined)?.Score;
        return days is { } typed ? new StockEffect(typed, IndicatorId.ImportStabilityRefined, score, score * (1 - (typed / DaysOfYear))) : null;
    }

    private static IReadOnlyList<ContributionChange> Contributions(IndicatorResult before, IndicatorResult after)
    {
        Dictionary<string, Contribution> first = before.Contributions.ToDictionary(contribution => contribution.Key, StringComparer.Ordinal);
        Dictionary<string, Contribution> second = after.Contributions.ToDictionary(contribution => contribution.Key, StringComparer.Ordinal);
        return
        [
            .. first.Keys.Union(second.Keys).Order(StringComparer.Ordinal)
                .Select(key => (Key: key, Before: first.GetValueOrDefault(key), After: second.GetValueOrDefault(key)))
                .Where(pair => pair.Before?.Term != pair.After?.Term || pair.Before?.Share != pair.After?.Share)
                .Select(pair => new ContributionChange(pair.Key, pair.Before?.Share, pair.After?.Share, pair.Before?.Term, pair.After?.Term)),
        ];
    }
}
