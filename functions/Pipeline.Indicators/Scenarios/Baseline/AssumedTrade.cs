using Pipeline.Domain;
using Pipeline.Indicators.Imports;

namespace Pipeline.Indicators.Scenarios.Baseline;

/// <summary>Rows of trade that a scenario assumes, in the form of the trade statistics.</summary>
internal static class AssumedTrade
{
    /// <summary>Imports of contained metal under a code.</summary>
    /// <param name="code">Code and content factor.</param>
    /// <param name="year">Calendar year.</param>
    /// <param name="iso3">Country of origin, or none for the total of all.</param>
    /// <param name="tonnes">Tonnes of metal.</param>
    /// <param name="thousandYen">Value; 0 where the scenario says nothing of values.</param>
    /// <param name="cell">Place of the assumption.</param>
    internal static TradeObservation Row(MeasuredCode code, int year, string? iso3, double tonnes, double thousandYen, SourceCell cell)
    {
        double goods = tonnes / code.Factor;
        return new TradeObservation(
            "mof-trade",
            new CalendarYear(year),
            cell,
            TradeFlow.Import,
            code.Code,
            iso3 is null ? null : new TradeOrigin(CountryCatalogue.CustomsCodeOf(iso3) ?? iso3, iso3),
            goods,
            "MT",
            goods,
            thousandYen,
            cell.Column)
        {
            Flags = [ScenarioSource.Flag],
        };
    }

    /// <summary>
    /// Six estimates whose mean stands for an institutional risk, in the release and year that the base uses: r = (2.5 - m) / 5.
    /// </summary>
    internal static IEnumerable<GovernanceObservation> Governance(string iso3, double risk, int year, int release, SourceCell cell) =>
        Enum.GetValues<GovernanceDimension>().Select(dimension => new GovernanceObservation(
            "wgi",
            new CalendarYear(year),
            cell,
            iso3,
            dimension,
            Estimate(2.5 - (5 * risk)),
            release)
        {
            Flags = [ScenarioSource.Flag],
        });

    // A mean of 0 is an estimate like any other, not a printed dash.
    private static PublishedValue Estimate(double value) => new(ValueKind.Reported, value, value, value, FormattableString.Invariant($"{value:R}"));
}
