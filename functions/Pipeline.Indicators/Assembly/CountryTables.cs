using Pipeline.Domain;
using Pipeline.Indicators.Concentration;
using Pipeline.Indicators.Observations;
using Pipeline.Indicators.Parameters;

namespace Pipeline.Indicators.Assembly;

/// <summary>Production, capacity and reserves by country as printed: the tables that feed an indicator first, then the others.</summary>
internal static class CountryTables
{
    private static readonly Statistic[] Shown =
    [
        Statistic.MineProduction, Statistic.PrimaryProduction, Statistic.RefineryProduction, Statistic.SmelterProduction,
        Statistic.SecondaryProduction, Statistic.Capacity, Statistic.Reserves,
    ];

    internal static IReadOnlyList<CountryTable> Of(string mineral, CountryStatistics statistics, ParameterSet set)
    {
        SeriesChoice? choice = set.Open().Row<SeriesChoice>("concentration.series", mineral);
        HashSet<PrintedTable> reference = choice is null
            ? []
            : [.. ConcentrationIndicator.Tables(choice.Production, statistics), .. ConcentrationIndicator.Tables(choice.Reserves, statistics)];
        int newest = statistics.All.Count == 0 ? 0 : statistics.All.Max(table => table.Edition);
        return [.. statistics.All.Select(table => table.Key).Distinct()
            .Where(key => Shown.Contains(key.Statistic))
            .Select(key => statistics.Newest(key.Series, key.Statistic, key.Basis))
            .OfType<PrintedTable>()
            .Where(table => table.Edition == newest || reference.Contains(table))
            .OrderByDescending(reference.Contains)
            .ThenBy(table => Array.IndexOf(Shown, table.Key.Statistic))
            .ThenBy(table => table.Key.Series, StringComparer.Ordinal)
            .Select(table => Show(table, reference.Contains(table), statistics, set))];
    }

    private static CountryTable Show(PrintedTable table, bool isReference, CountryStatistics statistics, ParameterSet set)
    {
        TableReading reading = TableReading.Of([table], statistics, set.Open());
        double sum = reading.Input.Rows.Sum(row => row.Quantity) + reading.Input.Residual;
        IEnumerable<MineralStatisticObservation> rows = table.Rows
            .Where(row => row.Place.Kind != PlaceKind.WorldTotal && row.Value.Kind != ValueKind.NotApplicable)
            .OrderBy(row => row.Place.Kind)
            .ThenByDescending(row => row.Value.Point ?? row.Value.Low ?? -1)
            .ThenBy(row => row.Place.Iso3, StringComparer.Ordinal);
        return new CountryTable(
            table.Key.Series,
            table.Key.Statistic,
            table.Period,
            table.Rows[0].Unit,
            table.Key.Basis,
            isReference,
            [.. rows.Select(row => new CountryRow(
                row.Place.Iso3,
                row.Value,
                row.Value.Point is { } point && sum > 0 ? point / sum : null,
                row.Value.Kind == ValueKind.Estimated ? [.. row.Flags.Append("estimated").Distinct().Order(StringComparer.Ordinal)] : row.Flags,
                row.Cell))],
            table.World?.Value)
        {
            WorldCell = table.World?.Cell,
            Whole = sum > 0 ? reading.HasGap ? "total" : "sum(row)" : null,
        };
    }
}
