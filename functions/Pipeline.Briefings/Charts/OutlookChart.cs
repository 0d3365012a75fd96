using System.Globalization;
using Pipeline.Briefings.Documents;
using Pipeline.Domain;

namespace Pipeline.Briefings.Charts;

/// <summary>
/// World demand of a market outlook: history as a solid line, the base case as a dashed one within the fan from the low to the high case, and
/// supply of the base case beside it. It speaks of the world market, so it has a drawing and an axis of its own, apart from Japan's imports.
/// </summary>
public static class OutlookChart
{
    private const double Height = 122;
    private static readonly Stroke Demand = new(Palette.Deep, 1.6);
    private static readonly Stroke Supply = new(Palette.Line, 1.4);

    /// <summary>Draws the fan, or none where the outlook has no demand with a forecast.</summary>
    /// <param name="outlook">The outlook.</param>
    /// <param name="width">Width in points.</param>
    /// <param name="context">Language and widths of texts.</param>
    public static Chart? Draw(MarketOutlook outlook, double width, ChartContext context)
    {
        ArgumentNullException.ThrowIfNull(outlook);
        ArgumentNullException.ThrowIfNull(context);
        if (Find(outlook, OutlookQuantity.Demand, OutlookCase.Base, null) is not { } demand || Known(demand.Forecast).Count == 0) return null;
        OutlookSeries? supply = Find(outlook, OutlookQuantity.Supply, OutlookCase.Base, demand);
        List<(int Year, double Low, double High)> fan = Fan(outlook, demand);
        List<OutlookYear> all = [.. Known(demand.Years), .. supply is null ? [] : Known(supply.Years)];
        int first = all.Min(year => year.Year.Year);
        int last = all.Max(year => year.Year.Year);
        TimeAxis axis = TimeAxis.For(Math.Max(all.Max(year => year.Value.Point!.Value), fan.Select(year => year.High).DefaultIfEmpty(0).Max()), width, Height, 4, context);
        double X(int year) => axis.Left + 8 + ((axis.Right - axis.Left - 16) * (year - first) / Math.Max(1, last - first));

        List<Shape> shapes = [.. axis.Frame(Words.OutlookUnit.In(context.Language, ResultText.Unit(demand.Unit, context.Language)))];
        if (fan.Count > 0) shapes.Add(Area(fan, demand, X, axis));
        shapes.AddRange(Boundary(demand, X, axis, context));
        if (supply is not null) shapes.AddRange(Lines(supply, Supply, X, axis));
        shapes.AddRange(Lines(demand, Demand, X, axis));
        shapes.AddRange(axis.Below(
            [.. Enumerable.Range(first, last - first + 1).Select(year => (X(year), year.ToString(CultureInfo.InvariantCulture)))], width, context));
        shapes.AddRange(Key(fan.Count > 0, supply is not null, width, context));
        return new Chart(new Drawing(width, Height, shapes), Described(outlook, demand, supply, fan, context));
    }

    private static OutlookSeries? Find(MarketOutlook outlook, OutlookQuantity quantity, OutlookCase scenario, OutlookSeries? like) => outlook.Series.FirstOrDefault(series =>
        series.Quantity == quantity && series.Case == scenario && (like is null || (series.Unit == like.Unit && series.Basis == like.Basis)));

    private static List<OutlookYear> Known(IEnumerable<OutlookYear> years) => [.. years.Where(year => year.Value.HasPoint)];

    /// <summary>Years of the forecast for which both outer cases are known.</summary>
    private static List<(int Year, double Low, double High)> Fan(MarketOutlook outlook, OutlookSeries demand)
    {
        List<OutlookYear> low = Known(Find(outlook, OutlookQuantity.Demand, OutlookCase.Low, demand)?.Forecast ?? []);
        List<OutlookYear> high = Known(Find(outlook, OutlookQuantity.Demand, OutlookCase.High, demand)?.Forecast ?? []);
        return [.. low.Join(high, year => year.Year, year => year.Year, (one, other) => (one.Year.Year, one.Value.Point!.Value, other.Value.Point!.Value)).OrderBy(year => year.Year)];
    }

    /// <summary>From the last actual figure, where all cases are one, to the outer cases.</summary>
    private static Polygon Area(List<(int Year, double Low, double High)> fan, OutlookSeries demand, Func<int, double> x, TimeAxis axis)
    {
        IEnumerable<Point> start = Known(demand.History) is { Count: > 0 } past ? [new Point(x(past[^1].Year.Year), axis.Y(past[^1].Value.Point!.Value))] : [];
        return new Polygon(
            [.. start, .. fan.Select(year => new Point(x(year.Year), axis.Y(year.High))), .. fan.AsEnumerable().Reverse().Select(year => new Point(x(year.Year), axis.Y(year.Low)))],
            Palette.Tint,
            new Stroke(Palette.Middle, 0.8));
    }

    /// <summary>A line where forecasts begin.</summary>
    private static IEnumerable<Shape> Boundary(OutlookSeries demand, Func<int, double> x, TimeAxis axis, ChartContext context)
    {
        if (Known(demand.History) is not { Count: > 0 } past) yield break;
        double between = (x(past[^1].Year.Year) + x(Known(demand.Forecast)[0].Year.Year)) / 2;
        yield return new Line([new Point(between, axis.Top), new Point(between, axis.Bottom)], new Stroke(Palette.Grey, 0.8, 1.6));
        string word = Words.OutlookForecastFrom.In(context.Language);
        if (between + 4 + context.Width(word, Lettering.Small) < axis.Right)
            yield return new Label(between + 4, axis.Bottom - 4, word, Lettering.Small, Colour.Muted);
    }

    private static IEnumerable<Shape> Lines(OutlookSeries series, Stroke stroke, Func<int, double> x, TimeAxis axis)
    {
        List<Point> past = [.. Known(series.History).Select(year => new Point(x(year.Year.Year), axis.Y(year.Value.Point!.Value)))];
        List<Point> forecast = [.. Known(series.Forecast).Select(year => new Point(x(year.Year.Year), axis.Y(year.Value.Point!.Value)))];
        if (past.Count > 1) yield return new Line(past, stroke);
        List<Point> onward = [.. past.TakeLast(1), .. forecast];
        if (onward.Count > 1) yield return new Line(onward, stroke with { Dash = 3 });
        foreach (Point place in past.Concat(forecast)) yield return new Rect(place.X - 1.5, place.Y - 1.5, 3, 3, stroke.Colour);
    }

    /// <summary>Key above the plot, from the right edge.</summary>
    private static List<Shape> Key(bool hasFan, bool hasSupply, double width, ChartContext context)
    {
        List<Shape> shapes = [];
        double place = width - 4;
        if (hasSupply) Entry(Words.OutlookKeySupply, x => new Line([new Point(x, 4.6), new Point(x + 16, 4.6)], Supply));
        if (hasFan) Entry(Words.OutlookKeyFan, x => new Rect(x + 4, 1.2, 12, 7, Palette.Tint, new Stroke(Palette.Middle, 0.8)));
        Entry(Words.OutlookKeyDemand, x => new Line([new Point(x, 4.6), new Point(x + 16, 4.6)], Demand));
        return shapes;

        void Entry(Phrase words, Func<double, Shape> mark)
        {
            string word = words.In(context.Language);
            place -= context.Width(word, Lettering.Small);
            shapes.Add(new Label(place, 7, word, Lettering.Small, Colour.Ink));
            shapes.Add(mark(place - 20));
            place -= 32;
        }
    }

    private static string Described(
        MarketOutlook outlook, OutlookSeries demand, OutlookSeries? supply, List<(int Year, double Low, double High)> fan, ChartContext context)
    {
        Language language = context.Language;
        string Listed(IEnumerable<OutlookYear> years) => string.Join(Words.ListSeparator.In(language), Known(years).Select(year =>
            Words.ImportAltYear.In(language, PeriodText.Of(year.Year, language), DisplayNumber.Tonnes(year.Value.Point!.Value))));
        string cases = fan.Count == 0 ? Words.OutlookAltNoFan.In(language) : Words.OutlookAltFan.In(
            language, PeriodText.Of(new CalendarYear(fan[^1].Year), language), DisplayNumber.Tonnes(fan[^1].Low), DisplayNumber.Tonnes(fan[^1].High));
        if (supply is not null) cases += Words.SentenceGap.In(language) + Words.OutlookAltSupply.In(language, Listed(supply.Years));
        return Words.OutlookAlt.In(
            language, ResultText.Unit(demand.Unit, language), PeriodText.Of(outlook.IssuedOn, language), Listed(demand.History), Listed(demand.Forecast), cases,
            ResultText.Basis(demand.Basis, language));
    }
}
