using System.Globalization;
using Pipeline.Domain;
using Pipeline.Indicators.Imports;

namespace Pipeline.Indicators.ImportStability;

/// <summary>Trees that lead from the imports of a partner down to the cells of the trade statistics.</summary>
internal static class PartnerEvidence
{
    /// <summary>Imports of some rows on the basis of the shares: contained metal, or value.</summary>
    /// <param name="quantity">What they are.</param>
    /// <param name="key">Partner, or empty.</param>
    /// <param name="symbol">Name under which formulas speak of them.</param>
    /// <param name="rows">The rows, at least one.</param>
    /// <param name="onValue">True where shares are shares of the value.</param>
    internal static EvidenceNode Imports(string quantity, string key, string symbol, IEnumerable<OriginRow> rows, bool onValue)
    {
        EvidenceNode[] parts = onValue ? [.. rows.Select(row => Value(row.Row, row.Code.Code, "part"))] : [.. ByCode(rows)];
        return parts is [var part]
            ? part with { Quantity = quantity, Subject = key, Symbol = symbol }
            : new EvidenceNode(quantity, key, parts.Sum(one => one.Value ?? 0), parts[0].Unit)
            {
                Symbol = symbol,
                Formula = onValue ? "sum(part)" : "sum(metal)",
                Inputs = parts,
            };
    }

    /// <summary>Contained metal by code.</summary>
    internal static IEnumerable<EvidenceNode> ByCode(IEnumerable<OriginRow> rows) =>
        rows.GroupBy(row => row.Code).Select(group => ContainedImports.Node(
            group.Key,
            group.Sum(row => row.Tonnes),
            group.Select(row => row.IsEstimated ? Estimate(row) : ContainedImports.Weight(row.Row, row.Code.Code))));

    // A printed zero means "below one unit", so one unit of the code bounds the estimate; the unit in tonnes is a matter of units alone.
    private static EvidenceNode Estimate(OriginRow row)
    {
        string weight = "value / (sum(valueOfOthers) / sum(weightOfOthers))";
        bool isKnown = row.Peers.Count > 0;
        return new EvidenceNode("estimated weight of goods", row.Code.Code, isKnown ? row.Goods : null, "t")
        {
            Symbol = "weight",
            Formula = !isKnown ? null : StagePartners.UnitOf(row.Row) is { } unit
                ? string.Create(CultureInfo.InvariantCulture, $"least({weight}, {unit})")
                : weight,
            Inputs =
            [
                Value(row.Row, row.Code.Code, "value"),
                .. row.Peers.SelectMany(peer => new[]
                {
                    Value(peer, peer.Code, "valueOfOthers"),
                    ContainedImports.Weight(peer, peer.Code) with { Symbol = "weightOfOthers" },
                }),
            ],
        };
    }

    private static EvidenceNode Value(TradeObservation row, string code, string symbol) => new("value of goods", code, row.ValueThousandYen, "thousand JPY")
    {
        Symbol = symbol,
        Cells = [row.Cell with { Column = row.ValueColumn }],
        Corrections = row.Corrections,
    };
}
