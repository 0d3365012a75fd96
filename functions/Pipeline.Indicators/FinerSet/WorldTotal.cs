using Pipeline.Domain;
using Pipeline.Indicators.Concentration;
using Pipeline.Indicators.Observations;

namespace Pipeline.Indicators.FinerSet;

/// <summary>The world total of a mineral's named tables for one time: what mines are a part of, and what reserves last for.</summary>
/// <param name="Tables">The named tables, all of one period.</param>
/// <param name="Tonnes">Sum of their totals in tonnes.</param>
/// <param name="IsLowerBound">True where a total is printed as <c>&gt;x</c>.</param>
/// <param name="ExcludesCountries">True where a total leaves out withheld countries.</param>
internal sealed record WorldTotal(IReadOnlyList<PrintedTable> Tables, double Tonnes, bool IsLowerBound, bool ExcludesCountries)
{
    /// <summary>Content basis of the masses: that of the first table, the named ones being on one.</summary>
    internal string Basis => Tables[0].Key.Basis;

    /// <summary>Time the total speaks of.</summary>
    internal Period Period => Tables[0].Period;

    /// <summary>Totals of the named tables by edition, oldest first; an edition that does not print all of them with a number is left out.</summary>
    internal static IReadOnlyList<WorldTotal> ByEdition(TableChoice choice, CountryStatistics statistics) =>
        [.. choice.Series.SelectMany(series => statistics.Settled(series, choice.Statistic, choice.Basis))
            .GroupBy(table => table.Edition)
            .OrderBy(edition => edition.Key)
            .Where(edition => edition.Count() == choice.Series.Count && edition.All(table => Amount(table) is not null))
            .Where(edition => edition.Select(table => table.Period).Distinct().Count() == 1)
            .Select(edition => new WorldTotal(
                [.. edition],
                edition.Sum(table => Amount(table)!.Value),
                edition.Any(table => table.World!.Value.IsLowerBound),
                edition.Any(table => table.World!.TotalExcludesWithheld)))];

    /// <summary>The printed totals as leaves of the evidence.</summary>
    internal IEnumerable<EvidenceNode> Leaves(string symbol) => Tables.Select(table => new EvidenceNode(
        "world total", $"{table.Key.Series} {table.Period.Code}", Amount(table), table.World!.Unit)
    {
        Symbol = symbol,
        Cells = [table.World.Cell],
        Corrections = table.World.Corrections,
    });

    /// <summary>Marks that a result from this total carries, in no order.</summary>
    internal IEnumerable<string> Flags()
    {
        IEnumerable<string> printed = Tables.SelectMany(table => table.World!.Value.Kind == ValueKind.Estimated
            ? table.World.Flags.Append("estimated")
            : table.World.Flags);
        printed = IsLowerBound ? printed.Append("openEnded") : printed;
        return ExcludesCountries ? printed.Append("hiddenOutsideTotal") : printed;
    }

    private static double? Amount(PrintedTable table) =>
        (table.World?.Value is { IsLowerBound: true } bound ? bound.Low : table.World?.Value.Point) is > 0 and double amount ? amount : null;
}
