using Pipeline.Domain;
using Pipeline.Indicators.FinerSet;
using Pipeline.Indicators.Tests.Support;

namespace Pipeline.Indicators.Tests.FinerSet;

[Trait("Clause", "5")]
public sealed class GradeDeclineTests
{
    private static readonly string[] Falling = ["1.00", "0.98", "0.97", "0.95", "0.94"];

    [Fact]
    public void Five_falling_grades_give_the_printed_slope_decline_and_score()
    {
        IndicatorResult result = AssertEvidence.Recomputes(Assess(Mine("A", 2015, Falling)));
        Assert.Equal(0.0153648765, result.Value!.Value, 1e-9);
        Assert.Equal(0.3072975303, result.Score!.Value, 1e-9);
        Assert.Equal(-0.0154841395, GradeSeries.Slope([.. Falling.Select((grade, index) => new MeanGrade(
            2015 + index, double.Parse(grade, System.Globalization.CultureInfo.InvariantCulture), []))]), 1e-9);
        Assert.Equal((ResultStatus.Ok, "1/year", "CY2015/CY2019"), (result.Status, result.Unit, result.Period!.Code));
        Assert.Equal((result.Value, result.Value), (result.Low, result.High));
    }

    [Fact]
    public void A_rising_grade_scores_zero_and_shows_a_negative_decline()
    {
        IndicatorResult result = AssertEvidence.Recomputes(Assess(Mine("A", 2015, ["0.94", "0.95", "0.97", "0.98", "1.00"])));
        Assert.True(result.Value < 0);
        Assert.Equal(0, result.Score);
    }

    [Fact]
    public void The_score_stops_at_one()
    {
        // Halved every year: d = 0.5.
        IndicatorResult result = AssertEvidence.Recomputes(Assess(Mine("A", 2015, ["8", "4", "2", "1", "0.5"])));
        Assert.Equal(0.5, result.Value!.Value, 1e-9);
        Assert.Equal(1, result.Score);
    }

    [Fact]
    public void Grades_are_weighted_with_the_ore_milled()
    {
        // 300 t of 1 % and 100 t of 2 %: 1.25 %.
        IndicatorResult result = Assess([.. Mine("A", 2015, ["1", "1", "1", "1", "1"], "300"), .. Mine("B", 2015, ["2", "2", "2", "2", "2"], "100")]);
        Assert.Equal(0, result.Value!.Value, 1e-12);
        Assert.All(result.Evidence.Where(node => node.Symbol == "grade"), node => Assert.Equal(1.25, node.Value!.Value, 1e-12));
    }

    [Fact]
    public void A_mine_that_reports_in_too_few_years_is_left_out_so_that_a_new_sample_is_no_decline()
    {
        IndicatorResult result = AssertEvidence.Recomputes(Assess([.. Mine("A", 2015, ["1", "1", "1", "1", "1"], "300"), .. Mine("B", 2017, ["0.1", "0.1", "0.1"], "20")]));
        Assert.Equal(0, result.Value!.Value, 1e-12);
        // 1,500 t of 1,560 t.
        Assert.Equal(1500 / 1560.0, result.Coverage!.Value, 1e-9);
    }

    [Fact]
    public void Four_of_five_years_are_enough_for_a_mine()
    {
        IndicatorResult result = AssertEvidence.Recomputes(Assess([.. Mine("A", 2015, ["1", "1", "1", "1", "1"]), .. Mine("B", 2016, ["3", "3", "3", "3"])]));
        Assert.Equal(1, result.Coverage);
        Assert.Equal([1, 2, 2, 2, 2], result.Evidence.Where(node => node.Symbol == "grade").Select(node => node.Value!.Value));
    }

    [Fact]
    public void Years_before_the_window_of_ten_do_not_count()
    {
        IndicatorResult result = Assess([.. Mine("A", 2005, ["9", "9"]), .. Mine("A", 2015, Falling)]);
        Assert.Equal(0.0153648765, result.Value!.Value, 1e-9);
    }

    [Fact]
    public void Four_years_are_too_few()
    {
        IndicatorResult result = Assess(Mine("A", 2015, ["1.00", "0.98", "0.97", "0.95"]));
        Assert.Equal((ResultStatus.Insufficient, null, "tooFewGrades"), (result.Status, result.Value, result.Reason!.Code));
        Assert.Equal(["4", "5"], result.Reason.Arguments);
    }

    [Fact]
    public void Ore_without_a_grade_says_nothing() =>
        Assert.Equal("noMinesFeed", Assess([.. Enumerable.Range(2015, 5).Select(year => GivenFeed.Mine("A", "100", new CalendarYear(year), MineQuantity.OreMilled))]).Reason!.Code);

    [Fact]
    public void A_grade_of_zero_is_refused_with_its_cell()
    {
        ImplausibleValueException fault = Assert.Throws<ImplausibleValueException>(() => Assess(Mine("A", 2015, ["1", "0", "1", "1", "1"])));
        Assert.Equal("mines.csv", fault.Fault.Source);
    }

    [Fact]
    public void The_order_of_rows_does_not_change_a_single_bit()
    {
        MineObservation[] rows = [.. Mine("A", 2015, Falling), .. Mine("B", 2015, ["2.1", "2.0", "1.7", "1.9", "1.6"], "70")];
        Assert.Equal(Assess(rows).Value, Assess([.. rows.Reverse()]).Value);
    }

    private static IndicatorResult Assess(IReadOnlyList<MineObservation> rows) => GradeDeclineIndicator.Assess("cobalt", new MineLedger(rows), Given.Parameters);

    private static MineObservation[] Mine(string mine, int first, string[] grades, string ore = "100") =>
        [.. grades.SelectMany((grade, index) => GivenFeed.Milled(mine, first + index, ore, grade))];
}
