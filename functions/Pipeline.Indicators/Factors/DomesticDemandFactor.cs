using Pipeline.Domain;
using Pipeline.Indicators.Parameters;

namespace Pipeline.Indicators.Factors;

/// <summary>国内需要動向 (P 2(2) ④): r₄ = clamp(0.5 + scale x g, 0, 1), g being the growth of the five-year moving average of imports.</summary>
internal static class DomesticDemandFactor
{
    private const double Unchanged = 0.5;

    /// <summary>Factor of a mineral.</summary>
    /// <param name="mineral">Identifier of the mineral.</param>
    /// <param name="growth">輸入量の5か年移動平均の増減率, 1 = doubled.</param>
    /// <param name="set">Parameters in force.</param>
    internal static IndicatorResult Of(string mineral, IndicatorResult growth, ParameterSet set)
    {
        ParameterScope parameters = set.Open();
        double scale = parameters.Number("factor4.scale");
        double? Score(double? change) => change is { } known ? Math.Clamp(Unchanged + (scale * known), 0, 1) : null;
        IndicatorResult result = FactorResult.Empty(IndicatorId.DomesticDemandFactor, mineral, Stage.Trade) with
        {
            Status = growth.Status,
            Period = growth.Period,
            Value = Score(growth.Value),
            Low = Score(growth.Low),
            High = Score(growth.High),
            Coverage = growth.Coverage,
            ImputedShare = growth.ImputedShare,
            Notes = growth.Notes,
            Reason = growth.Reason,
            Evidence = [.. growth.AllEvidence, parameters.Quote("factor4.scale", "scale")],
        };
        return FactorResult.Finish(result with { Formulas = Formulas(result, growth) }, parameters, growth);
    }

    private static List<FigureFormula> Formulas(IndicatorResult result, IndicatorResult growth)
    {
        List<FigureFormula> formulas = [.. FactorResult.Steps("growth", growth.Formulas)];
        foreach ((double? figure, string name) in new[] { (result.Value, "value"), (result.Low, "low"), (result.High, "high") })
        {
            if (figure is not null)
            {
                formulas.Add(new FigureFormula(name, $"clamp(0.5 + scale * growth.{name}, 0, 1)"));
            }
        }

        if (result.Coverage is not null)
        {
            formulas.Add(new FigureFormula("coverage", FactorResult.Taken("growth", "coverage", growth.Formulas)));
        }

        if (result.ImputedShare is not null)
        {
            formulas.Add(new FigureFormula("imputedShare", FactorResult.Taken("growth", "imputedShare", growth.Formulas)));
        }

        return formulas;
    }
}
