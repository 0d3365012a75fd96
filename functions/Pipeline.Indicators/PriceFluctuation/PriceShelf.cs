using Pipeline.Domain;

namespace Pipeline.Indicators.PriceFluctuation;

/// <summary>What the editions say together about one annual series.</summary>
/// <param name="Rows">One price a year, of the newest edition that prints the year, oldest first.</param>
/// <param name="Obstacle">Why the editions cannot be spliced, or none.</param>
internal sealed record SplicedSeries(IReadOnlyList<PriceObservation> Rows, Reason? Obstacle);

/// <summary>The prices of one mineral by source and series.</summary>
internal sealed class PriceShelf(IEnumerable<PriceObservation> prices)
{
    private readonly PriceObservation[] prices = [.. prices];

    /// <summary>The prices that are neither invented nor purely illustrative.</summary>
    internal PriceShelf Real => new(prices.Where(price => !price.Cell.Illustrative));

    /// <summary>Names of the monthly series of a source that have a price, in ordinal order.</summary>
    internal IReadOnlyList<string> MonthlySeries(string source) =>
        [.. prices.Where(price => price.Source == source && price.Period is Month && !price.Deflated && price.Value.HasPoint)
            .Select(price => price.Series).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>
    /// Months of a running file, oldest first; where two snapshots print a month, the later in the list holds, a real price before an
    /// illustrative one.
    /// </summary>
    internal IReadOnlyList<PriceObservation> Months(string source, string series) =>
        [.. prices.Where(price => price.Source == source && price.Series == series && price.Period is Month && !price.Deflated)
            .GroupBy(price => ((Month)price.Period).Ordinal).OrderBy(group => group.Key)
            .Select(group => group.LastOrDefault(price => !price.Cell.Illustrative) ?? group.Last())];

    /// <summary>
    /// Years of an annual series over all editions. Editions are spliced only when series, unit and nominal basis are the same, and when
    /// no later edition has restated a year so far that it must be another thing.
    /// </summary>
    /// <param name="source">Identifier of the source.</param>
    /// <param name="series">Name of the series.</param>
    /// <param name="firstYear">Year from which the series has one definition.</param>
    /// <param name="restatement">Factor from which a restated year is another definition.</param>
    internal SplicedSeries Years(string source, string series, int firstYear, double restatement)
    {
        PriceObservation[] rows = [.. prices.Where(price => price.Source == source && price.Series == series && price.Period is CalendarYear
            && price.Period.EndYear >= firstYear)];
        if (rows.Any(price => price.Deflated))
        {
            return new SplicedSeries([], new Reason("deflatedPrices", []));
        }

        string[] units = [.. rows.Select(price => price.Unit).Distinct().Order(StringComparer.Ordinal)];
        if (units.Length > 1)
        {
            return new SplicedSeries([], new Reason("priceUnitChanges", [string.Join(", ", units)]));
        }

        IGrouping<int, PriceObservation>[] years = [.. rows.GroupBy(price => price.Period.EndYear).OrderBy(group => group.Key)];
        PriceObservation[] newest = [.. years.Select(year => year.OrderBy(price => price.Edition).Last())];
        int? restated = years.Where(year => Spread(year) >= restatement).Select(year => (int?)year.Key).LastOrDefault();
        return restated is { } broken
            ? new SplicedSeries(newest, new Reason("yearRestated", [new CalendarYear(broken).Code]))
            : new SplicedSeries(newest, null);
    }

    private static double Spread(IEnumerable<PriceObservation> year)
    {
        double[] points = [.. year.Select(price => price.Value.Point).OfType<double>().Where(point => point > 0)];
        return points.Length < 2 ? 1 : points.Max() / points.Min();
    }
}
