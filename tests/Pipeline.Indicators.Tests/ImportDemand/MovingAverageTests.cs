using Pipeline.Indicators.ImportDemand;

namespace Pipeline.Indicators.Tests.ImportDemand;

[Trait("Clause", "7.1")]
public sealed class MovingAverageTests
{
    private static readonly double?[] Printed = [80, 90, 100, 110, 120, 130, 125, 135, 140, 145];

    [Theory]
    [InlineData(2014, 100)]
    [InlineData(2015, 110)]
    [InlineData(2016, 117)]
    [InlineData(2017, 124)]
    [InlineData(2018, 130)]
    [InlineData(2019, 135)]
    public void The_average_is_the_mean_of_the_five_years_that_end_with_its_year(int year, double average) =>
        Assert.Equal(average, Of(Series(2010, Printed), year).Tonnes!.Value, 1e-6);

    [Fact]
    public void Growth_compares_with_the_average_five_years_before()
    {
        YearAmount[] series = Series(2010, Printed);
        Assert.Equal(0.35, MovingAverage.Growth(Of(series, 2019), Of(series, 2014))!.Value, 1e-6);
    }

    [Fact]
    public void One_missing_year_leaves_the_mean_of_four()
    {
        double?[] amounts = [.. Printed];
        amounts[7] = null;
        AverageFigure figure = Of(Series(2010, amounts), 2019);
        Assert.Equal(135, figure.Tonnes!.Value, 1e-6);
        Assert.Equal([2017], figure.Missing);
    }

    [Fact]
    public void Two_missing_years_leave_no_average()
    {
        double?[] amounts = [.. Printed];
        (amounts[6], amounts[7]) = (null, null);
        Assert.Equal(AverageState.TooManyMissing, Of(Series(2010, amounts), 2019).State);
    }

    [Fact]
    public void Nine_years_give_no_growth()
    {
        YearAmount[] series = Series(2011, Printed[1..]);
        Assert.Equal(AverageState.TooShort, Of(series, 2014).State);
        Assert.Null(MovingAverage.Growth(Of(series, 2019), Of(series, 2014)));
    }

    [Fact]
    public void An_earlier_average_of_zero_gives_no_growth()
    {
        YearAmount[] series = Series(2010, [0, 0, 0, 0, 0, 1, 1, 1, 1, 1]);
        Assert.Null(MovingAverage.Growth(Of(series, 2019), Of(series, 2014)));
    }

    [Fact]
    public void A_missing_year_is_not_a_zero()
    {
        Assert.Equal(1, Of(Series(2015, [1, 1, null, 1, 1]), 2019).Tonnes);
        Assert.Equal(0.8, Of(Series(2015, [1, 1, 0, 1, 1]), 2019).Tonnes!.Value, 1e-9);
    }

    private static AverageFigure Of(YearAmount[] series, int year) => MovingAverage.Of(series, year, 5, 1);

    private static YearAmount[] Series(int first, double?[] amounts) => [.. amounts.Select((amount, index) => new YearAmount(first + index, amount))];
}
