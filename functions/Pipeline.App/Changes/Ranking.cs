using Pipeline.Domain;

namespace Pipeline.App.Changes;

/// <summary>A result that would stand at another place among the minerals.</summary>
/// <param name="Mineral">Identifier of the mineral.</param>
/// <param name="Indicator">Identifier of the indicator.</param>
/// <param name="Stage">Stage the figure speaks of.</param>
/// <param name="Materiality">The most material thing that happens to the result.</param>
/// <param name="Before">Rank now, or none without a score.</param>
/// <param name="After">Rank then, or none without a score.</param>
/// <param name="RankedBefore">Minerals with a score of this indicator now.</param>
/// <param name="RankedAfter">Minerals with a score of this indicator then.</param>
/// <param name="Illustrative">True when either side rests on illustrative input.</param>
/// <param name="Label">Who may see it: the higher label of the two sides.</param>
internal sealed record RankChange(
    string Mineral, string Indicator, Stage Stage, Materiality Materiality, int? Before, int? After, int RankedBefore, int RankedAfter, bool Illustrative, AccessLabel Label);

/// <summary>
/// Places of the minerals by indicator. Rank 1 is the highest risk. Equal scores share the better rank and the ranks after it stay free
/// (1, 2, 2, 4). A result without a point score has no rank, whatever its interval.
/// </summary>
internal sealed class Ranking
{
    // Scores are reproducible to nine decimals; rounding them makes "equal" hold for all members of a tie.
    private const int Decimals = 9;

    private readonly Dictionary<ResultKey, int> ranks = [];
    private readonly Dictionary<string, int> ranked = new(StringComparer.Ordinal);

    /// <summary>Ranks the results of a vintage.</summary>
    public Ranking(IEnumerable<MineralAssessment> assessments)
    {
        IEnumerable<IndicatorResult> scored = assessments.SelectMany(assessment => assessment.Results).Where(result => result.Score is not null);
        foreach (IGrouping<string, IndicatorResult> indicator in scored.GroupBy(result => result.Indicator, StringComparer.Ordinal))
        {
            int better = 0;
            foreach (IGrouping<double, IndicatorResult> tie in indicator.GroupBy(result => Math.Round(result.Score!.Value, Decimals)).OrderByDescending(group => group.Key))
            {
                foreach (IndicatorResult result in tie) ranks[new ResultKey(result.Mineral, result.Indicator, result.Stage)] = better + 1;
                better += tie.Count();
            }

            ranked[indicator.Key] = better;
        }
    }

    /// <summary>Rank of a result, or none.</summary>
    public int? Of(ResultKey key) => ranks.TryGetValue(key, out int rank) ? rank : null;

    /// <summary>Results that have a rank for an indicator.</summary>
    public int Count(string indicator) => ranked.GetValueOrDefault(indicator);
}
