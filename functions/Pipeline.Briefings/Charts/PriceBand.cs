using Pipeline.Domain;

namespace Pipeline.Briefings.Charts;

/// <summary>
/// Five-year volatility band of a price series: the arithmetic mean of the prices of the last five years ± one sample standard deviation (n − 1) of the
/// same prices, in the unit of the series, nominal. Five years are the 60 months up to the last month of the series, of which at least 48 must be
/// known (the rule of 価格変動幅), or the last five calendar years, all of them. It shows the level about which prices moved and how far; the
/// score of 価格変動幅 rests on logarithmic changes instead, because a trend widens this band and not that score.
/// </summary>
/// <param name="Mean">Mean of the prices.</param>
/// <param name="Deviation">Sample standard deviation of the prices, 0 or more.</param>
/// <param name="Prices">The prices, oldest first, each known.</param>
internal sealed record PriceBand(double Mean, double Deviation, IReadOnlyList<PricePoint> Prices)
{
    private const int Months = 60;
    private const int FewestMonths = 48;
    private const int Years = 5;

    /// <summary>Lower edge; below zero when prices vary by more than their mean.</summary>
    public double Low => Mean - Deviation;

    /// <summary>Upper edge.</summary>
    public double High => Mean + Deviation;

    /// <summary>First and last price of the band.</summary>
    public Period Period => (Prices[0].Period, Prices[^1].Period) switch
    {
        (CalendarYear first, CalendarYear last) => new YearSpan(first, last),
        (Month first, Month last) => new MonthSpan(first, last),
        (_, { } last) => last,
    };

    /// <summary>The band of a series, or none where the series is shorter than five years or has too many gaps.</summary>
    public static PriceBand? Of(PriceHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        if (history.Points.Count == 0) return null;
        (int length, int fewest) = history.IsMonthly ? (Months, FewestMonths) : (Years, Years);
        int last = Ordinal(history.Points[^1].Period);
        if (last - Ordinal(history.Points[0].Period) + 1 < length) return null;
        List<PricePoint> prices = [.. history.Points.Where(point => point.Price is not null && Ordinal(point.Period) > last - length)];
        if (prices.Count < fewest) return null;
        double mean = prices.Average(point => point.Price!.Value);
        return new PriceBand(mean, Math.Sqrt(prices.Sum(point => Math.Pow(point.Price!.Value - mean, 2)) / (prices.Count - 1)), prices);
    }

    /// <summary>Place of a period in an unbroken count of months or years.</summary>
    public static int Ordinal(Period period) => period is Month month ? month.Ordinal : period.EndYear;
}
