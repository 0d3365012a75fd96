using Pipeline.Domain;

namespace Pipeline.Indicators.FinerSet;

/// <summary>The figures of the mines of one mineral. Where two snapshots speak of the same mine and year, the later in the list holds.</summary>
internal sealed class MineLedger
{
    private readonly MineObservation[] figures;

    /// <summary>Sorts the rows of one mineral.</summary>
    internal MineLedger(IEnumerable<MineObservation> rows) =>
        figures = [.. rows.GroupBy(row => (Site: Site(row), row.Quantity, row.Period.Code))
            .Select(same => same.Last())
            .OrderBy(Site, StringComparer.Ordinal)
            .ThenBy(row => row.Period.EndYear)];

    /// <summary>Rows of a quantity in order of site and year.</summary>
    internal IReadOnlyList<MineObservation> Of(MineQuantity quantity) => [.. figures.Where(row => row.Quantity == quantity)];

    /// <summary>Key of a site: its country and its name, since two countries may have a mine of one name.</summary>
    internal static string Site(MineObservation row) => $"{row.Iso3}/{row.Mine}";

    /// <summary>A figure as a leaf of the evidence.</summary>
    internal static EvidenceNode Leaf(string quantity, MineObservation row, string? symbol) =>
        new(quantity, $"{Site(row)} {row.Period.Code}", row.Value.Point ?? (row.Value.IsLowerBound ? row.Value.Low : null), row.Unit)
        {
            Symbol = symbol,
            Cells = [row.Cell],
            Corrections = row.Corrections,
        };

    /// <summary>Marks of rows, in no order: their own, and <c>estimated</c>.</summary>
    internal static IEnumerable<string> Flags(IEnumerable<MineObservation> rows) =>
        rows.SelectMany(row => row.Value.Kind == ValueKind.Estimated ? row.Flags.Append("estimated") : row.Flags);
}
