using Pipeline.Domain;

namespace Pipeline.Briefings.Numbers.Figures;

/// <summary>
/// Figures after the standard measures: <c>effects/production-concentration/score</c>. They are assumptions carried through the rules; what they rest
/// on is the evidence of the figure before and the parameter that says how far the measures go.
/// </summary>
internal static class EffectFigures
{
    public static ResolvedFigure? Find(MineralAssessment assessment, FigureAddress address, string[] words)
    {
        if (words is [_, "part"] && assessment.Effects is { } taken)
        {
            return new ResolvedFigure(address, taken.Part * 100, "percent", null, ResultStatus.Ok)
            {
                Evidence = [.. taken.Parameters.Select(ParameterFigures.Node)], Parameters = taken.Parameters,
            };
        }

        if (words is not [_, var indicator, var figure] || assessment.Effects is not { } effects || effects.Find(indicator) is not { } effect || assessment.Find(indicator) is not { } before)
            return null;
        bool isScore = figure.StartsWith("score", StringComparison.Ordinal) || (figure == "difference" && effect.After.Score is not null);
        double? value = figure switch
        {
            "value" => effect.After.Value,
            "low" => effect.After.Low,
            "high" => effect.After.High,
            "score" => effect.After.Score,
            "scoreLow" => effect.After.ScoreLow,
            "scoreHigh" => effect.After.ScoreHigh,
            "difference" => effect.Difference,
            _ => null,
        };
        return value is not { } known ? null : new ResolvedFigure(address, known, isScore ? "1" : effect.Unit, before.Period, effect.After.Status)
        {
            Illustrative = before.Illustrative,
            Label = before.Label,
            Flags = [.. before.Flags.Append(MeasureEffects.Flag).Order(StringComparer.Ordinal)],
            Evidence = [.. before.AllEvidence, .. effects.Parameters.Select(ParameterFigures.Node)],
            Parameters = effects.Parameters,
        };
    }
}
