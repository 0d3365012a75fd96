using System.Text.Json.Serialization;

namespace Pipeline.Domain;

/// <summary>
/// 政策実施前・後 (S, 政策評価ツール): what the indicators would be if every tool that the findings point at were taken by the same part. Hypothetical
/// throughout: computed from assumptions by the rules of the vintage, no forecast, and no result of the assessment depends on it.
/// </summary>
/// <param name="Part">Part by which each measure is taken, 0..1 (parameter <c>effects.part</c>).</param>
/// <param name="Measures">One entry a tool, in the order of S.</param>
/// <param name="Figures">Figures before and after all measures together: the six indicators, self-sufficiency, demand of the scenarios; open ones only.</param>
public sealed record MeasureEffects(double Part, IReadOnlyList<StandardMeasure> Measures, IReadOnlyList<EffectFigure> Figures)
{
    /// <summary>Mark of every figure that rests on an assumption.</summary>
    public const string Flag = "hypothetical";

    /// <summary>Parameters that the assumptions rest on.</summary>
    public IReadOnlyList<ParameterUse> Parameters { get; init; } = [];

    /// <summary>True when a measure is taken, so that there is something to compare.</summary>
    [JsonIgnore]
    public bool AnyTaken => Measures.Any(measure => measure.IsTaken);

    /// <summary>The figure of an indicator, or none.</summary>
    public EffectFigure? Find(string indicator) => Figures.FirstOrDefault(figure => figure.Indicator == indicator);
}

/// <summary>A tool as a measure of one size for every mineral.</summary>
/// <param name="Tool">The tool.</param>
/// <param name="Assumed">What is assumed, in the order in which it takes effect; empty where the measure is not taken.</param>
/// <param name="NotTaken">Why the measure is not taken, as a code of the vocabulary, or none.</param>
public sealed record StandardMeasure(PolicyToolKind Tool, IReadOnlyList<AssumedShift> Assumed, Reason? NotTaken)
{
    /// <summary>True when the measure is taken.</summary>
    [JsonIgnore]
    public bool IsTaken => NotTaken is null;

    /// <summary>Assumptions that cannot take effect on this base, in their order; the others are taken all the same.</summary>
    public IReadOnlyList<RefusedShift> Refused { get; init; } = [];
}

/// <summary>An assumption that cannot take effect.</summary>
/// <param name="Input">What would have changed, as in <see cref="AssumedShift"/>.</param>
/// <param name="Why">Why it cannot, as a code of the vocabulary.</param>
public sealed record RefusedShift(string Input, Reason Why);

/// <summary>One assumption.</summary>
/// <param name="Input">What changes: <c>production</c>, <c>imports/concentrate</c>, <c>imports/refined</c>, <c>demand</c>, <c>secondary</c>.</param>
/// <param name="From">ISO code of the supplier whose supply is replaced, or none.</param>
/// <param name="To">ISO code of the supplier that takes its place, or none.</param>
/// <param name="Share">Part of the whole (production, imports, domestic demand) that changes, 0..1.</param>
public sealed record AssumedShift(string Input, string? From, string? To, double Share);

/// <summary>A figure before and after the measures.</summary>
/// <param name="Indicator">Identifier of the result.</param>
/// <param name="Unit">Unit of value, low and high.</param>
/// <param name="Before">As the assessment has it.</param>
/// <param name="After">With the measures.</param>
/// <param name="Difference">After less before: of the score, else of the value; none where a side has neither.</param>
/// <param name="Tools">Tools that act on the figure and are taken, in the order of S.</param>
public sealed record EffectFigure(string Indicator, string Unit, EffectSide Before, EffectSide After, double? Difference, IReadOnlyList<PolicyToolKind> Tools);

/// <summary>One side of a figure, as in <see cref="IndicatorResult"/>.</summary>
/// <param name="Status">How far it can be relied on.</param>
/// <param name="Value">Point value, or none.</param>
/// <param name="Low">Lower end, or none.</param>
/// <param name="High">Upper end, or none without a bound.</param>
/// <param name="Score">Score 0..1, or none.</param>
/// <param name="ScoreLow">Score of the more favourable end, or none.</param>
/// <param name="ScoreHigh">Score of the less favourable end, or none.</param>
/// <param name="BandLow">Band of the more favourable end, or none.</param>
/// <param name="BandHigh">Band of the less favourable end, or none.</param>
public sealed record EffectSide(
    ResultStatus Status, double? Value, double? Low, double? High, double? Score, double? ScoreLow, double? ScoreHigh, Band? BandLow, Band? BandHigh)
{
    /// <summary>A result without its evidence.</summary>
    public static EffectSide Of(IndicatorResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new EffectSide(result.Status, result.Value, result.Low, result.High, result.Score, result.ScoreLow, result.ScoreHigh, result.BandLow, result.BandHigh);
    }
}
