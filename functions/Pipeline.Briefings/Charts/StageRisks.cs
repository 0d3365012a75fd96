using Pipeline.Briefings.Numbers;
using Pipeline.Domain;

namespace Pipeline.Briefings.Charts;

/// <summary>A kind of risk along the chain.</summary>
/// <param name="Kind">Its name.</param>
/// <param name="Cells">One cell a stage, in the order of <see cref="StageRisks.Stages"/>.</param>
internal sealed record StageRiskRow(Phrase Kind, IReadOnlyList<StageRiskCell> Cells);

/// <summary>A kind of risk at one stage.</summary>
/// <param name="Indicator">Indicator that judges it, or none.</param>
/// <param name="IsOpenQuestion">True when the risk may exist at the stage but no indicator of S judges it.</param>
internal sealed record StageRiskCell(string? Indicator, bool IsOpenQuestion);

/// <summary>
/// Where S (サプライチェーンと評価指標) places its indicators along the chain: reserves ①, production ②, concentrate ③, refined ④, 部素材 ⑤ (its cost is
/// what prices move) and 最終製品 ⑥ (what is not collected from it is lost). Self-sufficiency speaks of metal, hence of the refined stage.
/// </summary>
internal static class StageRisks
{
    private static readonly StageRiskCell None = new(null, false);
    private static readonly StageRiskCell Open = new(null, true);

    /// <summary>Stages in the order of the chain.</summary>
    public static IReadOnlyList<Phrase> Stages { get; } =
        [Words.StageReserves, Words.StageMining, Words.StageConcentrate, Words.StageRefined, Words.StageParts, Words.StageFinal];

    /// <summary>Kinds of risk; the order is no rank.</summary>
    public static IReadOnlyList<StageRiskRow> Rows { get; } =
    [
        new(Words.KindConcentration, [Of(IndicatorId.ReserveConcentration), Of(IndicatorId.ProductionConcentration), None, Open, Open, Open]),
        new(Words.KindImports, [None, None, Of(IndicatorId.ImportStabilityConcentrate), Of(IndicatorId.ImportStabilityRefined), Open, Open]),
        new(Words.KindPrice, [None, None, None, None, Of(IndicatorId.PriceFluctuation), Open]),
        new(Words.KindSecondary, [None, None, None, None, Open, Of(IndicatorId.SecondaryUse)]),
        new(Words.KindSelfSufficiency, [None, None, None, Of(IndicatorId.SelfSufficiency), Open, Open]),
    ];

    /// <summary>The number of a cell: the score; its interval where that crosses a mark or there is no score; the rate of self-sufficiency, which has no band.</summary>
    public static string Number(IndicatorResult result, ChartContext context)
    {
        if (result.Status == ResultStatus.NotApplicable) return string.Empty;
        if (result.Indicator == IndicatorId.SelfSufficiency) return Rate(result, context);
        if (result.Score is { } score && result.BandLow == result.BandHigh) return context.Write(FigurePath.Result(result.Indicator, "score"), score, DisplayNumber.Score);
        return (result.ScoreLow, result.ScoreHigh) switch
        {
            ({ } low, { } high) => Words.Range.In(context.Language, Figure("scoreLow", low, DisplayNumber.Score), Figure("scoreHigh", high, DisplayNumber.Score)),
            ({ } low, null) => Words.AtLeast.In(context.Language, Figure("scoreLow", low, DisplayNumber.Score)),
            _ => string.Empty,
        };

        string Figure(string figure, double value, Func<double, string> format) => context.Write(FigurePath.Result(result.Indicator, figure), value, format);
    }

    private static string Rate(IndicatorResult result, ChartContext context)
    {
        return (result.Value, result.Low, result.High) switch
        {
            ({ } value, _, _) => Figure("value", value) + Words.PercentSign.In(context.Language),
            (null, { } low, { } high) => Words.PercentRange.In(context.Language, Figure("low", low), Figure("high", high)),
            (null, { } low, null) => Words.PercentOrAbove.In(context.Language, Figure("low", low)),
            _ => string.Empty,
        };

        string Figure(string figure, double value) => context.Write(FigurePath.Result(result.Indicator, figure), value, DisplayNumber.Percent);
    }

    private static StageRiskCell Of(string indicator) => new(indicator, false);
}
