using Pipeline.Briefings.Documents;

namespace Pipeline.Briefings.Charts;

/// <summary>Key of a chart: swatches with words, in lines that fit the width.</summary>
internal static class Legend
{
    private const double Swatch = 9;
    private const double LineHeight = 11;

    /// <summary>Draws the key from a place to the right and downwards.</summary>
    /// <returns>Shapes, and the height at which the key ends.</returns>
    public static (IReadOnlyList<Shape> Shapes, double Bottom) Draw(
        IReadOnlyList<(string Word, Look Look)> entries, double left, double top, double width, ChartContext context)
    {
        List<Shape> shapes = [];
        double x = left;
        double y = top;
        foreach ((string word, Look look) in entries)
        {
            double advance = Swatch + 4 + context.Width(word, Lettering.Small) + 11;
            if (x > left && x + advance - 11 > left + width)
            {
                x = left;
                y += LineHeight;
            }

            shapes.Add(new Rect(x, y, Swatch, 7, look.Fill, new Stroke(look.Edge, 0.6), look.Hatch));
            // Only words longer than a whole line take several, the further ones below the first.
            IReadOnlyList<string> lines = context.Wrap(word, Lettering.Small, left + width - x - Swatch - 4);
            for (int line = 0; line < lines.Count; line++)
            {
                y += line == 0 ? 0 : LineHeight - 2;
                shapes.Add(new Label(x + Swatch + 4, y + 6, lines[line], Lettering.Small, Colour.Ink));
            }

            x = lines.Count > 1 ? left + width : x + advance;
        }

        return (shapes, entries.Count == 0 ? top : y + LineHeight);
    }
}
