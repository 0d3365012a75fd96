using Pipeline.Domain;
using Pipeline.Indicators.Scenarios;

namespace Pipeline.Indicators.Observations;

/// <summary>Which table of a mineral: one series, one statistic, one content basis.</summary>
/// <param name="Series">Series within the mineral.</param>
/// <param name="Statistic">What is measured.</param>
/// <param name="Basis">Content basis of the masses.</param>
internal readonly record struct TableKey(string Series, Statistic Statistic, string Basis);

/// <summary>A table by country as one edition prints it for one period.</summary>
/// <param name="Key">Which table.</param>
/// <param name="Edition">Year of the edition.</param>
/// <param name="Period">Calendar year, or the edition for reserves.</param>
/// <param name="Rows">Countries, rest and world, in order of the file.</param>
internal sealed record PrintedTable(TableKey Key, int Edition, Period Period, IReadOnlyList<MineralStatisticObservation> Rows)
{
    /// <summary>The world row: the one that leaves nobody out where there are two.</summary>
    internal MineralStatisticObservation? World => Rows.Where(row => row.Place.Kind == PlaceKind.WorldTotal)
        .OrderBy(row => row.TotalExcludesWithheld).FirstOrDefault();

    /// <summary>True for a table by country; a figure of one country alone is none.</summary>
    internal bool IsByCountry => Countries.Any() && Rows.Select(row => row.Place).Distinct().Skip(1).Any();

    /// <summary>Country rows in ascending order of code.</summary>
    internal IEnumerable<MineralStatisticObservation> Countries => Rows.Where(row => row.Place.Kind == PlaceKind.Country)
        .OrderBy(row => row.Place.Iso3, StringComparer.Ordinal);

    /// <summary>"Other countries".</summary>
    internal IEnumerable<MineralStatisticObservation> Rests => Rows.Where(row => row.Place.Kind == PlaceKind.Residual);
}

/// <summary>The tables of one mineral in every edition at hand.</summary>
internal sealed class CountryStatistics
{
    private readonly PrintedTable[] tables;

    /// <summary>Sorts the rows of one mineral into tables.</summary>
    internal CountryStatistics(IEnumerable<MineralStatisticObservation> rows) =>
        tables = [.. rows
            .GroupBy(row => (Key: new TableKey(row.Series, row.Statistic, row.Basis), row.Edition, Period: row.Period.Code))
            .Select(group => new PrintedTable(group.Key.Key, group.Key.Edition, group.First().Period, OfLastSnapshot(group)))
            .OrderBy(table => table.Key.Series, StringComparer.Ordinal)
            .ThenBy(table => table.Key.Statistic).ThenBy(table => table.Key.Basis, StringComparer.Ordinal)
            .ThenBy(table => table.Edition).ThenBy(table => table.Period.Code, StringComparer.Ordinal)];

    /// <summary>Every table, oldest edition first within a key.</summary>
    internal IReadOnlyList<PrintedTable> All => tables;

    /// <summary>True when an edition prints anything about the mineral.</summary>
    internal bool HasEdition(int edition) => tables.Any(table => table.Edition == edition);

    /// <summary>The table an indicator rests on: of the newest edition that prints it.</summary>
    internal PrintedTable? Newest(string series, Statistic statistic, string? basis) =>
        Settled(series, statistic, basis) is [.., var newest] ? newest : null;

    /// <summary>
    /// What each edition prints for good, oldest edition first: the older of its two production years (it is no longer a forecast), or the
    /// edition's reserves.
    /// </summary>
    internal IReadOnlyList<PrintedTable> Settled(string series, Statistic statistic, string? basis) =>
        [.. tables.Where(table => table.Key.Series == series && table.Key.Statistic == statistic
                && (basis is null || table.Key.Basis == basis)
                && table.IsByCountry)
            .GroupBy(table => table.Edition)
            .OrderBy(edition => edition.Key)
            .Select(edition => edition.MinBy(table => table.Period.EndYear)!)];

    /// <summary>
    /// Largest value that a country had in the years before a period, with its cell. For each year the newest edition that prints
    /// the country speaks: what a later edition withholds has been withdrawn and does not count.
    /// </summary>
    internal MineralStatisticObservation? LargestBefore(TableKey key, string iso3, Period period, int years) =>
        tables.Where(table => table.Key == key && table.Period.EndYear < period.EndYear && table.Period.EndYear >= checked(period.EndYear - years))
            .SelectMany(table => table.Countries.Where(row => row.Place.Iso3 == iso3))
            .GroupBy(row => row.Period.EndYear)
            .Select(year => year.MaxBy(row => row.Edition)!)
            .Where(row => row.Value.Point is > 0)
            .OrderBy(row => row.Period.EndYear)
            .MaxBy(row => row.Value.Point);

    // Two snapshots of one edition are a file and its reissue: the later in the list holds whole, they are never mixed. What a scenario
    // assumes is no reissue: it speaks of single places and takes the place of what is printed for these alone.
    private static MineralStatisticObservation[] OfLastSnapshot(IEnumerable<MineralStatisticObservation> rows)
    {
        ILookup<bool, MineralStatisticObservation> all = rows.ToLookup(row => row.Flags.Contains(ScenarioSource.Flag));
        MineralStatisticObservation[] assumed = [.. all[true].GroupBy(row => row.Place).Select(place => place.Last())];
        HashSet<Place> places = [.. assumed.Select(row => row.Place)];
        return [.. LatestSnapshot.Of(all[false]).Where(row => !places.Contains(row.Place)), .. assumed];
    }
}
