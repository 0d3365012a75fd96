using System.Globalization;
using Pipeline.Briefings.Documents;
using Pipeline.Domain;

namespace Pipeline.Briefings.Charts;

/// <summary>
/// A price series as a line from zero, before its five-year volatility band (<see cref="PriceBand"/>) with the mean as a dashed line; the line is
/// broken where a month or year is missing.
/// </summary>
public static class PriceChart
{
    private const double Height = 128;

    /// <summary>Draws the line.</summary>
    /// <param name="history">Prices, oldest first; at least one of them known.</param>
    /// <param name="width">Width in points.</param>
    /// <param name="context">Language and widths of texts.</param>
    public static Chart Draw(PriceHistory history, double width, ChartContext context)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(context);
        List<PricePoint> known = [.. history.Points.Where(point => point.Price is not null)];
        ArgumentOutOfRangeException.ThrowIfZero(known.Count);
        Language language = context.Language;
        PriceBand? band = PriceBand.Of(history);
        TimeAxis axis = TimeAxis.For(Math.Max(known.Max(point => point.Price!.Value), band?.High ?? 0), width, Height, 4, context);
        int first = PriceBand.Ordinal(history.Points[0].Period);
        int steps = Math.Max(1, PriceBand.Ordinal(history.Points[^1].Period) - first);
        double X(Period period) => axis.Left + 6 + ((axis.Right - axis.Left - 12) * (PriceBand.Ordinal(period) - first) / steps);

        List<Shape> shapes = [.. axis.Frame(Words.UnitAbove.In(language, ResultText.Unit(history.Unit, language)))];
        if (band is not null) shapes.AddRange(Band(band, X, axis, width, context));
        foreach (IReadOnlyList<PricePoint> run in Runs(history.Points))
        {
            List<Point> places = [.. run.Select(point => new Point(X(point.Period), axis.Y(point.Price!.Value)))];
            if (places.Count > 1) shapes.Add(new Line(places, new Stroke(Palette.Deep, 1.5)));
            if (!history.IsMonthly || places.Count == 1)
                shapes.AddRange(places.Select(place => new Rect(place.X - 1.7, place.Y - 1.7, 3.4, 3.4, Palette.Deep)));
        }

        shapes.AddRange(axis.Below([.. Ticks(history).Select(period => (X(period), period.EndYear.ToString(CultureInfo.InvariantCulture)))], width, context));
        return new Chart(new Drawing(width, Height, shapes), Described(history, known, band, context));
    }

    /// <summary>The band behind the line; a lower edge below zero stands on the base line.</summary>
    private static IEnumerable<Shape> Band(PriceBand band, Func<Period, double> x, TimeAxis axis, double width, ChartContext context)
    {
        (double left, double right) = (x(band.Prices[0].Period), x(band.Prices[^1].Period));
        double top = axis.Y(band.High);
        yield return new Rect(left, top, right - left, axis.Y(Math.Max(band.Low, 0)) - top, Palette.Tint, new Stroke(Palette.Middle, 0.8));
        yield return new Line([new Point(left, axis.Y(band.Mean)), new Point(right, axis.Y(band.Mean))], new Stroke(Palette.Middle, 1.1, 3));

        string mean = Words.PriceMeanKey.In(context.Language);
        string range = Words.PriceBandKey.In(context.Language);
        double place = width - 4 - context.Width(mean, Lettering.Small);
        yield return new Label(place, 7, mean, Lettering.Small, Colour.Ink);
        yield return new Line([new Point(place - 20, 4.6), new Point(place - 4, 4.6)], new Stroke(Palette.Middle, 1.1, 3));
        place -= 34 + context.Width(range, Lettering.Small);
        yield return new Label(place, 7, range, Lettering.Small, Colour.Ink);
        yield return new Rect(place - 13, 1.2, 9, 7, Palette.Tint, new Stroke(Palette.Middle, 0.8));
    }

    /// <summary>Neighbouring known prices.</summary>
    private static IEnumerable<IReadOnlyList<PricePoint>> Runs(IReadOnlyList<PricePoint> points)
    {
        List<PricePoint> run = [];
        foreach (PricePoint point in points)
        {
            if (run.Count > 0 && (point.Price is null || PriceBand.Ordinal(point.Period) != PriceBand.Ordinal(run[^1].Period) + 1))
            {
                yield return run;
                run = [];
            }

            if (point.Price is not null) run.Add(point);
        }

        if (run.Count > 0) yield return run;
    }

    /// <summary>Every year of an annual series, every January of a monthly one (the first month where there is none).</summary>
    private static List<Period> Ticks(PriceHistory history)
    {
        if (!history.IsMonthly) return [.. history.Points.Select(point => point.Period)];
        List<Period> januaries = [.. history.Points.Select(point => point.Period).Where(period => period is Month { Number: 1 })];
        return januaries.Count > 0 ? januaries : [history.Points[0].Period];
    }

    private static string Described(PriceHistory history, List<PricePoint> known, PriceBand? band, ChartContext context)
    {
        Language language = context.Language;
        PricePoint highest = known.MaxBy(point => point.Price)!;
        PricePoint lowest = known.MinBy(point => point.Price)!;
        string spread = band is null ? Words.PriceAltNoBand.In(language) : Words.PriceAltBand.In(
            language, PeriodText.Of(band.Period, language), DisplayNumber.Price(band.Mean), DisplayNumber.BesidePrice(band.Low, band.Mean), DisplayNumber.BesidePrice(band.High, band.Mean));
        return Words.PriceAlt.In(
            language,
            ResultText.Unit(history.Unit, language),
            PeriodText.Between(history.Points[0].Period, history.Points[^1].Period, language),
            DisplayNumber.Price(known[0].Price!.Value),
            DisplayNumber.Price(known[^1].Price!.Value),
            DisplayNumber.Price(highest.Price!.Value),
            PeriodText.Of(highest.Period, language),
            DisplayNumber.Price(lowest.Price!.Value),
            PeriodText.Of(lowest.Period, language),
            spread);
    }
}
