using Pipeline.App.Portal;
using Pipeline.App.Tests.Changes;
using Pipeline.Domain;

namespace Pipeline.App.Tests.Portal;

/// <summary>Which of two minerals is higher, and when nobody can know.</summary>
public sealed class StandingTests
{
    [Fact]
    public void One_is_higher_only_where_its_whole_interval_lies_above_the_other()
    {
        IndicatorResult low = Given.Score(0.2) with { ScoreHigh = 0.29 };
        IndicatorResult high = Given.Score(0.35) with { ScoreLow = 0.3 };

        Assert.Equal(Standing.SecondHigher, Standings.Of(low, high));
        Assert.Equal(Standing.FirstHigher, Standings.Of(high, low));
        Assert.Equal(Standing.Open, Standings.Of(low, high with { ScoreLow = 0.25 }));
    }

    [Fact]
    public void Without_an_upper_end_a_score_may_be_as_high_as_one() =>
        Assert.Equal(Standing.Open, Standings.Of(Given.Score(0.2) with { ScoreHigh = null }, Given.Score(0.9)));

    [Fact]
    public void What_cannot_be_judged_is_compared_by_its_interval() =>
        Assert.Equal(Standing.FirstHigher, Standings.Of(Given.Interval(0.5, 0.9), Given.Score(0.3)));

    [Fact]
    public void Equal_points_are_the_same_and_points_that_are_printed_otherwise_are_not()
    {
        Assert.Equal(Standing.Same, Standings.Of(Given.Score(0.3), Given.Score(0.3)));
        Assert.Equal(Standing.SecondHigher, Standings.Of(Given.Score(0.3), Given.Score(0.301)));
    }

    [Fact]
    public void Figures_that_are_printed_alike_are_the_same_and_neither_is_called_higher()
    {
        // Printed 0.577 both; 100 t both; 61.5 % both.
        Assert.Equal(Standing.Same, Standings.Of(Given.Score(0.57711), Given.Score(0.57699)));
        Assert.Equal(Standing.Same, Standings.Of(Given.Imports(100.2), Given.Imports(100.4)));
        Assert.Equal(Standing.Same, Standings.Of(Given.Rate(61.54), Given.Rate(61.46)));
        Assert.Equal(Standing.FirstHigher, Standings.Of(Given.Rate(61.6), Given.Rate(61.5)));
    }

    [Fact]
    public void Intervals_that_end_in_one_printed_figure_leave_open_which_is_higher()
    {
        IndicatorResult above = Given.Score(0.6) with { ScoreLow = 0.57711, ScoreHigh = 0.7 };

        Assert.Equal(Standing.Open, Standings.Of(above, Given.Score(0.5) with { ScoreLow = 0.4, ScoreHigh = 0.57699 }));
        Assert.Equal(Standing.FirstHigher, Standings.Of(above, Given.Score(0.5) with { ScoreLow = 0.4, ScoreHigh = 0.576 }));
    }

    [Fact]
    public void Tonnes_are_no_scores_and_a_range_of_some_tonnes_is_no_point() =>
        Assert.Equal(Standing.Open, Standings.Of(Given.Imports(100) with { High = 103 }, Given.Imports(100)));

    [Fact]
    public void Invented_input_decides_nothing()
    {
        Assert.Equal(Standing.Illustrative, Standings.Of(Given.Score(0.2), Given.Score(0.9) with { Illustrative = true }));
        Assert.Equal(Standing.Illustrative, Standings.Of(Given.Score(0.9) with { Illustrative = true }, Given.Score(0.2)));
    }

    [Fact]
    public void What_does_not_apply_or_was_not_computed_is_not_compared()
    {
        IndicatorResult none = Given.Score(0.3) with { Status = ResultStatus.NotApplicable };

        Assert.Equal(Standing.NotComparable, Standings.Of(none, Given.Score(0.3)));
        Assert.Equal(Standing.NotComparable, Standings.Of(Given.Score(0.3), null));
    }

    [Fact]
    public void Amounts_are_compared_by_value_and_an_amount_at_least_so_large_has_no_upper_end()
    {
        Assert.Equal(Standing.FirstHigher, Standings.Of(Given.Imports(200), Given.Imports(100)));
        Assert.Equal(Standing.Open, Standings.Of(Given.Imports(50) with { Value = null, High = null }, Given.Imports(100)));
    }
}
