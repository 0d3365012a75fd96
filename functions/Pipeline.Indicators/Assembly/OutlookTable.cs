using Pipeline.Domain;

namespace Pipeline.Indicators.Assembly;

/// <summary>
/// The newest issue of the market outlook on a mineral as series by case. Issues are not mixed, since cases of two issues rest on different
/// assumptions; an illustrative issue is shown only where no real one is known.
/// </summary>
internal static class OutlookTable
{
    /// <summary>The outlook, or none when no issue speaks of the mineral.</summary>
    /// <param name="mineral">Identifier of the mineral.</param>
    /// <param name="observations">Rows of all issues; where two snapshots speak of the same year and case of an issue, the later in the list holds.</param>
    internal static MarketOutlook? Of(string mineral, IEnumerable<OutlookObservation> observations)
    {
        OutlookObservation[] all = [.. observations.Where(row => row.Mineral == mineral)];
        OutlookObservation[] real = [.. all.Where(row => !row.Cell.Illustrative)];
        OutlookObservation[] known = real.Length > 0 ? real : all;
        if (known.Length == 0)
        {
            return null;
        }

        DateOnly issued = known.Max(row => row.IssuedOn);
        OutlookSeries[] series = [.. known.Where(row => row.IssuedOn == issued)
            .GroupBy(row => (row.Quantity, row.Case, row.Unit, row.Basis))
            .OrderBy(group => group.Key.Quantity).ThenBy(group => group.Key.Case)
            .ThenBy(group => group.Key.Basis, StringComparer.Ordinal).ThenBy(group => group.Key.Unit, StringComparer.Ordinal)
            .Select(group => Series(group, issued))];
        return new MarketOutlook(issued, series.SelectMany(one => one.Years).Any(year => year.Illustrative), series);
    }

    private static OutlookSeries Series(IGrouping<(OutlookQuantity Quantity, OutlookCase Case, string Unit, string Basis), OutlookObservation> rows, DateOnly issued)
    {
        OutlookYear[] years = [.. rows.GroupBy(row => row.Period.EndYear).OrderBy(year => year.Key).Select(year => Year(year.Last()))];
        return new OutlookSeries(
            rows.Key.Quantity,
            rows.Key.Case,
            rows.Key.Unit,
            rows.Key.Basis,
            [.. years.Where(year => HasEnded(year.Year, issued))],
            [.. years.Where(year => !HasEnded(year.Year, issued))]);
    }

    /// <summary>A year still running when the outlook was issued is a forecast: part of it had not happened.</summary>
    private static bool HasEnded(CalendarYear year, DateOnly issued) => new DateOnly(year.Year, 12, 31) <= issued;

    private static OutlookYear Year(OutlookObservation row) =>
        new(new CalendarYear(row.Period.EndYear), row.Value, row.IssuedOn, row.Citation, row.Cell.Illustrative, row.Cell);
}
