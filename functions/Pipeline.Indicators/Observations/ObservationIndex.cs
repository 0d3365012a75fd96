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
    private readonly Dictionary<Type, IReadOnlyList<Observation>> byKind;

    /// <summary>Sorts the observations of a run.</summary>
    public ObservationIndex(IReadOnlyList<Observation> observations)
    {
        ArgumentNullException.ThrowIfNull(observations);
        Trade = new TradeLedger(observations.OfType<TradeObservation>());
        Governance = new GovernanceBook(observations.OfType<GovernanceObservation>());
        byKind = observations.GroupBy(observation => observation.GetType()).ToDictionary(group => group.Key, group => (IReadOnlyList<Observation>)[.. group]);
        statistics = observations.OfType<MineralStatisticObservation>().GroupBy(row => row.Mineral, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => new CountryStatistics(group), StringComparer.Ordinal);
        prices = observations.OfType<PriceObservation>().GroupBy(row => row.Mineral, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => new PriceShelf(group), StringComparer.Ordinal);
    }

    private ObservationIndex(
        TradeLedger trade, GovernanceBook governance, Dictionary<string, CountryStatistics> statistics, Dictionary<string, PriceShelf> prices, Dictionary<Type, IReadOnlyList<Observation>> byKind)
    {
        (Trade, Governance) = (trade, governance);
        (this.statistics, this.prices, this.byKind) = (statistics, prices, byKind);
    }

    /// <summary>Imports by code, year and origin.</summary>
    internal TradeLedger Trade { get; }

    /// <summary>Governance estimates of the newest release.</summary>
    internal GovernanceBook Governance { get; }

    /// <summary>All observations of a kind, in the order in which they were given.</summary>
    internal IEnumerable<T> Rows<T>()
        where T : Observation => byKind.GetValueOrDefault(typeof(T), []).Cast<T>();

    /// <summary>
    /// The index with later observations, which hold where both speak of a cell; only what they touch is sorted anew. This one stays as it is.
    /// </summary>
    /// <param name="later">Observations of trade, statistics, prices, governance or the survey.</param>
    /// <param name="replaced">True for a row of the survey that no longer holds, whether or not another takes its place.</param>
    internal ObservationIndex With(IReadOnlyList<Observation> later, Func<Observation, bool> replaced)
    {
        Dictionary<Type, IReadOnlyList<Observation>> kinds = new(byKind)
        {
            [typeof(DomesticSupplyObservation)] = [.. byKind.GetValueOrDefault(typeof(DomesticSupplyObservation), []).Where(row => !replaced(row))],
        };
        foreach (IGrouping<Type, Observation> kind in later.GroupBy(observation => observation.GetType()))
        {
            kinds[kind.Key] = [.. kinds.GetValueOrDefault(kind.Key, []), .. kind];
        }

        return new ObservationIndex(
            later.OfType<TradeObservation>().ToArray() is { Length: > 0 } trade ? Trade.With(trade) : Trade,
            later.Any(row => row is GovernanceObservation) ? new GovernanceBook(kinds[typeof(GovernanceObservation)].Cast<GovernanceObservation>()) : Governance,
            Renewed(statistics, later.OfType<MineralStatisticObservation>().Select(row => row.Mineral), mineral =>
                new CountryStatistics(kinds[typeof(MineralStatisticObservation)].Cast<MineralStatisticObservation>().Where(row => row.Mineral == mineral))),
            Renewed(prices, later.OfType<PriceObservation>().Select(row => row.Mineral), mineral =>
                new PriceShelf(kinds[typeof(PriceObservation)].Cast<PriceObservation>().Where(row => row.Mineral == mineral))),
            kinds);
    }

    /// <summary>Tables by country of a mineral, empty when there are none.</summary>
    internal CountryStatistics Statistics(string mineral) => statistics.GetValueOrDefault(mineral) ?? new CountryStatistics([]);

    /// <summary>Prices of a mineral, empty when there are none.</summary>
    internal PriceShelf Prices(string mineral) => prices.GetValueOrDefault(mineral) ?? new PriceShelf([]);

    private static Dictionary<string, T> Renewed<T>(Dictionary<string, T> earlier, IEnumerable<string> minerals, Func<string, T> make)
    {
        string[] touched = [.. minerals.Distinct(StringComparer.Ordinal)];
        if (touched.Length == 0)
        {
            return earlier;
        }

        Dictionary<string, T> renewed = new(earlier, StringComparer.Ordinal);
        foreach (string mineral in touched)
        {
            renewed[mineral] = make(mineral);
        }

        return renewed;
    }
}
