using Pipeline.Domain;
using Pipeline.Indicators.Parameters;

namespace Pipeline.Indicators.Factors;

/// <summary>日本の自給状況 (P 2(2) ③): r₃ = 1 - min(自給率, 100) / 100.</summary>
internal static class SelfSufficiencyFactor
{
    /// <summary>Factor of a mineral.</summary>
    /// <param name="mineral">Identifier of the mineral.</param>
    /// <param name="selfSufficiency">自給率（権益ベース） in percent; "at least x %" is a low end without a value.</param>
    /// <param name="set">Parameters in force.</param>
    internal static IndicatorResult Of(string mineral, IndicatorResult selfSufficiency, ParameterSet set)
    {
        IndicatorResult result = FactorResult.Empty(IndicatorId.SelfSufficiencyFactor, mineral, Stage.Use) with
        {
            Status = selfSufficiency.Status,
            Period = selfSufficiency.Period,
            Value = Score(selfSufficiency.Value),
            // A rate without an upper end may be anything above its lower one: the score can fall to 0.
            Low = selfSufficiency.High is null && selfSufficiency.Low is not null ? 0 : Score(selfSufficiency.High),
            High = Score(selfSufficiency.Low),
            Coverage = selfSufficiency.Coverage,
            ImputedShare = selfSufficiency.ImputedShare,
            Notes = selfSufficiency.Notes,
            Reason = selfSufficiency.Reason,
            Evidence = [.. selfSufficiency.AllEvidence],
        };
        return FactorResult.Finish(result with { Formulas = Formulas(result, selfSufficiency) }, set.Open(), selfSufficiency);
    }

    private static double? Score(double? rate) => rate is { } percent ? 1 - (Math.Min(percent, 100) / 100) : null;

    private static List<FigureFormula> Formulas(IndicatorResult result, IndicatorResult selfSufficiency)
    {
        List<FigureFormula> formulas = [.. FactorResult.Steps("selfSufficiency", selfSufficiency.Formulas)];
        void Add(double? figure, string name, string expression)
        {
            if (figure is not null)
            {
                formulas.Add(new FigureFormula(name, expression));
            }
        }

        Add(result.Value, "value", "1 - least(selfSufficiency.value, 100) / 100");
        Add(result.Low, "low", selfSufficiency.High is null ? "0" : "1 - least(selfSufficiency.high, 100) / 100");
        Add(result.High, "high", "1 - least(selfSufficiency.low, 100) / 100");
        Add(result.Coverage, "coverage", FactorResult.Taken("selfSufficiency", "coverage", selfSufficiency.Formulas));
        Add(result.ImputedShare, "imputedShare", FactorResult.Taken("selfSufficiency", "imputedShare", selfSufficiency.Formulas));
        return formulas;
    }
}
