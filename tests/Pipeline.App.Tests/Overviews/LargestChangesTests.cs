using Pipeline.App.Changes;
using Pipeline.App.Changes.Causes;
using Pipeline.App.Overview;
using Pipeline.App.Tests.Changes;
using Pipeline.Briefings;
using Pipeline.Domain;
using Pipeline.Indicators.Attribution;

namespace Pipeline.App.Tests.Overviews;

/// <summary>Which changes the briefing of all minerals shows, and what it says moved them.</summary>
public sealed class LargestChangesTests
{
    [Fact]
    public void Judgement_and_bands_come_before_larger_moves_within_a_band_and_a_rate_of_100_points_weighs_as_a_score_of_one()
    {
        IndicatorResult rate = Rate(0.5);
        IReadOnlyList<ResultChange> changes = new VintageComparison(
            [Given.Mineral("lithium", Given.Score(0.20)), Given.Mineral("boron", Given.Score(0.20)), Given.Mineral("copper", rate with { Value = 34, Low = 34, High = 34 }), Given.Mineral("zinc", Given.Score(0.2)), Given.Mineral("cobalt", Given.Score(0.2))],
            [Given.Mineral("lithium", Given.Score(0.21)), Given.Mineral("boron", Given.Score(0.25)), Given.Mineral("copper", rate with { Value = 37, Low = 37, High = 37 }), Given.Mineral("zinc", Given.Score(0.201, Band.High)), Given.Mineral("cobalt", Given.Interval(0.1, 0.9))])
            .Values();

        // Boron moves by 0.05, copper by 3 points or 0.03, lithium by 0.01.
        Assert.Equal(["cobalt", "zinc", "boron", "copper", "lithium"], LargestChanges.InOrder(changes).Select(change => change.Mineral));
    }

    [Fact]
    public void A_lower_bound_that_moved_counts_by_its_own_size_and_a_value_that_is_no_rate_is_not_divided()
    {
        IndicatorResult bound = Rate(null);
        IndicatorResult plain = Rate(0.3) with { Unit = "1" };
        IReadOnlyList<ResultChange> changes = new VintageComparison(
            [Given.Mineral("lithium", Given.Score(0.20)), Given.Mineral("copper", bound with { Low = 34 }), Given.Mineral("zinc", bound with { Low = 20 }), Given.Mineral("boron", plain)],
            [Given.Mineral("lithium", Given.Score(0.23)), Given.Mineral("copper", bound with { Low = 39 }), Given.Mineral("zinc", bound with { Low = 21 }), Given.Mineral("boron", plain with { Value = 0.34, Low = 0.34, High = 0.34 })])
            .Values();

        // Five points or 0.05, 0.04, 0.03, and one point or 0.01.
        Assert.Equal(["copper", "boron", "lithium", "zinc"], LargestChanges.InOrder(changes).Select(change => change.Mineral));
    }

    [Fact]
    public void A_result_stands_in_another_band_whether_or_not_its_status_changed_with_it()
    {
        IReadOnlyList<ResultChange> changes = new VintageComparison(
            [Given.Mineral("lithium", Given.Score(0.2)), Given.Mineral("boron", Given.Score(0.2)), Given.Mineral("copper", Given.Score(0.2)), Given.Mineral("zinc", Given.Score(0.2)), Given.Mineral("cobalt", Given.Score(0.2))],
            [Given.Mineral("lithium", Given.Score(0.3, Band.High) with { Status = ResultStatus.Partial }), Given.Mineral("boron", Given.Score(0.3, Band.High)), Given.Mineral("copper", Given.Score(0.2) with { Status = ResultStatus.Partial }), Given.Mineral("zinc", Given.Score(0.2, Band.Moderate, Band.High)), Given.Mineral("cobalt", Given.Interval(0.1, 0.9))])
            .Values();

        // Copper changed its status alone; cobalt has no band any more.
        Assert.Equal(["boron", "lithium", "zinc"], changes.Where(LargestChanges.ChangesBand).Select(change => change.Mineral).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Of_results_that_can_be_judged_newly_or_no_longer_the_higher_score_comes_first()
    {
        IReadOnlyList<ResultChange> changes = new VintageComparison(
            [Given.Mineral("lithium", Given.Interval(0.1, 0.9)), Given.Mineral("boron", Given.Score(0.6)), Given.Mineral("cobalt", Given.Interval(0.1, 0.9))],
            [Given.Mineral("lithium", Given.Score(0.3)), Given.Mineral("boron", Given.Interval(0.1, 0.9)), Given.Mineral("cobalt", Given.Score(0.8))])
            .Values();

        Assert.Equal(["cobalt", "boron", "lithium"], LargestChanges.InOrder(changes).Select(change => change.Mineral));
    }

    [Fact]
    public void Parts_of_a_change_add_up_and_what_moved_nothing_is_left_out()
    {
        // 0.20 as published; 0.22 with revised data; 0.22 with new data; 0.25 with parameters; 0.24 by the later rules.
        MovedResult moved = Moved(Given.Score(0.20), [(Cause.RevisedData, 0.22), (Cause.NewData, 0.22), (Cause.Parameters, 0.25), (Cause.Method, 0.24)]);

        IReadOnlyList<ChangeCause> causes = LargestChanges.Causes(moved);

        Assert.Equal(["revisedData", "parameters", "method"], causes.Select(cause => Assert.Single(cause.Causes)));
        Assert.Equal([0.02, 0.03, -0.01], causes.Select(cause => Math.Round(cause.Amount!.Value, 9)));
        Assert.Equal(0.24 - 0.20, causes.Sum(cause => cause.Amount!.Value), 1e-12);
    }

    [Fact]
    public void A_result_that_could_not_be_judged_names_what_brought_the_judgement_and_no_amount()
    {
        MovedResult moved = Moved(Given.Interval(0.1, 0.9), [(Cause.RevisedData, null), (Cause.NewData, 0.3), (Cause.Parameters, 0.3), (Cause.Method, 0.3)]);

        ChangeCause cause = Assert.Single(LargestChanges.Causes(moved));

        Assert.Equal(["newData"], cause.Causes);
        Assert.Null(cause.Amount);
    }

    private static IndicatorResult Rate(double? value) => Given.Score(0) with
    {
        Indicator = IndicatorId.SelfSufficiency, Unit = "percent", Value = value, Low = value, High = value, Score = null, ScoreLow = null, ScoreHigh = null, BandLow = null, BandHigh = null,
    };

    private static MovedResult Moved(IndicatorResult before, (Cause Cause, double? Score)[] way)
    {
        Station[] stations =
        [
            new Station(Cause.Method, Given.Mineral("cobalt", before)),
            .. way.Select(leg => new Station(leg.Cause, Given.Mineral("cobalt", leg.Score is { } score ? Given.Score(score) : before))),
        ];
        return MovedResult.Of(
            new VintageComparison([stations[0].Assessment!], [stations[^1].Assessment!]).Values().Single(), stations);
    }
}
