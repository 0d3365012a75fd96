using Pipeline.Briefings.Documents;

namespace Pipeline.Briefings.Charts;

/// <summary>A bar, or a word where there is no value.</summary>
/// <param name="Name">What the bar stands for.</param>
/// <param name="Share">Share on 0..1, or none.</param>
/// <param name="Word">What stands in place of the bar when there is no share.</param>
/// <param name="Look">Colour and pattern.</param>
internal sealed record Bar(string Name, double? Share, string Word, Look Look)
{
    /// <summary>The share as printed, in per cent; none where there is no share.</summary>
    public string? Percent { get; init; }
}

/// <summary>Colour and pattern of a mark; the two always go together, so that grey print tells them apart.</summary>
internal sealed record Look(Colour Fill, Hatch Hatch, Colour Edge);

/// <summary>Horizontal bars of shares, one below the other, from zero, with the share as a number and a scale in per cent.</summary>
internal static class RankedBars
{
    private const double LineHeight = 8.6;
    private const double MissingMark = 16;
    private const double NameShare = 0.44;

    /// <summary>Draws the bars and, below them, the key of the looks.</summary>
    public static Drawing Draw(IReadOnlyList<Bar> bars, IReadOnlyList<(string Word, Look Look)> key, double width, ChartContext context)
    {
        List<IReadOnlyList<string>> names = [.. bars.Select(bar => context.Wrap(bar.Name, Lettering.Size, width * NameShare))];
        double left = names.SelectMany(lines => lines).Select(line => context.Width(line, Lettering.Size)).DefaultIfEmpty(0).Max() + 5;
        string unit = Words.ShareUnit.In(context.Language);
        double right = width - Math.Max(context.Width("100.0", Lettering.Size), context.Width(unit, Lettering.Small)) - 6;
        Axis axis = Axis.For(Math.Max(bars.Max(bar => bar.Share ?? 0), 0.0005) * 100, 4);

        List<Shape> marks = [];
        double y = 4;
        for (int index = 0; index < bars.Count; index++)
        {
            IReadOnlyList<string> word = bars[index].Share is null ? context.Wrap(bars[index].Word, Lettering.Size, width - left - MissingMark - 5) : [];
            double height = (Math.Max(Math.Max(names[index].Count, word.Count), 1) * LineHeight) + 4.4;
            marks.AddRange(Lettering.Stack(
                [.. names[index].Select(line => (line, FontWeight.Regular, Colour.Ink))], left - 5, y + (height / 2), Lettering.Size, LineHeight, Alignment.End));
            marks.AddRange(Body(bars[index], word, axis, left, right, y + (height / 2)));
            y += height;
        }

        List<Shape> shapes = [];
        foreach (double mark in axis.Marks)
        {
            double x = axis.Place(mark, left, right);
            shapes.Add(new Line([new Point(x, 2), new Point(x, y + 1)], mark == 0 ? new Stroke(Palette.Grey, 0.8) : new Stroke(Palette.Grid, 0.5)));
            shapes.Add(new Label(x, y + 9, DisplayNumber.AxisMark(mark, axis.Step), Lettering.Small, Colour.Muted, Alignment.Centre));
        }

        shapes.Add(new Label(width, y + 9, unit, Lettering.Small, Colour.Muted, Alignment.End));
        shapes.AddRange(marks);
        (IReadOnlyList<Shape> legend, double bottom) = Legend.Draw(key, 0, y + 15, width, context);
        shapes.AddRange(legend);
        return new Drawing(width, bottom + 1, shapes);
    }

    private static IEnumerable<Shape> Body(Bar bar, IReadOnlyList<string> word, Axis axis, double left, double right, double middle)
    {
        if (bar.Share is not { } share)
        {
            yield return new Rect(left + 0.6, middle - 3.6, MissingMark, 7.2, null, new Stroke(Palette.Grey, 0.7, 1.6));
            foreach (Label label in Lettering.Stack(
                [.. word.Select(line => (line, FontWeight.Regular, Colour.Muted))], left + MissingMark + 4, middle, Lettering.Size, LineHeight, Alignment.Start))
                yield return label;
            yield break;
        }

        double end = axis.Place(share * 100, left, right);
        yield return new Rect(left, middle - 4.2, Math.Max(end - left, 0.4), 8.4, bar.Look.Fill, new Stroke(bar.Look.Edge, 0.6), bar.Look.Hatch);
        yield return new Label(end + 4, middle + (Lettering.Size * 0.36), bar.Percent ?? DisplayNumber.PercentOfShare(share), Lettering.Size, Colour.Ink);
    }
}
