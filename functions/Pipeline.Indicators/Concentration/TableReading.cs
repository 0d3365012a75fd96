using Pipeline.Domain;
using Pipeline.Indicators.Observations;
using Pipeline.Indicators.Parameters;

namespace Pipeline.Indicators.Concentration;

/// <summary>A cell without a number whose amount no total shows, and what bounds the amount.</summary>
/// <param name="Row">The country as the arithmetic takes it.</param>
/// <param name="Cell">The cell.</param>
/// <param name="Bound">The largest amount it may have, down to its cell, or none.</param>
internal sealed record HiddenCell(HiddenRow Row, MineralStatisticObservation Cell, EvidenceNode? Bound);

/// <summary>What the printed tables of a mineral say once every cell has been read: quantities, residual, and what stays hidden.</summary>
/// <param name="Input">Rows, residual and hidden countries.</param>
/// <param name="Cells">Cells behind each row, by country.</param>
/// <param name="Beside">Cells that belong to no country: the total, the rest, withheld cells.</param>
/// <param name="Hidden">The cells behind the hidden countries, in the order of the input.</param>
/// <param name="HasGap">True when a single table's published total exceeds its rows by more than its rounding.</param>
/// <param name="Flags">Marks in ordinal order.</param>
internal sealed record TableReading(
    ConcentrationInput Input,
    ILookup<string, MineralStatisticObservation> Cells,
    IReadOnlyList<EvidenceNode> Beside,
    IReadOnlyList<HiddenCell> Hidden,
    bool HasGap,
    IReadOnlyList<string> Flags)
{
    /// <summary>How the residual follows from the symbols <c>quantity</c> (the rows), <c>rest</c> and <c>total</c>.</summary>
    internal string Residual => HasGap ? "total - sum(quantity)" : "sum(rest)";

    /// <summary>Reads the tables of a mineral that are added up by country; they are on one content basis.</summary>
    internal static TableReading Of(IReadOnlyList<PrintedTable> tables, CountryStatistics history, ParameterScope parameters)
    {
        TableReader[] readers = [.. tables.Select(table => new TableReader(table, history, parameters))];
        HiddenCell[] hidden = [.. readers.SelectMany(reader => reader.Hidden)];
        bool single = readers.Length == 1;
        return new TableReading(
            new ConcentrationInput(
                [.. readers.SelectMany(reader => reader.Rows).GroupBy(row => row.Key, StringComparer.Ordinal)
                    .Select(group => new KnownRow(group.Key, group.Sum(row => row.Quantity)))],
                readers.Sum(reader => reader.Residual),
                [.. hidden.Select(cell => cell.Row)]),
            readers.SelectMany(reader => reader.Known).ToLookup(cell => cell.Place.Iso3!, StringComparer.Ordinal),
            [.. readers.SelectMany(reader => single ? reader.Beside : reader.BesideOthers)],
            hidden,
            single && readers[0].HasGap,
            [.. readers.SelectMany(reader => reader.Flags).Distinct().Order(StringComparer.Ordinal)]);
    }

    /// <summary>A cell as a leaf of the evidence, with the number that the arithmetic takes from it.</summary>
    internal static EvidenceNode Leaf(string quantity, MineralStatisticObservation cell, string? symbol = null) =>
        new(quantity, cell.Place.Iso3 ?? string.Empty, cell.Value.Point ?? cell.Value.Low, cell.Unit)
        {
            Symbol = symbol,
            Cells = [cell.Cell],
            Corrections = cell.Corrections,
        };
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
    private readonly List<HiddenCell> hidden = [];
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

    internal IReadOnlyList<HiddenCell> Hidden => hidden;

    internal IReadOnlyList<MineralStatisticObservation> Known => known;

    /// <summary>Evidence that belongs to no country, where this table stands alone.</summary>
    internal IReadOnlyList<EvidenceNode> Beside => beside;

    /// <summary>
    /// The same where other tables are added to this one: the gap to its total is then a rest of its own, with the rows of this table
    /// alone below it.
    /// </summary>
    internal IReadOnlyList<EvidenceNode> BesideOthers => HasGap
        ? [.. beside.Where(node => node.Symbol != "total").Select(node => node with { Symbol = null }), Rest()]
        : beside;

    /// <summary>True when the published total exceeds the rows by more than its rounding.</summary>
    internal bool HasGap { get; private set; }

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
        beside.Add(TableReading.Leaf("cell without a number", cell));
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
        EvidenceNode? allowed = cell.Value.High is { } high ? TableReading.Leaf("largest amount that the cell allows", cell) with { Value = high } : null;
        if (cell.Place.Iso3 is not { } iso3)
        {
            hidden.Add(new HiddenCell(new HiddenRow(HiddenRow.UnnamedRest, allowed?.Value), cell, allowed));
            return;
        }

        MineralStatisticObservation? largest = history.LargestBefore(table.Key, iso3, table.Period, hiddenYears);
        EvidenceNode? bound = allowed ?? (largest is null ? null : TableReading.Leaf("largest value of the years before", largest));
        hidden.Add(new HiddenCell(new HiddenRow(iso3, bound?.Value), cell, bound));
    }

    private void ReadRests()
    {
        foreach (MineralStatisticObservation cell in table.Rests)
        {
            flags.UnionWith(cell.Flags);
            Residual += cell.Value.Point ?? (cell.Value.IsLowerBound ? cell.Value.Low!.Value : 0);
            if (cell.Value.HasPoint || cell.Value.IsLowerBound)
            {
                beside.Add(TableReading.Leaf("other countries", cell, "rest"));
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
        TotalComparison comparison = PublishedTotal.Compare(
            world.Value,
            rows.Sum(row => row.Quantity) + Residual,
            parameters.Number("concentration.totalTolerance"),
            parameters.Count("concentration.minimumDigits"));
        Residual += comparison.Gap;
        HasGap = comparison.Gap > 0;
        beside.Add(TableReading.Leaf("world total", world, HasGap ? "total" : null));
        if (comparison.RowsExceedTotal)
        {
            flags.Add("rowsExceedTotal");
        }
    }

    private EvidenceNode Rest() => new("amount that no country of the table accounts for", table.Key.Series, Residual, table.Rows[0].Unit)
    {
        Symbol = "rest",
        Formula = "total - sum(quantity)",
        Inputs =
        [
            .. beside.Where(node => node.Symbol == "total"),
            .. known.Select(cell => TableReading.Leaf("quantity", cell, "quantity")),
        ],
    };
}
