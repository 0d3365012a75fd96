using Pipeline.Domain;
using Pipeline.Indicators.Observations;
using Pipeline.Indicators.Parameters;

namespace Pipeline.Indicators.Concentration;

/// <summary>What one printed table says once every cell has been read: quantities, residual, and what stays hidden.</summary>
/// <param name="Input">Rows, residual and hidden countries.</param>
/// <param name="Cells">Cells behind each row, by country.</param>
/// <param name="Beside">Cells that belong to no country: the total, the rest, withheld cells, the values that bound them.</param>
/// <param name="Flags">Marks in ordinal order.</param>
internal sealed record TableReading(
    ConcentrationInput Input,
    ILookup<string, MineralStatisticObservation> Cells,
    IReadOnlyList<EvidenceNode> Beside,
    IReadOnlyList<string> Flags)
{
    /// <summary>Reads the tables of a mineral that are added up by country; they are on one content basis.</summary>
    internal static TableReading Of(IReadOnlyList<PrintedTable> tables, CountryStatistics history, ParameterScope parameters)
    {
        TableReader[] readers = [.. tables.Select(table => new TableReader(table, history, parameters))];
        return new TableReading(
            new ConcentrationInput(
                [.. readers.SelectMany(reader => reader.Rows).GroupBy(row => row.Key, StringComparer.Ordinal)
                    .Select(group => new KnownRow(group.Key, group.Sum(row => row.Quantity)))],
                readers.Sum(reader => reader.Residual),
                [.. readers.SelectMany(reader => reader.Hidden)]),
            readers.SelectMany(reader => reader.Known).ToLookup(cell => cell.Place.Iso3!, StringComparer.Ordinal),
            [.. readers.SelectMany(reader => reader.Beside)],
            [.. readers.SelectMany(reader => reader.Flags).Distinct().Order(StringComparer.Ordinal)]);
    }
}

/// <summary>Reads one table, cell by cell.</summary>
internal sealed class TableReader
{
    private readonly PrintedTable table;
    private readonly CountryStatistics history;
    private readonly int hiddenYears;
    private readonly bool totalIsPlain;
    private readonly bool totalExcludesWithheld;
    private readonly List<KnownRow> rows = [];
    private readonly List<HiddenRow> hidden = [];
    private readonly List<MineralStatisticObservation> known = [];
    private readonly List<EvidenceNode> beside = [];
    private readonly SortedSet<string> flags = new(StringComparer.Ordinal);

    internal TableReader(PrintedTable table, CountryStatistics history, ParameterScope parameters)
    {
        this.table = table;
        this.history = history;
        hiddenYears = parameters.Count("concentration.hiddenYears");
        totalIsPlain = table.World is { Value.HasPoint: true };
        totalExcludesWithheld = table.World is { TotalExcludesWithheld: true };
        ReadCountries();
        ReadRests();
        CompareWithTotal(parameters);
        if (Residual > 0)
        {
            flags.Add("residual");
        }
    }

    internal IReadOnlyList<KnownRow> Rows => rows;

    internal IReadOnlyList<HiddenRow> Hidden => hidden;

    internal IReadOnlyList<MineralStatisticObservation> Known => known;

    internal IReadOnlyList<EvidenceNode> Beside => beside;

    internal IReadOnlyCollection<string> Flags => flags;

    internal double Residual { get; private set; }

    private void ReadCountries()
    {
        foreach (MineralStatisticObservation cell in table.Countries)
        {
            flags.UnionWith(cell.Flags);
            double? amount = cell.Value.Point ?? (cell.Value.IsLowerBound ? cell.Value.Low : null);
            if (amount is not null)
            {
                rows.Add(new KnownRow(cell.Place.Iso3!, amount.Value));
                known.Add(cell);
            }

            if (cell.Value.Kind == ValueKind.Estimated)
            {
                flags.Add("estimated");
            }

            if (!cell.Value.HasPoint && cell.Value.Kind != ValueKind.NotApplicable)
            {
                Hide(cell);
            }
        }
    }

    // A plain total holds what its rows do not show, and the gap finds it. Only where the total leaves the country out, or is no
    // plain number, does the amount stay unknown.
    private void Hide(MineralStatisticObservation cell)
    {
        beside.Add(Leaf("cell without a number", cell));
        flags.Add(cell.Value.IsLowerBound ? "openEnded" : cell.Value.Kind == ValueKind.WithheldBySource ? "withheld" : "notCollected");
        if (cell.Flags.Contains("includedElsewhere"))
        {
            return;
        }

        if (totalIsPlain && !(totalExcludesWithheld && cell.Value.Kind == ValueKind.WithheldBySource))
        {
            return;
        }

        flags.Add("hiddenOutsideTotal");
        if (cell.Place.Iso3 is not { } iso3)
        {
            hidden.Add(new HiddenRow(HiddenRow.UnnamedRest, cell.Value.High));
            return;
        }

        MineralStatisticObservation? largest = history.LargestBefore(table.Key, iso3, table.Period, hiddenYears);
        if (largest is not null)
        {
            beside.Add(Leaf("largest value of the years before", largest));
        }

        hidden.Add(new HiddenRow(iso3, cell.Value.High ?? largest?.Value.Point));
    }

    private void ReadRests()
    {
        foreach (MineralStatisticObservation cell in table.Rests)
        {
            flags.UnionWith(cell.Flags);
            Residual += cell.Value.Point ?? (cell.Value.IsLowerBound ? cell.Value.Low!.Value : 0);
            if (cell.Value.HasPoint || cell.Value.IsLowerBound)
            {
                beside.Add(Leaf("other countries", cell));
            }

            if (!cell.Value.HasPoint && cell.Value.Kind != ValueKind.NotApplicable)
            {
                Hide(cell);
            }
        }
    }

    private void CompareWithTotal(ParameterScope parameters)
    {
        if (table.World is not { } world)
        {
            return;
        }

        flags.UnionWith(world.Flags.Except(["estimated"]));
        beside.Add(Leaf("world total", world));
        TotalComparison comparison = PublishedTotal.Compare(
            world.Value,
            rows.Sum(row => row.Quantity) + Residual,
            parameters.Number("concentration.totalTolerance"),
            parameters.Count("concentration.minimumDigits"));
        Residual += comparison.Gap;
        if (comparison.RowsExceedTotal)
        {
            flags.Add("rowsExceedTotal");
        }
    }

    private static EvidenceNode Leaf(string quantity, MineralStatisticObservation cell) =>
        new(quantity, cell.Place.Iso3 ?? string.Empty, cell.Value.Point ?? cell.Value.Low, cell.Unit)
        {
            Cells = [cell.Cell],
            Corrections = cell.Corrections,
        };
}
