using Pipeline.Briefings.Documents;

namespace Pipeline.Briefings.Charts;

/// <summary>The visible mark on every chart that rests on illustrative input: framed words above the drawing, so that a copied picture keeps them.</summary>
public static class IllustrativeMark
{
    private const double Room = 13;

    /// <summary>The chart with the mark when its input is illustrative, else the chart as it is.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="illustrative">True when any input is invented or purely illustrative.</param>
    /// <param name="context">Language and widths of texts.</param>
    public static Chart MarkedIf(this Chart chart, bool illustrative, ChartContext context)
    {
        ArgumentNullException.ThrowIfNull(chart);
        ArgumentNullException.ThrowIfNull(context);
        if (!illustrative) return chart;
        string word = Words.Illustrative.In(context.Language);
        double width = context.Width(word, Lettering.Small, FontWeight.Bold) + 8;
        double left = chart.Drawing.Width - width - 0.5;
        List<Shape> shapes =
        [
            new Rect(left, 0.5, width, 10, Colour.White, new Stroke(Palette.Brick, 0.8)),
            new Label(left + 4, 8, word, Lettering.Small, Palette.Brick, Alignment.Start, FontWeight.Bold),
            .. chart.Drawing.Shapes.Select(shape => Lowered(shape, Room)),
        ];
        Drawing drawing = chart.Drawing with { Height = chart.Drawing.Height + Room, Shapes = shapes };
        return new Chart(drawing, word + Words.Colon.In(context.Language) + chart.AlternativeText);
    }

    private static Shape Lowered(Shape shape, double by) => shape switch
    {
        Line line => line with { Points = [.. line.Points.Select(point => point with { Y = point.Y + by })] },
        Polygon polygon => polygon with { Points = [.. polygon.Points.Select(point => point with { Y = point.Y + by })] },
        Rect rect => rect with { Y = rect.Y + by },
        Label label => label with { Y = label.Y + by },
        _ => throw new ArgumentOutOfRangeException(nameof(shape), shape, "A shape that cannot be moved."),
    };
}
