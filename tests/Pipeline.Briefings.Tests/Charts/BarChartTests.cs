using Pipeline.Briefings.Charts;
using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Tests.Content;
using Pipeline.Domain;

namespace Pipeline.Briefings.Tests.Charts;

public sealed class BarChartTests
{
    private static readonly ChartContext Context = Typeface.Context(Language.Japanese);

    [Theory]
    [InlineData(12345, 5, 12500, 2500)]
    [InlineData(10000, 5, 10000, 2000)]
    [InlineData(10001, 5, 12500, 2500)]
    [InlineData(0.7, 5, 0.75, 0.15)]
    [InlineData(100, 4, 100, 25)]
    [InlineData(31, 4, 32, 8)]
    [InlineData(0, 5, 1, 0.2)]
    public void Axes_start_at_zero_and_have_round_steps(double maximum, int steps, double top, double step)
    {
        Axis axis = Axis.For(maximum, steps);
        Assert.Equal(top, axis.Top, 9);
        Assert.Equal(step, axis.Step, 9);
        Assert.Equal(0, axis.Marks[0]);
        Assert.Equal(steps + 1, axis.Marks.Count);
    }

    [Fact]
    public void Concentrate_and_refined_add_up_to_the_year_and_scrap_is_outside()
    {
        foreach (ImportYear year in Fixtures.Cobalt.Imports)
        {
            Assert.Equal(year.Tonnes!.Value, ImportChart.Parts(year).Sum(part => part.Tonnes), 6);
            Assert.DoesNotContain(ImportChart.Parts(year), part => part.Stage == Stage.Scrap);
        }
    }

    [Fact]
    public void Stacked_bars_stand_on_each_other_and_reach_the_height_of_the_year()
    {
        ImportYear year = new(new CalendarYear(2024), 100, null, [new StageAmount(Stage.Refined, 40), new StageAmount(Stage.Concentrate, 60)], null, [], null);
        List<Rect> bars = [.. ImportChart.Draw([year], 300, Context).Drawing.Shapes.OfType<Rect>().Where(rect => rect.Height > 10)];
        Assert.Equal(2, bars.Count);
        Assert.Equal(bars[0].Y, bars[1].Y + bars[1].Height, 6);
        Assert.Equal(1.5, bars[0].Height / bars[1].Height, 6);
    }

    [Fact]
    public void A_missing_year_has_a_mark_and_no_bar()
    {
        List<ImportYear> years = [Year(2022, 100), Year(2023, null), Year(2024, 100)];
        Drawing drawing = ImportChart.Draw(years, 300, Context).Drawing;
        Assert.Equal(2, drawing.Shapes.OfType<Rect>().Count(rect => rect.Height > 10));
        Assert.Single(drawing.Shapes.OfType<Label>(), label => label.Text == "…");
    }

    [Fact]
    public void The_average_is_broken_where_a_year_has_none()
    {
        List<ImportYear> years = [.. new double?[] { 90, 95, null, 97, 99 }.Select((average, index) => Year(2020 + index, 100) with { MovingAverage = average })];
        Assert.Equal(3, ImportChart.Draw(years, 300, Context).Drawing.Shapes.OfType<Line>().Count(line => line.Stroke.Colour == Palette.Line));
    }

    [Fact]
    public void Ten_partners_have_a_bar_and_the_rest_share_one()
    {
        Drawing drawing = PartnerChart.Draw(Fixtures.PartnersWithLongNames(40), 240, Context).Drawing;
        Assert.Contains(drawing.Shapes, shape => shape is Label { Text: "その他30か国・地域" });
        // Shares 40/820 ... 1/820: the thirty smallest hold 465/820 = 56.7 %.
        Assert.Contains(drawing.Shapes, shape => shape is Label { Text: "56.7" });
    }

    [Theory]
    [InlineData(10, 10)]
    [InlineData(11, 11)]
    [InlineData(12, 10)]
    public void No_partner_is_left_alone_as_the_rest(int partners, int shown) => Assert.Equal(shown, PartnerChart.ShownOf(partners));

    [Fact]
    public void A_withheld_country_gets_a_box_of_one_size_whatever_the_scale()
    {
        double Box(double share) => CountryChart.Draw(Table(share), 240, Context).Drawing.Shapes.OfType<Rect>().Single(rect => rect.Fill is null && rect.Stroke?.Dash is not null).Width;
        Assert.Equal(Box(0.9), Box(0.2));
        Chart chart = CountryChart.Draw(Table(0.9), 240, Context);
        Assert.Contains(chart.Drawing.Shapes, shape => shape is Label { Text: "秘匿" });
        Assert.DoesNotContain(chart.Drawing.Shapes, shape => shape is Label { Text: "0.0" });
        Assert.Contains("米国 秘匿", chart.AlternativeText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_price_line_is_broken_at_a_missing_month()
    {
        int lines = PriceChart.Draw(Fixtures.Cobalt.Prices!, 493, Context).Drawing.Shapes.OfType<Line>().Count(line => line.Stroke.Colour == Palette.Deep);
        Assert.Equal(2, lines);
    }

    [Fact]
    public void The_mark_of_illustrative_input_lies_in_the_drawing_itself()
    {
        Chart plain = PriceChart.Draw(Fixtures.Cobalt.Prices!, 493, Context);
        Chart marked = plain.MarkedIf(true, Context);
        Assert.Contains(marked.Drawing.Shapes, shape => shape is Label { Text: "例示データ" });
        Assert.True(marked.Drawing.Height > plain.Drawing.Height);
        Assert.Same(plain, plain.MarkedIf(false, Context));
    }

    private static ImportYear Year(int year, double? tonnes) => new(new CalendarYear(year), tonnes, null, [], null, [], null);

    private static CountryTable Table(double share)
    {
        SourceCell cell = new("hash", "file.csv", null, 1, "Value");
        return new CountryTable("cobalt", Statistic.MineProduction, new CalendarYear(2024), "t", "contained metal", true,
            [new CountryRow("COD", PublishedValue.Reported(100, "100"), share, [], cell), new CountryRow("USA", PublishedValue.Withheld("W"), null, [], cell)], null);
    }
}
