using Pipeline.App.Changes;
using Pipeline.Domain;

namespace Pipeline.App.Tests.Changes;

public sealed class RankingTests
{
    [Fact]
    public void The_highest_score_has_rank_1_and_equal_scores_share_the_better_rank()
    {
        Ranking ranking = new([Scored("cobalt", 0.2), Scored("tin", 0.3), Scored("lead", 0.1), Scored("zinc", 0.2)]);

        Assert.Equal([1, 2, 2, 4], new[] { "tin", "cobalt", "zinc", "lead" }.Select(mineral => Rank(ranking, mineral)));
        Assert.Equal(4, ranking.Count(IndicatorId.ProductionConcentration));
    }

    [Fact]
    public void Scores_that_differ_by_the_rounding_of_sums_are_equal()
    {
        Ranking ranking = new([Scored("cobalt", 0.3), Scored("tin", 0.1 + 0.2)]);

        Assert.Equal((1, 1), (Rank(ranking, "cobalt"), Rank(ranking, "tin")));
    }

    [Fact]
    public void A_result_with_an_interval_alone_has_no_rank_and_is_not_counted()
    {
        Ranking ranking = new([Scored("cobalt", 0.2), Given.Mineral("tin", Given.Interval(0.3, 0.9))]);

        Assert.Equal((1, null, 1), (Rank(ranking, "cobalt"), Rank(ranking, "tin"), ranking.Count(IndicatorId.ProductionConcentration)));
    }

    [Fact]
    public void Each_indicator_has_ranks_of_its_own()
    {
        Ranking ranking = new(
        [
            Given.Mineral("cobalt", Given.Score(0.2), Given.Score(0.9, indicator: IndicatorId.ReserveConcentration)),
            Given.Mineral("tin", Given.Score(0.3), Given.Score(0.1, indicator: IndicatorId.ReserveConcentration)),
        ]);

        Assert.Equal(2, ranking.Of(new ResultKey("cobalt", IndicatorId.ProductionConcentration, Stage.Mine)));
        Assert.Equal(1, ranking.Of(new ResultKey("cobalt", IndicatorId.ReserveConcentration, Stage.Mine)));
    }

    [Fact]
    public void A_mineral_that_falls_behind_three_others_changes_rank_and_so_do_they()
    {
        // Before 0.4 0.3 0.2 0.1: ranks 1 to 4. After 0.05 0.3 0.2 0.1: the first is last and the others move up by one.
        ChangeReport report = ChangeReportTests.Compare(
            [Scored("cobalt", 0.4), Scored("tin", 0.3), Scored("lead", 0.2), Scored("zinc", 0.1)],
            [Scored("cobalt", 0.05), Scored("tin", 0.3), Scored("lead", 0.2), Scored("zinc", 0.1)]);

        Assert.Equal(
            [("cobalt", 1, 4, Materiality.Rank), ("zinc", 4, 3, Materiality.Slight), ("lead", 3, 2, Materiality.Slight), ("tin", 2, 1, Materiality.Slight)],
            report.Ranks.Select(rank => (rank.Mineral, rank.Before!.Value, rank.After!.Value, rank.Materiality)));
        Assert.Equal("cobalt", Assert.Single(report.Values).Mineral);
        Assert.Equal(new UnchangedCounts(0, 3), report.Unchanged);
    }

    [Fact]
    public void A_move_by_two_ranks_is_judged_by_its_score()
    {
        ChangeReport report = ChangeReportTests.Compare(
            [Scored("cobalt", 0.4), Scored("tin", 0.3), Scored("lead", 0.2)], [Scored("cobalt", 0.1), Scored("tin", 0.3), Scored("lead", 0.2)]);

        Assert.Equal(Materiality.Score, Assert.Single(report.Values).Materiality);
        Assert.Equal((1, 3), (report.Ranks[0].Before, report.Ranks[0].After));
    }

    private static MineralAssessment Scored(string mineral, double score) => Given.Mineral(mineral, Given.Score(score));

    private static int? Rank(Ranking ranking, string mineral) => ranking.Of(new ResultKey(mineral, IndicatorId.ProductionConcentration, Stage.Mine));
}
