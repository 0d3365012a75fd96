using Pipeline.Briefings.Charts;
using Pipeline.Briefings.Documents;
using Pipeline.Domain;

namespace Pipeline.Briefings.Tests.Charts;

public sealed class OutlookChartTests
{
    private static readonly ChartContext Context = Typeface.Context(Language.Japanese);

    [Fact]
    public void The_fan_opens_from_the_last_actual_figure_to_the_outer_cases()
    {
        Chart chart = OutlookChart.Draw(Outlook(Series(OutlookCase.Low, 90), Series(OutlookCase.Base, 100), Series(OutlookCase.High, 120)), 493, Context)!;
        Polygon fan = Assert.Single(chart.Drawing.Shapes.OfType<Polygon>());
        // Last actual year, then 2026 and 2027 of the high case forwards and of the low case backwards.
        Assert.Equal(5, fan.Points.Count);
        Assert.NotNull(fan.Stroke);
        Assert.True(fan.Points[2].Y < fan.Points[3].Y);
        Assert.Contains("2027年は低位90から高位120まで", chart.AlternativeText, StringComparison.Ordinal);
        Assert.Contains(chart.Drawing.Shapes, shape => shape is Label { Text: "（t、世界）" });
    }

    [Fact]
    public void Forecasts_are_dashed_and_actual_figures_are_not()
    {
        Drawing drawing = OutlookChart.Draw(Outlook(Series(OutlookCase.Base, 100)), 493, Context)!.Drawing;
        List<Line> lines = [.. drawing.Shapes.OfType<Line>().Where(line => line.Stroke.Colour == Palette.Deep && line.Points.Count > 1 && line.Points[0].X > 20 && line.Points[0].Y > 10)];
        Assert.Equal([null, 3.0], lines.Select(line => line.Stroke.Dash));
        Assert.Empty(drawing.Shapes.OfType<Polygon>());
    }

    [Fact]
    public void Without_a_forecast_of_demand_there_is_no_chart()
    {
        Assert.Null(OutlookChart.Draw(Outlook(Series(OutlookCase.Base, 100) with { Forecast = [] }), 493, Context));
        Assert.Null(OutlookChart.Draw(Outlook(Series(OutlookCase.High, 100)), 493, Context));
    }

    [Fact]
    public void Labels_keep_apart_over_forty_years()
    {
        OutlookSeries demand = Series(OutlookCase.Base, 30_000_000);
        demand = demand with { Forecast = [.. Enumerable.Range(2026, 40).Select(year => Year(year, 30_000_000))] };
        foreach (Language language in Enum.GetValues<Language>())
        {
            MarketOutlook outlook = Outlook(demand, demand with { Case = OutlookCase.Low }, demand with { Case = OutlookCase.High }, demand with { Quantity = OutlookQuantity.Supply });
            LabelTests.AssertApart(OutlookChart.Draw(outlook, 493, Typeface.Context(language))!.Drawing);
        }
    }

    private static MarketOutlook Outlook(params OutlookSeries[] series) => new(new DateOnly(2025, 12, 1), true, series);

    private static OutlookSeries Series(OutlookCase scenario, double forecast) => new(
        OutlookQuantity.Demand, scenario, "t", "contained metal", [Year(2024, 80), Year(2025, 85)], [Year(2026, forecast), Year(2027, forecast)]);

    private static OutlookYear Year(int year, double value) => new(
        new CalendarYear(year), PublishedValue.Reported(value, "text"), new DateOnly(2025, 12, 1), "issue", true, new SourceCell("hash", "file.csv", null, 1, "Value"));
}
