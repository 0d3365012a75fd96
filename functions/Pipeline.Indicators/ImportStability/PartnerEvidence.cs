using System.Globalization;
using Pipeline.Domain;
using Pipeline.Indicators.Imports;

namespace Pipeline.Indicators.ImportStability;

/// <summary>Trees that lead from a partner's term down to the cells of the trade statistics and the six governance estimates.</summary>
internal static class PartnerEvidence
{
    /// <summary>Evidence of one term of the score.</summary>
    internal static EvidenceNode Of(RiskTerm term, StagePartners stage, double whole)
    {
        OriginRow[] rows = [.. stage.Rows.Where(row => row.Row.Origin!.Iso3 == term.Partner.Key)];
        EvidenceNode share = new("share of imports", term.Partner.Key, term.Partner.Share, "1")
        {
            Formula = string.Create(
                CultureInfo.InvariantCulture,
                $"{(stage.OnValue ? "value" : "contained metal")} / {whole:R} {(stage.OnValue ? "thousand yen" : "t")}, the imports of the stage"),
            Inputs = stage.OnValue ? [.. rows.Select(Value)] : [.. ByCode(rows)],
        };
        return new EvidenceNode("term of import stability", term.Partner.Key, term.Term, "1")
        {
            Formula = "share of imports, squared and weighted with the institutional risk",
            Inputs = [share, term.Partner.Risk.Evidence],
        };
    }

    /// <summary>Contained metal by code.</summary>
    internal static IEnumerable<EvidenceNode> ByCode(IEnumerable<OriginRow> rows) =>
        rows.GroupBy(row => row.Code).Select(group =>
        {
            EvidenceNode node = ContainedImports.Node(group.Key, group.Sum(row => row.Tonnes), [.. group.Select(row => row.Row)]);
            OriginRow[] estimated = [.. group.Where(row => row.IsEstimated)];
            return estimated.Length == 0
                ? node
                : node with
                {
                    Inputs =
                    [
                        .. node.Inputs,
                        new EvidenceNode("estimated weight of goods", group.Key.Code, estimated.Sum(row => row.Goods), "t")
                        {
                            Formula = "value / mean value of a tonne of the code, its heading or its stage; at most one unit of the code",
                            Inputs = [.. estimated.Select(Value)],
                        },
                    ],
                };
        });

    private static EvidenceNode Value(OriginRow row) => new("value of goods", row.Code.Code, row.Row.ValueThousandYen, "thousand JPY")
    {
        Cells = [row.Row.Cell with { Column = row.Row.ValueColumn }],
    };
}
