using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Numbers;
using Pipeline.Domain;

namespace Pipeline.Briefings.Charts;

/// <summary>
/// Components ① to ⑤ of self-sufficiency stacked to the rate, dark to light, each with an outline and a pattern, against domestic demand
/// (100 %). What is not known is a dashed end: open where there is no upper bound, closed where there is one.
/// </summary>
public static class SupplyStackChart
{
    private const double BarTop = 27;
    private const double BarHeight = 24;
    private const double WordLine = 7.5;
    private static readonly Stroke Unknown = new(Palette.Grey, 0.9, 2.4);
    private static readonly Look UnknownLook = new(Colour.White, Hatch.None, Palette.Grey);

    private static readonly Look[] Looks =
    [
        new(Colour.Navy, Hatch.None, Colour.Navy),
        new(Palette.Deep, Hatch.Diagonal, Colour.Navy),
        new(Palette.Middle, Hatch.None, Colour.Navy),
        new(Palette.Tint, Hatch.Cross, Colour.Navy),
        new(Colour.White, Hatch.Diagonal, Colour.Navy),
    ];

    /// <summary>Draws the bar.</summary>
    /// <param name="supply">Components and what is missing; at least one component has a share of demand.</param>
    /// <param name="rate">自給率 in percent with its bounds.</param>
    /// <param name="goal">Rate that policy aims at for the group of the mineral, or none.</param>
    /// <param name="width">Width in points.</param>
    /// <param name="context">Language and widths of texts.</param>
    public static Chart Draw(SelfSufficiencyTable supply, IndicatorResult rate, SelfSufficiencyGoal? goal, double width, ChartContext context)
    {
        ArgumentNullException.ThrowIfNull(supply);
        ArgumentNullException.ThrowIfNull(rate);
        ArgumentNullException.ThrowIfNull(context);
        List<SupplyRow> rows = [.. supply.Components.Where(row => row.ShareOfDemand is not null)];
        ArgumentOutOfRangeException.ThrowIfZero(rows.Count);
        Language language = context.Language;
        double known = rows.Sum(row => row.ShareOfDemand!.Value) * 100;
        Axis axis = Axis.For(Math.Max(Math.Max(known, rate.High ?? 0) * 1.15, 110), 6);
        double left = 4;
        double right = width - 10;
        double X(double percent) => axis.Place(percent, left, right);

        List<Shape> shapes = [.. Scale(axis, X, context)];
        double from = 0;
        foreach (SupplyRow row in rows)
        {
            double to = from + (row.ShareOfDemand!.Value * 100);
            Look look = Of(row);
            shapes.Add(new Rect(X(from), BarTop, Math.Max(X(to) - X(from), 0.4), BarHeight, look.Fill, new Stroke(look.Edge, 0.7), look.Hatch));
            from = to;
        }

        bool isOpen = rate.Value is null;
        if (isOpen) shapes.AddRange(Rest(X(known), rate.High is { } high ? X(high) : right, rate.High is not null, context));
        shapes.AddRange(Marks(goal, X, context));
        string total = SupplyShares.Total(supply, rate, context);
        double half = context.Width(total, 9, FontWeight.Bold) / 2;
        double middle = Math.Clamp(X(known), half, width - half);
        // White paper behind the total keeps the lines of goal and demand out of its digits.
        shapes.Add(new Rect(middle - half - 1, BarTop - 13.5, (2 * half) + 2, 10.5, Colour.White));
        shapes.Add(new Label(middle, BarTop - 5, total, 9, Colour.Navy, Alignment.Centre, FontWeight.Bold));
        (IReadOnlyList<Shape> legend, double bottom) = Legend.Draw(Key(supply, rows, isOpen, context), left, BarTop + BarHeight + 18, width - left, context);
        return new Chart(new Drawing(width, bottom, [.. shapes, .. legend]), Described(supply, rows, total, goal, language, context));
    }

    /// <summary>Look of the first component of a row.</summary>
    internal static Look Of(SupplyRow row) => Looks[(int)row.Components[0] - 1];

    private static IEnumerable<Shape> Scale(Axis axis, Func<double, double> x, ChartContext context)
    {
        foreach (double mark in axis.Marks)
        {
            yield return new Line([new Point(x(mark), BarTop - 3), new Point(x(mark), BarTop + BarHeight + 3)], mark == 0 ? new Stroke(Palette.Grey, 0.8) : new Stroke(Palette.Grid, 0.5));
            string text = DisplayNumber.AxisMark(mark, axis.Step);
            double half = context.Width(text, Lettering.Small) / 2;
            yield return new Label(Math.Max(x(mark), half), BarTop + BarHeight + 11, text, Lettering.Small, Colour.Muted, Alignment.Centre);
        }
    }

    /// <summary>The part that is not known, from the end of what is.</summary>
    private static IEnumerable<Shape> Rest(double from, double to, bool isClosed, ChartContext context)
    {
        yield return isClosed
            ? new Line([new Point(from, BarTop), new Point(to, BarTop), new Point(to, BarTop + BarHeight), new Point(from, BarTop + BarHeight)], Unknown)
            : new Line([new Point(from, BarTop), new Point(to, BarTop)], Unknown);
        if (!isClosed) yield return new Line([new Point(from, BarTop + BarHeight), new Point(to, BarTop + BarHeight)], Unknown);
        string word = Words.SupplyUnknownPart.In(context.Language);
        if (context.Width(word, Lettering.Size) + 10 < to - from)
            yield return new Label(from + 6, BarTop + (BarHeight / 2) + (Lettering.Size * 0.36), word, Lettering.Size, Colour.Muted);
    }

    /// <summary>Lines of the goal and of demand itself. Their words stand outside each other: one before its line, one behind it, above the total.</summary>
    private static IEnumerable<Shape> Marks(SelfSufficiencyGoal? goal, Func<double, double> x, ChartContext context)
    {
        double foot = BarTop + BarHeight + 3;
        yield return new Line([new Point(x(100), 1.5), new Point(x(100), foot)], new Stroke(Colour.Ink, 1));
        yield return new Label(x(100), WordLine, Words.SupplyWhole.In(context.Language), Lettering.Small, Colour.Ink);
        if (goal is null) yield break;
        yield return new Line([new Point(x(goal.Percent), 1.5), new Point(x(goal.Percent), foot)], new Stroke(Palette.Line, 1.4, 3));
        string percent = context.Write(FigurePath.Goal, goal.Percent, value => DisplayNumber.AxisMark(value, 1));
        yield return new Label(x(goal.Percent), WordLine, Words.SupplyGoalMark.In(context.Language, goal.Year, percent), Lettering.Small, Colour.Ink, Alignment.End);
    }

    private static List<(string, Look)> Key(SelfSufficiencyTable supply, List<SupplyRow> rows, bool isOpen, ChartContext context)
    {
        List<(string, Look)> key = [.. rows.Select(row => (SupplyShares.Named(row, context), Of(row)))];
        if (isOpen && SupplyShares.MissingNames(supply, context.Language) is { Count: > 0 } missing)
            key.Add((Words.SupplyKeyUnknown.In(context.Language, string.Join(Words.ListSeparator.In(context.Language), missing)), UnknownLook));
        return key;
    }

    private static string Described(SelfSufficiencyTable supply, List<SupplyRow> rows, string total, SelfSufficiencyGoal? goal, Language language, ChartContext context)
    {
        List<string> parts = [.. rows.Select(row => SupplyShares.Named(row, context))];
        parts.AddRange(SupplyShares.MissingNames(supply, language).Select(name => Words.SupplyAltMissing.In(language, name)));
        string against = goal is null ? string.Empty : Words.SupplyAltGoal.In(language, Kind(goal, language), goal.Year, DisplayNumber.AxisMark(goal.Percent, 1));
        return Words.SupplyAlt.In(
            language,
            supply.Period is { } period ? PeriodText.Of(period, language) : Words.NoMark.In(language),
            total,
            string.Join(Words.ListSeparator.In(language), parts),
            against);
    }

    /// <summary>Kind of metal as it stands within a sentence.</summary>
    private static string Kind(SelfSufficiencyGoal goal, Language language) => Vocabulary.Word(Term.Group, goal.Group, language) is var word && language == Language.English
        ? char.ToLowerInvariant(word[0]) + word[1..]
        : word;
}
