using Pipeline.Domain;

namespace Pipeline.Indicators.Imports;

/// <summary>A nine-digit code that occurs in the trade statistics, with what it means for one mineral.</summary>
/// <param name="Code">Nine digits.</param>
/// <param name="Meaning">Row of the code table.</param>
/// <param name="Factor">Tonnes of metal per tonne of goods.</param>
internal sealed record MeasuredCode(string Code, TradeCode Meaning, double Factor)
{
    /// <summary>First two digits: the chapter whose file must have been taken in.</summary>
    internal string Chapter => Code[..2];

    /// <summary>Row of the reference table, for evidence.</summary>
    internal string Reference => ReferenceOf(Meaning);

    /// <summary>Row of the reference table in words.</summary>
    internal static string ReferenceOf(TradeCode row) => (row.Code.Length == 9 ? "trade-codes-hs9.csv " : "trade-codes-hs6.csv ") + row.Code;
}

/// <summary>
/// The trade codes of one mineral: those that can be added up as contained metal, and those that are left out because they hold other
/// minerals as well (baskets) or have no defensible content factor.
/// </summary>
internal sealed class MineralCodes
{
    private readonly TradeLedger ledger;
    private readonly TradeCode[] table;
    private readonly Dictionary<string, HsEdition> editions = new(StringComparer.Ordinal);

    internal MineralCodes(string mineral, TradeLedger ledger)
        : this(TradeCodeTable.ForMineral(mineral), mineral, ledger) { }

    internal MineralCodes(IReadOnlyList<TradeCode> table, string mineral, TradeLedger ledger)
    {
        this.ledger = ledger;
        Mineral = mineral;
        HashSet<string> headings = [.. table.Select(row => row.Code[..6])];
        (string Code, TradeCode Meaning)[] mapped = [.. ledger.Codes.Where(code => code.Length >= 6 && headings.Contains(code[..6]))
            .SelectMany(code => Meanings(table, code).Select(meaning => (code, meaning)))];
        Measured = [.. mapped.Where(pair => IsMeasured(pair.Meaning))
            .Select(pair => new MeasuredCode(pair.Code, pair.Meaning, pair.Meaning.ContentFactor!.Value))];
        HashSet<TradeCode> met = [.. mapped.Select(pair => pair.Meaning)];
        foreach (TradeCode row in table)
        {
            editions[row.Editions] = HsEdition.Parse(row.Editions);
        }

        // A heading whose nine-digit codes all have rows of their own says nothing more about this mineral.
        this.table = [.. table.Where(row => row.Code.Length == 9 || met.Contains(row)
            || !table.Any(nine => nine.Code.Length == 9 && nine.Code.StartsWith(row.Code, StringComparison.Ordinal)))];
    }

    /// <summary>Identifier of the mineral.</summary>
    internal string Mineral { get; }

    /// <summary>Codes that occur and can be added up, in order of code.</summary>
    internal IReadOnlyList<MeasuredCode> Measured { get; }

    /// <summary>Every code of the mineral with what becomes of it, in order of code.</summary>
    internal IReadOnlyList<CodeUse> Uses =>
        [.. table.Select(row => new CodeUse(row.Code, row.Stage, row.ContentFactor, row.Confidence, LeftOut(row)))];

    /// <summary>True when a row can be added up: the mineral alone, with a content factor.</summary>
    internal static bool IsMeasured(TradeCode row) => row.Allocation == Allocation.Exclusive && row.ContentFactor is not null;

    /// <summary>Rows of a stage in force in a year that can be added up, whether or not anything was imported under them.</summary>
    internal IReadOnlyList<TradeCode> MeasurableIn(Stage stage, int year) => [.. InForce(stage, year).Where(IsMeasured)];

    /// <summary>Rows of a stage in force in a year that are left out.</summary>
    internal IReadOnlyList<TradeCode> LeftOutIn(Stage stage, int year) => [.. InForce(stage, year).Where(row => !IsMeasured(row))];

    /// <summary>
    /// Codes that begin or end inside a window without a code on the other side that measures the same stage: a comparison over the
    /// window would compare two different things.
    /// </summary>
    internal IReadOnlyList<TradeCode> Unbridged(int first, int last) =>
        [.. table.Where(row => row.Stage != Stage.Scrap && IsMeasured(row) && IsCutWithin(EditionOf(row), first, last))
            .Where(row => !table.Any(other => other.Stage == row.Stage && IsMeasured(other)
                && EditionOf(other).Adjoins(EditionOf(row))))];

    private static bool IsCutWithin(HsEdition edition, int first, int last) =>
        (edition.First is { } begin && begin > first && begin <= last) || (edition.Last is { } end && end >= first && end < last);

    private static IEnumerable<TradeCode> Meanings(IReadOnlyList<TradeCode> table, string code)
    {
        // The nine-digit rows of all minerals decide whether the heading still speaks for a code, so the shared table resolves it.
        IReadOnlyList<TradeCode> shared = TradeCodeTable.Resolve(code);
        return shared.Count > 0
            ? table.Where(row => shared.Contains(row))
            : table.Where(row => row.Code == code || row.Code == code[..Math.Min(6, code.Length)]);
    }

    private IEnumerable<TradeCode> InForce(Stage stage, int year) => table.Where(row => row.Stage == stage && IsInForce(row, year));

    // The editions of the Harmonized System date six-digit headings. A national nine-digit code is dated by the statistics themselves.
    private bool IsInForce(TradeCode row, int year) => row.Code.Length == 9
        ? ledger.Lifetime(row.Code) is { } lifetime && year >= lifetime.First && year <= lifetime.Last
        : EditionOf(row).Contains(year);

    private HsEdition EditionOf(TradeCode row) => editions[row.Editions];

    private static Reason? LeftOut(TradeCode row) => row.Allocation == Allocation.Basket
        ? new Reason("basketCode", [])
        : row.ContentFactor is null ? new Reason("noContentFactor", []) : null;
}
