using Pipeline.Domain;
using Pipeline.Indicators.Concentration;
using Pipeline.Indicators.Observations;
using Pipeline.Indicators.Parameters;
using Pipeline.Indicators.Scenarios.Request;
using static System.FormattableString;

namespace Pipeline.Indicators.Scenarios.Levers;

/// <summary>Production by country in the tables that indicator 2 rests on, while measures change it.</summary>
internal sealed class ProductionState(ScenarioState state)
{
    private const string Rest = "-";

    private List<Row>? rows;
    private IReadOnlyList<PrintedTable> tables = [];

    /// <summary>New or larger mine production of a country.</summary>
    internal void Supply(SupplyMeasure measure)
    {
        List<Row> all = rows ??= Load(measure);
        Dictionary<string, double> before = all.GroupBy(row => row.Key, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Sum(row => row.Quantity), StringComparer.Ordinal);
        double amount = AmountsByCountry.New(measure, before.Values.Sum(), 1);
        IReadOnlyDictionary<string, double> kept = AmountsByCountry.Kept(measure, amount, before);
        foreach (Row row in all.Where(row => kept.ContainsKey(row.Key)))
        {
            row.Set(row.Quantity * kept[row.Key], measure.Pointer);
        }

        Row own = all.FirstOrDefault(row => row.Key == measure.Country) ?? Enter(all, measure);
        own.Set(own.Quantity + amount, measure.Pointer);
        foreach (string country in before.Keys.Append(measure.Country).Where(country => kept.ContainsKey(country) || country == measure.Country).Distinct().Order(StringComparer.Ordinal))
        {
            state.Note(new AssumedInput(
                measure.Pointer, "production", country, tables[0].Rows[0].Unit, before.GetValueOrDefault(country), all.Where(row => row.Key == country).Sum(row => row.Quantity)));
        }
    }

    /// <summary>Cells that have changed, and the totals of their tables.</summary>
    internal IEnumerable<Observation> Rows()
    {
        foreach (IGrouping<PrintedTable, Row> table in (rows ?? []).Where(row => row.Pointer is not null).GroupBy(row => row.Table))
        {
            foreach (Row row in table)
            {
                yield return row.Cell(state.Source);
            }

            if (table.Key.World is { } world && Total(table.Key, world) is { } total)
            {
                yield return Assumed(world, total, state.Source.Cell(table.Last().Pointer!));
            }
        }
    }

    private List<Row> Load(SupplyMeasure measure)
    {
        tables = state.ProductionTables();
        return tables.Count == 0
            ? throw new ScenarioRequestException(measure.Pointer, "a base with production by country", "none") { Obstacle = "measureNoProduction" }
            : [.. tables.SelectMany(table => table.Countries.Concat(table.Rests)
                .Where(cell => cell.Value.Point is not null || cell.Value.IsLowerBound)
                .Select(cell => new Row(table, cell, cell.Value.Point ?? cell.Value.Low!.Value)))];
    }

    private Row Enter(List<Row> all, SupplyMeasure measure)
    {
        PrintedTable table = tables[0];
        if (table.Countries.Any(cell => cell.Place.Iso3 == measure.Country))
        {
            throw new ScenarioRequestException(measure.Pointer + "/country", "a country whose production is published, or that has none", measure.Country + ", withheld or not known") { Obstacle = "measureSupplierWithheld" };
        }

        Row row = new(table, table.Countries.First() with { Place = new Place(PlaceKind.Country, measure.Country), Corrections = [], Flags = [] }, 0);
        all.Add(row);
        return row;
    }

    // A total within its rounding stays within it: a sum that the scenario changes by a few tonnes has more digits than the publisher printed.
    private double? Total(PrintedTable table, MineralStatisticObservation world)
    {
        if ((world.Value.Point ?? (world.Value.IsLowerBound ? world.Value.Low : null)) is not { } printed)
        {
            return null;
        }

        Row[] own = [.. rows!.Where(row => row.Table == table)];
        double before = own.Sum(row => row.Printed);
        double after = own.Sum(row => row.Quantity);
        ParameterScope parameters = state.Parameters.Open();
        TotalComparison comparison = PublishedTotal.Compare(
            world.Value, before, parameters.Number("concentration.totalTolerance"), parameters.Count("concentration.minimumDigits"));
        return comparison is { Gap: 0, RowsExceedTotal: false } && world.Value.HasPoint ? after : printed + after - before;
    }

    private static MineralStatisticObservation Assumed(MineralStatisticObservation cell, double quantity, SourceCell place) => cell with
    {
        Cell = place,
        Value = cell.Value.IsLowerBound
            ? PublishedValue.AtLeast(quantity, Invariant($">{quantity:R}"))
            : PublishedValue.Reported(quantity, Invariant($"{quantity:R}")),
        Flags = [.. cell.Flags.Append(ScenarioSource.Flag).Order(StringComparer.Ordinal)],
    };

    /// <summary>One cell.</summary>
    private sealed class Row(PrintedTable table, MineralStatisticObservation cell, double printed)
    {
        internal PrintedTable Table => table;

        internal string Key => cell.Place.Iso3 ?? Rest;

        internal double Printed { get; } = printed;

        internal double Quantity { get; private set; } = printed;

        internal string? Pointer { get; private set; }

        internal void Set(double quantity, string pointer) => (Quantity, Pointer) = (quantity, pointer);

        internal MineralStatisticObservation Cell(ScenarioSource source) => Assumed(cell, Quantity, source.Cell(Pointer!));
    }
}
