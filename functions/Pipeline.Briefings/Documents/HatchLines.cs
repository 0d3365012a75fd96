namespace Pipeline.Briefings.Documents;

/// <summary>A hatch as the lines it consists of, already cut at the rectangle's edges, so that every back end draws the same ones.</summary>
public static class HatchLines
{
    private const double Spacing = 5;
    private const double Width = 0.6;

    /// <summary>Lines over a rectangle; none when it has no hatch.</summary>
    public static IEnumerable<Line> Over(Rect rect)
    {
        ArgumentNullException.ThrowIfNull(rect);
        if (rect.Hatch == Hatch.None) yield break;
        var stroke = new Stroke(ColourOver(rect), Width);
        var (left, top, right, bottom) = (rect.X, rect.Y, rect.X + rect.Width, rect.Y + rect.Height);

        // Multiples of the spacing counted from the drawing's origin: hatches of neighbouring rectangles run on into each other.
        foreach (var sum in Multiples(left + top, right + bottom))
        {
            var (from, to) = (Math.Max(left, sum - bottom), Math.Min(right, sum - top));
            if (from < to) yield return new Line([new(from, sum - from), new(to, sum - to)], stroke);
        }
        if (rect.Hatch != Hatch.Cross) yield break;
        foreach (var difference in Multiples(left - bottom, right - top))
        {
            var (from, to) = (Math.Max(left, difference + top), Math.Min(right, difference + bottom));
            if (from < to) yield return new Line([new(from, from - difference), new(to, to - difference)], stroke);
        }
    }

    private static IEnumerable<double> Multiples(double from, double to)
    {
        for (var n = Math.Floor(from / Spacing) + 1; n * Spacing < to; n++) yield return n * Spacing;
    }

    /// <summary>White on a dark fill, ink on a light one.</summary>
    private static Colour ColourOver(Rect rect) => rect.Fill is not { } fill
        ? rect.Stroke?.Colour ?? Colour.Ink
        : (0.2126 * fill.Red) + (0.7152 * fill.Green) + (0.0722 * fill.Blue) < 140 ? Colour.White : Colour.Ink;
}
