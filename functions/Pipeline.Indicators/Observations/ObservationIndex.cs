using Pipeline.Domain;
using Pipeline.Indicators.Imports;
using Pipeline.Indicators.ImportStability.Governance;
using Pipeline.Indicators.PriceFluctuation;

namespace Pipeline.Indicators.Observations;

/// <summary>
/// All observations of a run, sorted once and shared by every mineral. Where two snapshots speak of the same cell, the later in the
/// list holds; the caller lists snapshots from the oldest to the newest, in an order that does not depend on chance.
/// </summary>
public sealed class ObservationIndex
{
    private readonly Dictionary<string, CountryStatistics> statistics;
    private readonly Dictionary<string, PriceShelf> prices;
    private readonly ILookup<Type, Observation> byKind;

    /// <summary>Sorts the observations of a run.</summary>
    public ObservationIndex(IReadOnlyList<Observation> observations)
    {
        ArgumentNullException.ThrowIfNull(observations);
        Trade = new TradeLedger(observations.OfType<TradeObservation>());
        Governance = new GovernanceBook(observations.OfType<GovernanceObservation>());
        byKind = observations.ToLookup(observation => observation.GetType());
        statistics = observations.OfType<MineralStatisticObservation>().GroupBy(row => row.Mineral, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => new CountryStatistics(group), StringComparer.Ordinal);
        prices = observations.OfType<PriceObservation>().GroupBy(row => row.Mineral, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => new PriceShelf(group), StringComparer.Ordinal);
    }

    /// <summary>Imports by code, year and origin.</summary>
    internal TradeLedger Trade { get; }

    /// <summary>Governance estimates of the newest release.</summary>
    internal GovernanceBook Governance { get; }

    /// <summary>All observations of a kind, in the order in which they were given.</summary>
    internal IEnumerable<T> Rows<T>()
        where T : Observation => byKind[typeof(T)].Cast<T>();

    /// <summary>Tables by country of a mineral, empty when there are none.</summary>
    internal CountryStatistics Statistics(string mineral) => statistics.GetValueOrDefault(mineral) ?? new CountryStatistics([]);

    /// <summary>Prices of a mineral, empty when there are none.</summary>
    internal PriceShelf Prices(string mineral) => prices.GetValueOrDefault(mineral) ?? new PriceShelf([]);
}
