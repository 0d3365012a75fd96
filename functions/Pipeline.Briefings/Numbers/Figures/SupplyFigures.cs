using System.Globalization;
using Pipeline.Briefings.Charts;
using Pipeline.Domain;

namespace Pipeline.Briefings.Numbers.Figures;

/// <summary>
/// The table of self-sufficiency: <c>self-sufficiency/demand</c>, <c>self-sufficiency/components/c3+c4/share</c>,
/// <c>self-sufficiency/published/1/value</c>. The rate itself is a result.
/// </summary>
internal static class SupplyFigures
{
    public static ResolvedFigure? Find(MineralAssessment assessment, FigureAddress address, string[] words) => assessment.SelfSufficiency is not { } table ? null : words switch
    {
        [_, "demand"] when table.Demand is { } demand => Plain(assessment, address, table, demand, "t") with
        {
            Flags = table.DemandFlags, Evidence = table.DemandEvidence is { } tree ? [tree] : [],
        },
        [_, "printed-total"] when SupplyShares.PrintedSum(table) is { } sum && table.DemandEvidence is { } demand => Plain(assessment, address, table, sum, "percent") with
        {
            Flags = assessment.Find(IndicatorId.SelfSufficiency)?.Flags ?? [],
            Formulas = [new FigureFormula("printed-total", "sum(floor(part / demand * 1000 + 0.5) / 10)")],
            Evidence =
            [
                .. table.Components.Where(row => row.ShareOfDemand is not null)
                    .Select(row => new EvidenceNode("component", row.Key, row.Tonnes ?? row.Low, "t") { Symbol = "part", Inputs = [row.Evidence] }),
                demand with { Symbol = "demand" },
            ],
        },
        [_, "components", var key, var figure] when table.Components.FirstOrDefault(row => row.Key == key) is { } row => Component(assessment, address, table, row, figure),
        [_, "published", var place, var figure] when Published(table, place) is { } rate => PublishedFigure.Of(address, rate.Value, "percent", rate.Period, rate.Cell, figure),
        _ => null,
    };

    private static ResolvedFigure? Component(MineralAssessment assessment, FigureAddress address, SelfSufficiencyTable table, SupplyRow row, string figure)
    {
        double? value = figure switch { "tonnes" => row.Tonnes, "low" => row.Low, "high" => row.High, "share" => row.ShareOfDemand, _ => null };
        if (value is not { } known)
        {
            return null;
        }

        ResolvedFigure plain = Plain(assessment, address, table, known, figure == "share" ? "1" : "t") with { Flags = row.Flags };
        return figure == "share" && table.DemandEvidence is { } demand
            ? plain with
            {
                Formulas = [new FigureFormula("share", "part / demand")],
                Evidence =
                [
                    new EvidenceNode("component", row.Key, row.Tonnes ?? row.Low, "t") { Symbol = "part", Inputs = [row.Evidence] },
                    demand with { Symbol = "demand" },
                ],
            }
            : plain with { Evidence = [row.Evidence] };
    }

    private static PublishedRate? Published(SelfSufficiencyTable table, string place) =>
        int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1 && number <= table.Published.Count ? table.Published[number - 1] : null;

    private static ResolvedFigure Plain(MineralAssessment assessment, FigureAddress address, SelfSufficiencyTable table, double value, string unit)
    {
        IndicatorResult? rate = assessment.Find(IndicatorId.SelfSufficiency);
        return new ResolvedFigure(address, value, unit, table.Period, ResultStatus.Ok) { Illustrative = rate?.Illustrative ?? false, Label = rate?.Label ?? AccessLabel.Open };
    }
}
