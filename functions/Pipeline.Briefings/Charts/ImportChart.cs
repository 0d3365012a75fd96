using System.Globalization;
using Pipeline.Briefings.Documents;
using Pipeline.Domain;

namespace Pipeline.Briefings.Charts;

/// <summary>
/// Imports by calendar year as bars, concentrate below and refined above where both are known, with the five-year moving average as a line.
/// A missing year is a gap marked …, and the line is broken where there is no average.
/// </summary>
public static class ImportChart
{
    private const double Height = 152;
    private static readonly Look Concentrate = new(Palette.Deep, Hatch.None, Palette.Deep);
    private static readonly Look Refined = new(Palette.Middle, Hatch.Diagonal, Palette.Deep);
    private static readonly Look Whole = new(Palette.Middle, Hatch.None, Palette.Deep);

    /// <summary>Draws bars and line.</summary>
    /// <param name="years">Years, oldest first; at least one of them with a value or an average.</param>
    /// <param name="width">Width in points.</param>
    /// <param name="context">Language and widths of texts.</param>
    public static Chart Draw(IReadOnlyList<ImportYear> years, double width, ChartContext context)
    {
        ArgumentNullException.ThrowIfNull(years);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentOutOfRangeException.ThrowIfZero(years.Count);
        Language language = context.Language;
        TimeAxis axis = TimeAxis.For(years.Max(year => Math.Max(year.Tonnes ?? 0, year.MovingAverage ?? 0)), width, Height, 5, context);
        double slot = (axis.Right - axis.Left) / years.Count;
        double Middle(int index) => axis.Left + (slot * (index + 0.5));

        List<Shape> shapes = [.. axis.Frame(Words.ImportUnit.In(language))];
        bool byStage = years.Any(year => Parts(year).Count > 1);
        for (int index = 0; index < years.Count; index++)
            shapes.AddRange(Column(years[index], Middle(index), Math.Min(slot * 0.66, 26), axis, byStage));
        shapes.AddRange(Average(years, Middle, axis));
        shapes.AddRange(axis.Below(
            [.. years.Select((year, index) => (Middle(index), year.Year.Year.ToString(CultureInfo.InvariantCulture)))], width, context));
        shapes.AddRange(Key(byStage, width, context));
        return new Chart(new Drawing(width, Height, shapes), Words.ImportAlt.In(language, Described(years, language)));
    }

    /// <summary>Parts of a bar from the bottom upwards: concentrate, then refined. They add up to the year's tonnes; scrap is outside.</summary>
    internal static IReadOnlyList<StageAmount> Parts(ImportYear year) =>
        year.Tonnes is null ? [] : [.. year.ByStage.Where(part => part is { Stage: Stage.Concentrate or Stage.Refined, Tonnes: > 0 }).OrderBy(part => part.Stage)];

    private static IEnumerable<Shape> Column(ImportYear year, double middle, double width, TimeAxis axis, bool byStage)
    {
        if (year.Tonnes is not { } tonnes)
        {
            yield return new Label(middle, axis.Bottom - 3, "…", Lettering.Size, Colour.Ink, Alignment.Centre, FontWeight.Bold);
            yield break;
        }

        IReadOnlyList<StageAmount> parts = byStage ? Parts(year) : [];
        double from = 0;
        foreach ((double amount, Look look) in parts.Count > 0
            ? parts.Select(part => (part.Tonnes, part.Stage == Stage.Concentrate ? Concentrate : Refined))
            : tonnes > 0 ? [(tonnes, Whole)] : Enumerable.Empty<(double, Look)>())
        {
            double top = axis.Y(from + amount);
            yield return new Rect(middle - (width / 2), top, width, axis.Y(from) - top, look.Fill, new Stroke(look.Edge, 0.5), look.Hatch);
            from += amount;
        }
    }

    private static List<Shape> Average(IReadOnlyList<ImportYear> years, Func<int, double> middle, TimeAxis axis)
    {
        List<Point> run = [];
        List<Shape> shapes = [];
        for (int index = 0; index <= years.Count; index++)
        {
            if (index < years.Count && years[index].MovingAverage is { } average)
            {
                run.Add(new Point(middle(index), axis.Y(average)));
                continue;
            }

            if (run.Count > 1) shapes.Add(new Line([.. run], new Stroke(Palette.Line, 1.6)));
            shapes.AddRange(run.Select(Marker));
            run.Clear();
        }

        return shapes;
    }

    private static Rect Marker(Point at) => new(at.X - 1.7, at.Y - 1.7, 3.4, 3.4, Colour.White, new Stroke(Palette.Line, 1.1));

    private static List<Shape> Key(bool byStage, double width, ChartContext context)
    {
        Language language = context.Language;
        List<(string, Look)> bars = byStage
            ? [(Words.LegendConcentrate.In(language), Concentrate), (Words.LegendRefined.In(language), Refined)]
            : [(Words.LegendImports.In(language), Whole)];
        string average = Words.LegendAverage.In(language);
        double lineWidth = 16 + 4 + context.Width(average, Lettering.Small);
        double barsWidth = bars.Sum(entry => 9 + 4 + context.Width(entry.Item1, Lettering.Small) + 11);
        double left = width - lineWidth - barsWidth - 4;
        List<Shape> shapes = [.. Legend.Draw(bars, left, 1, barsWidth + 11, context).Shapes];
        double x = width - lineWidth - 4;
        shapes.Add(new Line([new Point(x, 4.5), new Point(x + 16, 4.5)], new Stroke(Palette.Line, 1.6)));
        shapes.Add(Marker(new Point(x + 8, 4.5)));
        shapes.Add(new Label(x + 20, 7, average, Lettering.Small, Colour.Ink));
        return shapes;
    }

    private static string Described(IReadOnlyList<ImportYear> years, Language language) =>
        string.Join(Words.ListSeparator.In(language), years.Select(year => Described(year, language)));

    private static string Described(ImportYear year, Language language)
    {
        string amount = PrintedImports.Total(year) is { } tonnes ? DisplayNumber.Tonnes(tonnes) : Words.Missing.In(language);
        string average = year.MovingAverage is { } mean ? Words.ImportAltAverage.In(language, DisplayNumber.Tonnes(mean)) : string.Empty;
        return Words.ImportAltYear.In(language, PeriodText.Of(year.Year, language), amount) + average;
    }
}
