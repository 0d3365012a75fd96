using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Numbers;
using Pipeline.Domain;

namespace Pipeline.Briefings.Charts;

/// <summary>A mineral in the ranking of self-sufficiency.</summary>
/// <param name="Name">Name in words.</param>
/// <param name="HasGoal">True when the goal is set for its kind of metal.</param>
/// <param name="Low">Rate in percent, or its lower bound; none when nothing is known.</param>
/// <param name="High">Upper end in percent, equal to <paramref name="Low"/> for a point; none when there is no bound.</param>
/// <param name="Text">The rate in words: a value, an interval, "at least", or why there is none.</param>
/// <param name="Illustrative">True when the rate rests on illustrative input.</param>
public sealed record RankedRate(string Name, bool HasGoal, double? Low, double? High, string Text, bool Illustrative);

/// <summary>
/// Rates of self-sufficiency, highest known first, with the goal as a line across the metals it is set for. A lower bound is a bar that is open at its
/// right end, an interval a bar with a hatched continuation, and a rate that is not known a dashed box with words.
/// </summary>
public static class RankingChart
{
    private const double RowHeight = 13.6;
    private const double BarHeight = 8.4;
    private const double Top = 14;
    private const double OpenEnd = 9;
    private const double MissingMark = 16;
    private static readonly Look Aimed = new(Palette.Deep, Hatch.None, Palette.Deep);
    private static readonly Look Other = new(Palette.Middle, Hatch.None, Palette.Deep);

    /// <summary>Draws the bars.</summary>
    /// <param name="rates">Rates from top to bottom; at least one.</param>
    /// <param name="goal">The goal, or none.</param>
    /// <param name="width">Width in points.</param>
    /// <param name="context">Language and widths of texts.</param>
    public static Chart Draw(IReadOnlyList<RankedRate> rates, SelfSufficiencyGoal? goal, double width, ChartContext context)
    {
        ArgumentNullException.ThrowIfNull(rates);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentOutOfRangeException.ThrowIfZero(rates.Count);
        Language language = context.Language;
        double left = rates.Max(rate => context.Width(rate.Name, Lettering.Size)) + 6;
        double right = width - rates.Max(rate => context.Width(rate.Text, Lettering.Size)) - 8;
        Axis axis = Axis.For(rates.Select(rate => rate.High ?? rate.Low ?? 0).Append(goal?.Percent ?? 0).Append(100).Max());
        double bottom = Top + (rates.Count * RowHeight);

        List<Shape> shapes = [];
        foreach (double mark in axis.Marks)
        {
            double x = axis.Place(mark, left, right);
            shapes.Add(new Line([new Point(x, Top - 2), new Point(x, bottom + 1)], mark == 0 ? new Stroke(Palette.Grey, 0.8) : new Stroke(Palette.Grid, 0.5)));
            shapes.Add(new Label(x, bottom + 9, DisplayNumber.AxisMark(mark, axis.Step), Lettering.Small, Colour.Muted, Alignment.Centre));
        }

        shapes.Add(new Label(width, bottom + 9, Words.ShareUnit.In(language), Lettering.Small, Colour.Muted, Alignment.End));
        for (int index = 0; index < rates.Count; index++)
        {
            double middle = Top + ((index + 0.5) * RowHeight);
            shapes.Add(new Label(left - 6, middle + (Lettering.Size * 0.36), rates[index].Name, Lettering.Size, Colour.Ink, Alignment.End));
            shapes.AddRange(Body(rates[index], axis, left, right, middle));
        }

        if (goal is not null) shapes.AddRange(Goal(rates, goal, axis.Place(goal.Percent, left, right), width, context));
        (IReadOnlyList<Shape> legend, double end) = Legend.Draw(Key(rates, goal, language), 0, bottom + 15, width, context);
        shapes.AddRange(legend);
        return new Chart(new Drawing(width, end + 1, shapes), InWords(rates, goal, context));
    }

    private static IEnumerable<Shape> Body(RankedRate rate, Axis axis, double left, double right, double middle)
    {
        Look look = rate.HasGoal ? Aimed : Other;
        double baseline = middle + (Lettering.Size * 0.36);
        if (rate.Low is not { } low)
        {
            yield return new Rect(left + 0.6, middle - 3.6, MissingMark, 7.2, null, new Stroke(Palette.Grey, 0.7, 1.6));
            yield return new Label(left + MissingMark + 4, baseline, rate.Text, Lettering.Size, Colour.Muted);
            yield break;
        }

        double from = axis.Place(low, left, right);
        double end = from;
        yield return new Rect(left, middle - (BarHeight / 2), Math.Max(from - left, 0.4), BarHeight, look.Fill, new Stroke(look.Edge, 0.6));
        if (rate.High is not { } high)
        {
            // No upper bound: the bar runs into a point and has no closing edge.
            end = from + OpenEnd;
            yield return new Polygon(
                [new Point(from + 2, middle - (BarHeight / 2)), new Point(end, middle), new Point(from + 2, middle + (BarHeight / 2))], Colour.White, new Stroke(look.Edge, 0.8));
        }
        else if (high > low)
        {
            end = axis.Place(high, left, right);
            yield return new Rect(from, middle - (BarHeight / 2), end - from, BarHeight, Colour.White, new Stroke(look.Edge, 0.6), Hatch.Diagonal);
        }

        yield return new Label(end + 4, baseline, rate.Text, Lettering.Size, rate.Illustrative ? Palette.Brick : Colour.Ink);
    }

    /// <summary>The line is strong in the rows of the metals that the goal is set for, and thin where it only leads the eye.</summary>
    private static IEnumerable<Shape> Goal(IReadOnlyList<RankedRate> rates, SelfSufficiencyGoal goal, double x, double width, ChartContext context)
    {
        yield return new Line([new Point(x, Top - 3), new Point(x, Top + (rates.Count * RowHeight))], new Stroke(Palette.Grey, 0.6, 2));
        for (int index = 0; index < rates.Count; index++)
        {
            if (!rates[index].HasGoal) continue;
            double top = Top + (index * RowHeight);
            yield return new Line([new Point(x, top), new Point(x, top + RowHeight)], new Stroke(Palette.Line, 1.6));
        }

        string word = Words.GoalLabel.In(context.Language, goal.Year, Written(goal, context), Kind(goal, context.Language));
        double half = context.Width(word, Lettering.Small, FontWeight.Bold) / 2;
        yield return new Label(Math.Min(x, width - half), 7, word, Lettering.Small, Palette.Brick, Alignment.Centre, FontWeight.Bold);
    }

    private static List<(string, Look)> Key(IReadOnlyList<RankedRate> rates, SelfSufficiencyGoal? goal, Language language)
    {
        List<(string, Look)> key = [];
        if (goal is not null && rates.Any(rate => rate.HasGoal)) key.Add((Kind(goal, language), Aimed));
        if (rates.Any(rate => !rate.HasGoal)) key.Add((Words.OtherMetals.In(language), Other));
        if (rates.Any(rate => rate is { Low: not null, High: null })) key.Add((Words.LegendOpen.In(language), new Look(Colour.White, Hatch.None, Palette.Deep)));
        if (rates.Any(rate => rate.High > rate.Low)) key.Add((Words.LegendInterval.In(language), new Look(Colour.White, Hatch.Diagonal, Palette.Deep)));
        return key;
    }

    private static string InWords(IReadOnlyList<RankedRate> rates, SelfSufficiencyGoal? goal, ChartContext context)
    {
        Language language = context.Language;
        string values = string.Join(Words.ListSeparator.In(language), rates.Select(rate => Words.CountryAltWord.In(language, rate.Name, rate.Text)));
        return goal is null
            ? Words.RankingAltPlain.In(language, values)
            : Words.RankingAlt.In(language, goal.Year, Written(goal, context), Kind(goal, language), values);
    }

    private static string Written(SelfSufficiencyGoal goal, ChartContext context) => context.Write(FigurePath.Goal, goal.Percent, percent => DisplayNumber.AxisMark(percent, 1));

    private static string Kind(SelfSufficiencyGoal goal, Language language) => Vocabulary.Word(Term.Group, goal.Group, language);
}
