using Pipeline.Briefings.Charts;
using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Tests.Content;
using Pipeline.Domain;

namespace Pipeline.Briefings.Tests.Charts;

public sealed class RadarChartTests
{
    private const double OutlineWidth = 1.6;
    private const double IntervalWidth = 3.2;

    [Fact]
    public void Six_scores_make_one_closed_outline()
    {
        Drawing drawing = Draw([.. IndicatorId.Six.Select(id => Scored(id, 0.5))]).Drawing;
        Assert.Single(drawing.Shapes.OfType<Polygon>(), polygon => polygon.Stroke?.Width == OutlineWidth);
        Assert.Equal(6, Markers(drawing).Count);
        Assert.DoesNotContain(drawing.Shapes.OfType<Line>(), line => line.Stroke.Dash is not null);
    }

    [Fact]
    public void A_missing_score_breaks_the_outline_on_both_sides_and_has_no_marker()
    {
        Drawing drawing = Draw([.. IndicatorId.Six.Where(id => id != IndicatorId.SecondaryUse).Select(id => Scored(id, 0.5))]).Drawing;
        Assert.DoesNotContain(drawing.Shapes.OfType<Polygon>(), polygon => polygon.Stroke?.Width == OutlineWidth);
        Assert.Equal(4, drawing.Shapes.OfType<Line>().Count(line => line.Stroke.Width == OutlineWidth));
        Assert.Equal(5, Markers(drawing).Count);
        Assert.Single(drawing.Shapes.OfType<Line>(), line => line.Stroke.Dash is not null);
        Assert.Contains(drawing.Shapes, shape => shape is Label { Text: "判定不能" });
    }

    [Fact]
    public void No_score_at_all_marks_nothing_at_the_centre()
    {
        Drawing drawing = Draw([]).Drawing;
        Assert.Empty(Markers(drawing));
        Assert.DoesNotContain(drawing.Shapes.OfType<Line>(), line => line.Stroke.Width is OutlineWidth or IntervalWidth);
        Assert.DoesNotContain(drawing.Shapes.OfType<Label>(), label => label.Text == "0.000");
        Assert.Equal(6, drawing.Shapes.OfType<Label>().Count(label => label.Text == "判定不能"));
    }

    [Fact]
    public void Not_applicable_is_said_at_its_axis()
    {
        IndicatorResult result = new(IndicatorId.ImportStabilityConcentrate, "cobalt", Stage.Concentrate, ResultStatus.NotApplicable, "1");
        Assert.Contains(Draw([result]).Drawing.Shapes, shape => shape is Label { Text: "該当なし" });
    }

    [Fact]
    public void An_interval_is_a_bar_along_the_axis_from_low_to_high()
    {
        Drawing drawing = Draw([Scored(IndicatorId.ReserveConcentration, 0.2) with { ScoreLow = 0.2, ScoreHigh = 0.6 }]).Drawing;
        Line bar = Assert.Single(drawing.Shapes.OfType<Line>(), line => line.Stroke.Width == IntervalWidth);
        Point marker = Middle(Assert.Single(Markers(drawing)));
        double radius = Radius(drawing);
        Assert.Equal(marker.Y, bar.Points[0].Y, 6);
        Assert.Equal(0.4 * radius, bar.Points[0].Y - bar.Points[1].Y, 6);
        Assert.Equal(marker.X, bar.Points[1].X, 6);
    }

    [Fact]
    public void An_interval_without_a_point_is_drawn_without_a_marker()
    {
        Drawing drawing = Draw([Fixtures.Copper.Find(IndicatorId.ReserveConcentration)!]).Drawing;
        Assert.Single(drawing.Shapes.OfType<Line>(), line => line.Stroke.Width == IntervalWidth);
        Assert.Empty(Markers(drawing));
    }

    [Fact]
    public void The_alternative_text_names_every_axis() => Assert.Equal(
        "六指標のレーダー図（0から1、外側ほどリスクが大きい）。国別埋蔵寡占度 0.250、国別生産寡占度 判定不能、輸入安定性（精鉱） 判定不能、輸入安定性（製錬品） 判定不能、価格変動幅 判定不能、スクラップ等再生 判定不能。",
        Draw([Scored(IndicatorId.ReserveConcentration, 0.25)]).AlternativeText);

    [Fact]
    public void Before_and_after_are_two_outlines_on_the_same_axes_from_0_to_1()
    {
        Drawing drawing = RadarChart.DrawChange(Six(0.2), Six(0.4), 204, Typeface.Context(Language.Japanese)).Drawing;
        Polygon before = Assert.Single(drawing.Shapes.OfType<Polygon>(), polygon => polygon is { Fill: null, Stroke.Dash: not null });
        Polygon after = Assert.Single(drawing.Shapes.OfType<Polygon>(), polygon => polygon.Stroke?.Width == OutlineWidth);
        Assert.Equal(0.2 * Radius(drawing), HalfHeight(before), 6);
        Assert.Equal(0.4 * Radius(drawing), HalfHeight(after), 6);
        Assert.Equal(6, drawing.Shapes.OfType<Label>().Count(label => label.Text == "0.200 → 0.400"));
        Assert.Contains(drawing.Shapes, shape => shape is Label { Text: "実施前" });
        Assert.All(drawing.Shapes.OfType<Label>(), label => Assert.True(label.Y <= drawing.Height, label.Text));
    }

    [Fact]
    public void A_score_that_stays_is_written_once_and_one_that_is_gained_with_what_it_was_before()
    {
        Chart chart = RadarChart.DrawChange(
            [Scored(IndicatorId.ReserveConcentration, 0.25)],
            [Scored(IndicatorId.ReserveConcentration, 0.25), Scored(IndicatorId.SecondaryUse, 0.7)],
            204,
            Typeface.Context(Language.English));
        Assert.Contains(chart.Drawing.Shapes, shape => shape is Label { Text: "0.250" });
        Assert.Contains("Reserve concentration by country 0.250,", chart.AlternativeText, StringComparison.Ordinal);
        Assert.Contains(" → 0.700", chart.AlternativeText, StringComparison.Ordinal);
    }

    private static List<IndicatorResult> Six(double score) => [.. IndicatorId.Six.Select(id => Scored(id, score))];

    private static double HalfHeight(Polygon outline) => (outline.Points.Max(point => point.Y) - outline.Points.Min(point => point.Y)) / 2;

    private static Chart Draw(IReadOnlyList<IndicatorResult> results) => RadarChart.Draw(results, 204, Typeface.Context(Language.Japanese));

    private static IndicatorResult Scored(string id, double score) =>
        new(id, "cobalt", Stage.Mine, ResultStatus.Ok, "1") { Score = score, ScoreLow = score, ScoreHigh = score };

    private static List<Polygon> Markers(Drawing drawing) => [.. drawing.Shapes.OfType<Polygon>().Where(polygon => polygon.Fill == Palette.Deep)];

    private static Point Middle(Polygon marker) => new(marker.Points.Average(point => point.X), marker.Points.Average(point => point.Y));

    private static double Radius(Drawing drawing)
    {
        Polygon rim = drawing.Shapes.OfType<Polygon>().Single(polygon => polygon.Stroke?.Colour == Palette.Grey);
        return (rim.Points.Max(point => point.Y) - rim.Points.Min(point => point.Y)) / 2;
    }
}
