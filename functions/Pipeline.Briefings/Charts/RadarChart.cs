using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Numbers;
using Pipeline.Domain;

namespace Pipeline.Briefings.Charts;

/// <summary>
/// The six scores on six axes from 0 (centre) to 1 (rim). An indicator without a score is a gap: its axis is dashed, its label says why,
/// and the outline is broken there. An interval is a bar along the axis; one without an upper bound is open towards the rim.
/// </summary>
public static class RadarChart
{
    private const double Gap = 5;
    private const double LabelWidth = 51;
    private const double Leading = 8.6;
    private const double LegendHeight = 14;
    private static readonly double[] Rings = [0.2, 0.4, 0.6, 0.8, 1.0];
    private static readonly Stroke AfterLine = new(Palette.Deep, 1.6);
    private static readonly Stroke BeforeLine = new(Palette.Line, 1.2, 3);

    /// <summary>Draws the radar.</summary>
    /// <param name="results">Results that hold the six indicators; one that is not among them counts as not judged.</param>
    /// <param name="width">Width in points, 180 or more.</param>
    /// <param name="context">Language and widths of texts.</param>
    public static Chart Draw(IEnumerable<IndicatorResult> results, double width, ChartContext context)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(context);
        List<Spoke> spokes = Spokes(results);
        return new Chart(Draw(spokes, null, width, context), Words.RadarAlt.In(context.Language, Described(spokes, context.Language)));
    }

    /// <summary>
    /// Draws 政策実施前・後: the outline after the measures as usual, the one before them dashed behind it, on the same axes from 0 to 1. Intervals
    /// are those after the measures.
    /// </summary>
    /// <param name="before">Results that hold the six indicators before the measures.</param>
    /// <param name="after">The same with the measures.</param>
    /// <param name="width">Width in points, 180 or more.</param>
    /// <param name="context">Language and widths of texts.</param>
    public static Chart DrawChange(IEnumerable<IndicatorResult> before, IEnumerable<IndicatorResult> after, double width, ChartContext context)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(context);
        List<Spoke> first = Spokes(before);
        List<Spoke> second = Spokes(after);
        Drawing drawing = Draw(second, first, width, context);
        Drawing whole = new(drawing.Width, drawing.Height + LegendHeight, [.. drawing.Shapes, .. ChangeLegend(drawing, context)]);
        return new Chart(whole, Words.RadarChangeAlt.In(context.Language, string.Join(
            Words.ListSeparator.In(context.Language),
            second.Select(spoke => Vocabulary.Word(Term.Indicator, spoke.Indicator, context.Language) + " " + Changed(first[spoke.Index], spoke, context.Language)))));
    }

    private static List<Spoke> Spokes(IEnumerable<IndicatorResult> results)
    {
        Dictionary<string, IndicatorResult> byId = results.ToDictionary(result => result.Indicator, StringComparer.Ordinal);
        return [.. IndicatorId.Six.Select((id, index) => new Spoke(id, byId.GetValueOrDefault(id), index))];
    }

    private static Drawing Draw(List<Spoke> spokes, List<Spoke>? before, double width, ChartContext context)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 180);
        List<List<(string Text, FontWeight Weight, Colour Colour)>> labels = [.. spokes.Select(spoke => LabelLines(spoke, before?[spoke.Index], context))];

        double widest = spokes.Where(spoke => spoke.Index % 3 != 0).SelectMany(spoke => labels[spoke.Index])
            .Max(line => context.Width(line.Text, Lettering.Size, line.Weight));
        double radius = Math.Min(((width / 2) - Gap - widest) / Math.Cos(Math.PI / 6), 84);
        double top = (labels[0].Count * Leading) + 5;
        Point centre = new(width / 2, top + radius);
        double height = centre.Y + radius + 5 + (labels[3].Count * Leading) + 2;

        List<Shape> shapes = [.. Area(spokes, centre, radius), .. Grid(spokes, centre, radius), .. RingNumbers(centre, radius)];
        shapes.AddRange(spokes.SelectMany(spoke => IntervalBar(spoke, centre, radius)));
        if (before is not null)
        {
            shapes.AddRange(Outline(before, centre, radius, BeforeLine));
            shapes.AddRange(before.Where(spoke => spoke.Score is not null).Select(spoke => Diamond(spoke.At(centre, radius, spoke.Score!.Value), 2.4, Colour.White, new Stroke(Palette.Line, 1))));
        }

        shapes.AddRange(Outline(spokes, centre, radius, AfterLine));
        shapes.AddRange(spokes.Where(spoke => spoke.Score is not null).Select(spoke => Marker(spoke.At(centre, radius, spoke.Score!.Value))));
        shapes.AddRange(spokes.SelectMany(spoke => AxisLabel(spoke, labels[spoke.Index], centre, radius)));
        return new Drawing(width, height, shapes);
    }

    private static IEnumerable<Shape> ChangeLegend(Drawing drawing, ChartContext context)
    {
        double x = 4;
        double middle = drawing.Height + (LegendHeight / 2);
        foreach ((Phrase words, Stroke stroke) in new[] { (Words.BeforeMeasures, BeforeLine), (Words.AfterMeasures, AfterLine) })
        {
            string word = words.In(context.Language);
            yield return new Line([new Point(x, middle), new Point(x + 18, middle)], stroke);
            yield return new Label(x + 22, middle + 2.4, word, Lettering.Small, Colour.Ink);
            x += 22 + context.Width(word, Lettering.Small) + 14;
        }
    }

    private static string Changed(Spoke before, Spoke after, Language language) =>
        Shown(before, language) is var first && Shown(after, language) is var second && first == second ? first : $"{first} → {second}";

    /// <summary>Two scores, each under its address.</summary>
    private static string Change(Spoke before, Spoke after, ChartContext context) =>
        context.Write(FigurePath.Result(before.Indicator, "score"), before.Score!.Value, DisplayNumber.Score) + " → "
        + context.Write(FigurePath.Effect(after.Indicator, "score"), after.Score!.Value, DisplayNumber.Score);

    private static string Shown(Spoke spoke, Language language) => spoke.Score is { } score ? DisplayNumber.Score(score) : ResultText.Status(spoke.Status, language);

    private static List<Shape> Grid(IReadOnlyList<Spoke> spokes, Point centre, double radius)
    {
        List<Shape> shapes = [.. Rings.Select(ring => new Polygon(
            [.. spokes.Select(spoke => spoke.At(centre, radius, ring))], null, new Stroke(ring == 1.0 ? Palette.Grey : Palette.Grid, ring == 1.0 ? 0.7 : 0.5)))];
        shapes.AddRange(spokes.Select(spoke => new Line(
            [centre, spoke.At(centre, radius, 1)], spoke.Score is null ? new Stroke(Palette.Grey, 0.8, 2) : new Stroke(Palette.Grid, 0.5))));
        return shapes;
    }

    /// <summary>The area between neighbouring scores; a tint, since the outline carries the meaning.</summary>
    private static IEnumerable<Shape> Area(IReadOnlyList<Spoke> spokes, Point centre, double radius) =>
        spokes.All(spoke => spoke.Score is not null)
            ? [new Polygon([.. spokes.Select(spoke => spoke.At(centre, radius, spoke.Score!.Value))], Palette.Tint, null)]
            : Neighbours(spokes).Select(pair => new Polygon(
                [centre, pair.From.At(centre, radius, pair.From.Score!.Value), pair.To.At(centre, radius, pair.To.Score!.Value)], Palette.Tint, null));

    private static IEnumerable<Shape> Outline(IReadOnlyList<Spoke> spokes, Point centre, double radius, Stroke stroke)
    {
        if (spokes.All(spoke => spoke.Score is not null))
            return [new Polygon([.. spokes.Select(spoke => spoke.At(centre, radius, spoke.Score!.Value))], null, stroke)];
        return Neighbours(spokes).Select(pair => new Line(
            [pair.From.At(centre, radius, pair.From.Score!.Value), pair.To.At(centre, radius, pair.To.Score!.Value)], stroke));
    }

    private static IEnumerable<(Spoke From, Spoke To)> Neighbours(IReadOnlyList<Spoke> spokes) =>
        spokes.Select(spoke => (From: spoke, To: spokes[(spoke.Index + 1) % spokes.Count])).Where(pair => pair.From.Score is not null && pair.To.Score is not null);

    private static IEnumerable<Shape> IntervalBar(Spoke spoke, Point centre, double radius)
    {
        if (spoke.Interval is not { } interval) yield break;
        Point from = spoke.At(centre, radius, interval.Low);
        Point to = spoke.At(centre, radius, interval.High ?? 1);
        yield return new Line([from, to], new Stroke(Palette.Middle, 3.2));
        yield return spoke.Across(from, 3.4, new Stroke(Palette.Deep, 1.1));
        if (interval.High is not null) yield return spoke.Across(to, 3.4, new Stroke(Palette.Deep, 1.1));
    }

    private static Polygon Marker(Point at) => Diamond(at, 2.9, Palette.Deep, new Stroke(Colour.White, 0.6));

    private static Polygon Diamond(Point at, double half, Colour fill, Stroke stroke) => new(
        [at with { Y = at.Y - half }, at with { X = at.X + half }, at with { Y = at.Y + half }, at with { X = at.X - half }], fill, stroke);

    /// <summary>Numbers of the rings stand between the last axis and the first, on white, where no marker can hide them.</summary>
    private static IEnumerable<Shape> RingNumbers(Point centre, double radius)
    {
        foreach (double ring in Rings)
        {
            double middle = radius * ring * Math.Cos(Math.PI / 6);
            Point at = new(centre.X - (middle * Math.Sin(Math.PI / 6)), centre.Y - (middle * Math.Cos(Math.PI / 6)));
            yield return new Rect(at.X - 4.6, at.Y - 3, 9.2, 6, Colour.White);
            yield return new Label(at.X, at.Y + 2, DisplayNumber.AxisMark(ring, 0.2), 5.6, Colour.Muted, Alignment.Centre);
        }
    }

    private static IEnumerable<Label> AxisLabel(
        Spoke spoke, List<(string Text, FontWeight Weight, Colour Colour)> lines, Point centre, double radius)
    {
        Point rim = spoke.At(centre, radius, 1);
        double block = lines.Count * Leading;
        return spoke.Index switch
        {
            0 => Lettering.Stack(lines, rim.X, rim.Y - 4 - (block / 2), Lettering.Size, Leading, Alignment.Centre),
            3 => Lettering.Stack(lines, rim.X, rim.Y + 4 + (block / 2), Lettering.Size, Leading, Alignment.Centre),
            < 3 => Lettering.Stack(lines, rim.X + Gap, rim.Y, Lettering.Size, Leading, Alignment.Start),
            _ => Lettering.Stack(lines, rim.X - Gap, rim.Y, Lettering.Size, Leading, Alignment.End),
        };
    }

    private static List<(string Text, FontWeight Weight, Colour Colour)> LabelLines(Spoke spoke, Spoke? before, ChartContext context)
    {
        string name = ShortName.Of(spoke.Indicator, context.Language);
        double width = spoke.Index % 3 == 0 ? 2 * LabelWidth : LabelWidth;
        List<(string Text, FontWeight Weight, Colour Colour)> lines =
            [.. context.Wrap(name, Lettering.Size, width).Select(line => (line, FontWeight.Regular, Colour.Ink))];
        if (before is not null && Changed(before, spoke, context.Language) is var changed && changed != Shown(spoke, context.Language))
        {
            // Two scores stay on one line, so that the change is read at a glance; words of a status may be long.
            bool scores = before.Score is not null && spoke.Score is not null;
            lines.AddRange((scores ? [Change(before, spoke, context)] : context.Wrap(changed, Lettering.Size, width, FontWeight.Bold)).Select(line => (line, FontWeight.Bold, Colour.Navy)));
            return lines;
        }

        if (spoke.Score is { } score)
        {
            lines.Add((context.Write(FigurePath.Result(spoke.Indicator, "score"), score, DisplayNumber.Score), FontWeight.Bold, Colour.Navy));
            return lines;
        }

        string status = ResultText.Status(spoke.Status, context.Language);
        lines.AddRange(context.Wrap(status, Lettering.Size, width, FontWeight.Bold).Select(line => (line, FontWeight.Bold, Colour.Muted)));
        return lines;
    }

    private static string Described(IReadOnlyList<Spoke> spokes, Language language) => string.Join(
        Words.ListSeparator.In(language),
        spokes.Select(spoke => Vocabulary.Word(Term.Indicator, spoke.Indicator, language) + " " + (spoke.Result is { } result
            ? ResultText.Score(result, language)
            : ResultText.Status(spoke.Status, language))));

    /// <summary>One axis: its indicator and where its values lie.</summary>
    private sealed record Spoke(string Indicator, IndicatorResult? Result, int Index)
    {
        public ResultStatus Status => Result?.Status ?? ResultStatus.Insufficient;

        public double? Score => Result?.Score;

        /// <summary>Ends of the interval where it is wider than a mark; none for a point and where there is no interval.</summary>
        public (double Low, double? High)? Interval => Result is { Status: not ResultStatus.NotApplicable, ScoreLow: { } low } result
            && (result.ScoreHigh is not { } high || high - low > 0.0005) ? (low, result.ScoreHigh) : null;

        private double Angle => (Math.PI / 3 * Index) - (Math.PI / 2);

        public Point At(Point centre, double radius, double value) =>
            new(centre.X + (radius * value * Math.Cos(Angle)), centre.Y + (radius * value * Math.Sin(Angle)));

        public Line Across(Point at, double half, Stroke stroke) => new(
            [
                new Point(at.X - (half * Math.Sin(Angle)), at.Y + (half * Math.Cos(Angle))),
                new Point(at.X + (half * Math.Sin(Angle)), at.Y - (half * Math.Cos(Angle))),
            ],
            stroke);
    }
}
