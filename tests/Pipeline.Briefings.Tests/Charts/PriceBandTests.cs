using Pipeline.Briefings.Charts;
using Pipeline.Briefings.Documents;
using Pipeline.Domain;

namespace Pipeline.Briefings.Tests.Charts;

public sealed class PriceBandTests
{
    private static readonly ChartContext Context = Typeface.Context(Language.Japanese);

    [Fact]
    public void The_band_is_the_mean_of_five_years_and_one_sample_deviation_to_either_side()
    {
        // 100, 110, 90, 105, 95: mean 100, squares 0 + 100 + 100 + 25 + 25 = 250, / 4 = 62.5. The first year lies outside.
        PriceBand band = PriceBand.Of(Years(1000, 100, 110, 90, 105, 95))!;
        Assert.Equal(100, band.Mean, 9);
        Assert.Equal(7.905694150, band.Deviation, 9);
        Assert.Equal(new YearSpan(new CalendarYear(2021), new CalendarYear(2025)), band.Period);
    }

    [Fact]
    public void Four_years_or_a_missing_one_give_no_band()
    {
        Assert.Null(PriceBand.Of(Years(100, 110, 90, 105)));
        Assert.Null(PriceBand.Of(Years(100, 110, null, 105, 95)));
    }

    [Theory]
    [InlineData(59, 0, false)]
    [InlineData(60, 0, true)]
    [InlineData(60, 12, true)]
    [InlineData(60, 13, false)]
    [InlineData(70, 10, true)]
    public void Monthly_prices_need_sixty_months_with_forty_eight_known(int months, int missing, bool hasBand) =>
        Assert.Equal(hasBand, PriceBand.Of(Months(months, missing)) is not null);

    [Fact]
    public void The_band_lies_behind_the_line_with_an_outline()
    {
        Chart chart = PriceChart.Draw(Years(100, 110, 90, 105, 95), 493, Context);
        Rect band = Assert.Single(chart.Drawing.Shapes.OfType<Rect>(), rect => rect.Fill == Palette.Tint && rect.Height > 8);
        Assert.NotNull(band.Stroke);
        List<Shape> shapes = [.. chart.Drawing.Shapes];
        Assert.True(shapes.IndexOf(band) < shapes.FindIndex(shape => shape is Line { Stroke.Colour: var colour } && colour == Palette.Deep));
        Assert.Contains("平均 100.00、平均±標準偏差 92.09〜107.91", chart.AlternativeText, StringComparison.Ordinal);
        LabelTests.AssertApart(chart.Drawing);
    }

    [Fact]
    public void A_short_series_has_no_band_and_says_so()
    {
        Chart chart = PriceChart.Draw(Years(100, 110, 90), 493, Context);
        Assert.DoesNotContain(chart.Drawing.Shapes, shape => shape is Rect { Fill: var fill } && fill == Palette.Tint);
        Assert.Contains("5か年の変動幅の帯はない", chart.AlternativeText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_band_that_reaches_below_zero_ends_at_the_base_line()
    {
        Drawing drawing = PriceChart.Draw(Years(1, 1, 1, 1, 100), 493, Context).Drawing;
        Rect band = Assert.Single(drawing.Shapes.OfType<Rect>(), rect => rect.Fill == Palette.Tint && rect.Height > 8);
        Assert.True(band.Y + band.Height <= drawing.Height);
    }

    private static PriceHistory Years(params double?[] prices) => new("series", "USD/t", false,
        [.. prices.Select((price, index) => new PricePoint(new CalendarYear(2026 - prices.Length + index), price, Cell(index)))]);

    private static PriceHistory Months(int count, int missing) => new("series", "USD/t", true,
        [.. Enumerable.Range(0, count).Select(index => new PricePoint(new Month(2020 + (index / 12), (index % 12) + 1), index >= count - 1 - missing && index < count - 1 ? null : 100 + index, Cell(index)))]);

    private static SourceCell Cell(int row) => new("hash", "file.csv", null, row + 1, "Value");
}
