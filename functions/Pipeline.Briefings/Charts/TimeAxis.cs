using Pipeline.Briefings.Documents;

namespace Pipeline.Briefings.Charts;

/// <summary>The frame of a chart over time: horizontal grid with numbers, unit above the axis, years below.</summary>
/// <param name="Left">Left edge of the plot.</param>
/// <param name="Right">Right edge of the plot.</param>
/// <param name="Top">Top edge of the plot.</param>
/// <param name="Bottom">Base line: value zero.</param>
/// <param name="Values">Axis of values.</param>
internal sealed record TimeAxis(double Left, double Right, double Top, double Bottom, Axis Values)
{
    private const double Ascent = 16;

    /// <summary>A frame that leaves room for its numbers.</summary>
    public static TimeAxis For(double maximum, double width, double height, int steps, ChartContext context)
    {
        Axis axis = Axis.For(maximum, steps);
        double left = axis.Marks.Max(mark => context.Width(DisplayNumber.AxisMark(mark, axis.Step), Lettering.Small)) + 5;
        return new TimeAxis(left, width - 4, Ascent, height - 13, axis);
    }

    /// <summary>Height of a value.</summary>
    public double Y(double value) => Values.Place(value, Bottom, Top);

    /// <summary>Grid lines, numbers, unit.</summary>
    public IEnumerable<Shape> Frame(string unit)
    {
        foreach (double mark in Values.Marks)
        {
            double y = Y(mark);
            yield return new Line([new Point(Left, y), new Point(Right, y)], mark == 0 ? new Stroke(Palette.Grey, 0.8) : new Stroke(Palette.Grid, 0.5));
            yield return new Label(Left - 4, y + (Lettering.Small * 0.36), DisplayNumber.AxisMark(mark, Values.Step), Lettering.Small, Colour.Muted, Alignment.End);
        }

        yield return new Label(0, 7, unit, Lettering.Small, Colour.Muted);
    }

    /// <summary>Labels below the base line, thinned evenly from the last one backwards so that they keep apart.</summary>
    public IEnumerable<Shape> Below(IReadOnlyList<(double X, string Text)> places, double end, ChartContext context)
    {
        if (places.Count == 0) yield break;
        double widest = places.Max(place => context.Width(place.Text, Lettering.Small)) + 5;
        double distance = places.Count > 1 ? (places[^1].X - places[0].X) / (places.Count - 1) : widest;
        int every = Math.Max(1, (int)Math.Ceiling(widest / distance));
        for (int index = (places.Count - 1) % every; index < places.Count; index += every)
        {
            double half = context.Width(places[index].Text, Lettering.Small) / 2;
            yield return new Label(Math.Clamp(places[index].X, half, end - half), Bottom + 10, places[index].Text, Lettering.Small, Colour.Muted, Alignment.Centre);
        }
    }
}
