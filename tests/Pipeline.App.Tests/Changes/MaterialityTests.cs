using Pipeline.App.Changes;
using Pipeline.Domain;

namespace Pipeline.App.Tests.Changes;

public sealed class MaterialityTests
{
    [Fact]
    public void Changes_stand_in_the_order_of_their_materiality_whatever_the_order_of_the_minerals()
    {
        IndicatorResult partial = Given.Score(0.2) with { Status = ResultStatus.Partial };
        ChangeReport report = ChangeReportTests.Compare(
            [
                Given.Mineral("lithium", Given.Score(0.2)),
                Given.Mineral("beryllium", Given.Imports(100)),
                Given.Mineral("boron", Given.Score(0.2)),
                Given.Mineral("titanium", Given.Score(0.40, indicator: IndicatorId.ReserveConcentration)),
                Given.Mineral("vanadium", Given.Score(0.2)),
                Given.Mineral("chromium", Given.Score(0.2)),
                Given.Mineral("manganese", Given.Score(0.2)),
                Given.Mineral("cobalt", Given.Score(0.2)),
                .. Reserves,
            ],
            [
                Given.Mineral("lithium", Given.Score(0.2) with { Period = new CalendarYear(2025) }),
                Given.Mineral("beryllium", Given.Imports(1_000_000)),
                Given.Mineral("boron", Given.Score(0.23)),
                Given.Mineral("titanium", Given.Score(0.36, indicator: IndicatorId.ReserveConcentration)),
                Given.Mineral("vanadium", Given.Score(0.2, Band.Moderate, Band.High)),
                Given.Mineral("chromium", Given.Score(0.201, Band.High)),
                Given.Mineral("manganese", partial),
                Given.Mineral("cobalt", Given.Interval(0.2, 0.2)),
                .. Reserves,
            ]);

        Assert.Equal(
            [
                ("cobalt", Materiality.Judgement), ("manganese", Materiality.Status), ("chromium", Materiality.Band), ("vanadium", Materiality.Interval),
                ("titanium", Materiality.Rank), ("boron", Materiality.Score), ("beryllium", Materiality.Value), ("lithium", Materiality.Slight),
            ],
            report.Values.Select(change => (change.Mineral, change.Materiality)));
    }

    [Fact]
    public void Among_equals_the_larger_change_of_score_comes_first_then_the_list_of_minerals_then_that_of_indicators()
    {
        IndicatorResult reserves = Given.Score(0.1, indicator: IndicatorId.ReserveConcentration);
        ChangeReport report = ChangeReportTests.Compare(
            [Given.Mineral("tin", Given.Score(0.2)), Given.Mineral("copper", Given.Score(0.2)), Given.Mineral("cobalt", Given.Score(0.2), reserves)],
            [
                Given.Mineral("tin", Given.Score(0.25)),
                Given.Mineral("copper", Given.Score(0.19)),
                Given.Mineral("cobalt", Given.Score(0.21), reserves with { Value = 0.09, Low = 0.09, High = 0.09, Score = 0.09, ScoreLow = 0.09, ScoreHigh = 0.09 }),
            ]);

        Assert.Equal(
            [
                ("tin", IndicatorId.ProductionConcentration), ("cobalt", IndicatorId.ReserveConcentration),
                ("cobalt", IndicatorId.ProductionConcentration), ("copper", IndicatorId.ProductionConcentration),
            ],
            report.Values.Select(change => (change.Mineral, change.Indicator)));
    }

    [Fact]
    public void Sentences_stand_in_the_order_of_what_happens_to_their_mineral()
    {
        ChangeReport report = ChangeReportTests.Compare(
            [Given.Mineral("cobalt", Given.Score(0.2)), Given.Mineral("tin", Given.Score(0.2))],
            [Given.Mineral("cobalt", Given.Score(0.24)), Given.Mineral("tin", Given.Score(0.21, Band.High))]);

        Assert.Equal([("tin", Materiality.Band), ("cobalt", Materiality.Score)], report.Sentences.Select(sentence => (sentence.Mineral, sentence.Materiality)).Distinct());
    }

    [Theory]
    [InlineData(2, "Slight")]
    [InlineData(-2, "Slight")]
    [InlineData(3, "Rank")]
    [InlineData(-3, "Rank")]
    public void Three_ranks_up_or_down_count_for_themselves(int ranks, string expected)
    {
        ResultState state = ResultState.Of(Given.Score(0.2));

        Assert.Equal(expected, ChangeRules.Of(state, state, ranks).ToString());
    }

    // Scores between the two of titanium: it falls from the first place to the fourth.
    private static MineralAssessment[] Reserves =>
    [
        Given.Mineral("copper", Given.Score(0.39, indicator: IndicatorId.ReserveConcentration)),
        Given.Mineral("zinc", Given.Score(0.38, indicator: IndicatorId.ReserveConcentration)),
        Given.Mineral("lead", Given.Score(0.37, indicator: IndicatorId.ReserveConcentration)),
    ];
}
