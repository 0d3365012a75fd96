using Pipeline.Domain;

namespace Pipeline.Indicators.PriceFluctuation;

/// <summary>
/// A monthly series of the market outlook that may stand in for the reference series of a mineral, where that one is annual or cannot be used.
/// Real prices and illustrative ones are two candidates, the real ones first: a series that is only an example never displaces a real one.
/// </summary>
/// <param name="Series">Name of the series as its reader gives it: <c>market-outlook/gallium/…</c>; empty where none can be chosen.</param>
/// <param name="Months">Prices, oldest first.</param>
/// <param name="IsIllustrative">True when a price of the series is invented or purely illustrative.</param>
/// <param name="Obstacle">Why the outlook's prices cannot be used, or none.</param>
internal sealed record MonthlyStandIn(string Series, IReadOnlyList<PriceObservation> Months, bool IsIllustrative, Reason? Obstacle = null)
{
    private const string Outlook = "market-outlook";

    /// <summary>Candidates, real prices before illustrative ones; none where the outlook has no monthly price of the mineral.</summary>
    /// <param name="choice">Reference series of the mineral, which may name the monthly one.</param>
    /// <param name="shelf">Prices of the mineral.</param>
    internal static IEnumerable<MonthlyStandIn> Of(PriceChoice? choice, PriceShelf shelf)
    {
        MonthlyStandIn? real = Of(choice, shelf.Real, isIllustrative: false);
        MonthlyStandIn? any = Of(choice, shelf, isIllustrative: true);
        if (real is not null)
        {
            yield return real;
        }

        if (any is not null && (real is null || any.Months.Any(month => month.Cell.Illustrative)))
        {
            yield return any;
        }
    }

    /// <summary>The result that is to be filled, saying that the outlook's prices stand in, which, and since when they run.</summary>
    internal IndicatorResult Announce(IndicatorResult empty) => empty with
    {
        Flags = [.. empty.Flags, "outlookPrices"],
        Notes = [new Reason("outlookPrices", [Publisher(Series), Months.First(month => month.Value.HasPoint).Period.Code])],
    };

    private static MonthlyStandIn? Of(PriceChoice? choice, PriceShelf shelf, bool isIllustrative)
    {
        string[] names = [.. shelf.MonthlySeries(Outlook).Where(name => choice?.Monthly is not { } named || name == named)];
        if (names.Length != 1)
        {
            return names.Length == 0 ? null : new MonthlyStandIn(
                string.Empty, [], isIllustrative, new Reason("outlookSeriesNotNamed", [string.Join(", ", names.Select(Publisher))]));
        }

        IReadOnlyList<PriceObservation> months = shelf.Months(Outlook, names[0]);
        string[] units = [.. months.Select(month => month.Unit).Distinct().Order(StringComparer.Ordinal)];
        return new MonthlyStandIn(names[0], months, isIllustrative, units.Length > 1 ? new Reason("priceUnitChanges", [string.Join(", ", units)]) : null);
    }

    /// <summary>Name without the source and the mineral before it.</summary>
    private static string Publisher(string series) => series[(series.LastIndexOf('/') + 1)..];
}
