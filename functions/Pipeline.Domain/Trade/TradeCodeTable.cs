using Pipeline.Domain.Reference;

namespace Pipeline.Domain;

/// <summary>Which trade codes belong to which mineral and stage: nine-digit rows go before six-digit rows.</summary>
public static class TradeCodeTable
{
    private static readonly Lazy<(ILookup<string, TradeCode> Six, ILookup<string, TradeCode> Nine)> Loaded = new(() =>
        (Read("trade-codes-hs6.csv", "hs6"), Read("trade-codes-hs9.csv", "hs9")));

    /// <summary>Six-digit headings that appear in the table, for a reader that keeps only mapped rows.</summary>
    public static IReadOnlySet<string> Headings { get; } = new SortedSet<string>(
        Loaded.Value.Six.Select(group => group.Key).Concat(Loaded.Value.Nine.Select(group => group.Key[..6])), StringComparer.Ordinal);

    /// <summary>
    /// What a nine-digit code means: its own rows where there are any, else those of its heading. Several rows mean that the code
    /// counts for several minerals (a basket, or an intermediate that carries a second metal). Empty when the code is not mapped.
    /// </summary>
    public static IReadOnlyList<TradeCode> Resolve(string hs9)
    {
        ArgumentNullException.ThrowIfNull(hs9);
        IEnumerable<TradeCode> nine = Loaded.Value.Nine[hs9];
        return nine.Any() ? [.. nine] : hs9.Length < 6 ? [] : [.. Loaded.Value.Six[hs9[..6]]];
    }

    /// <summary>All rows for one mineral, six-digit headings and nine-digit codes, in order of code.</summary>
    public static IReadOnlyList<TradeCode> ForMineral(string mineral) =>
        [.. Loaded.Value.Six.Concat(Loaded.Value.Nine).SelectMany(group => group)
            .Where(code => code.Mineral == mineral).OrderBy(code => code.Code, StringComparer.Ordinal)];

    private static ILookup<string, TradeCode> Read(string table, string codeColumn) =>
        ReferenceTable.Read(table).Select(row => new TradeCode(
            row[codeColumn],
            row["mineral_id"].Length == 0 ? null : row["mineral_id"],
            Enum.Parse<Stage>(row["stage"], ignoreCase: true),
            row.OptionalDecimal("content_factor"),
            row["factor_basis"],
            row["source"],
            Enum.Parse<Confidence>(row["confidence"], ignoreCase: true),
            row.Optional("hs_editions"),
            row["mineral_id"].Length == 0 || row.Optional("allocation") == "basket" ? Allocation.Basket : Allocation.Exclusive,
            row.Optional("description_ja"),
            row.Optional("note"),
            row.Optional("weak_factor") == "1")).ToLookup(code => code.Code, StringComparer.Ordinal);
}
