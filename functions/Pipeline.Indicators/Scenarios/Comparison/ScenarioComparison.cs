using Pipeline.Domain;

namespace Pipeline.Indicators.Scenarios;

/// <summary>What a scenario gives: before, after, and what made the difference. Hypothetical throughout, and kept nowhere.</summary>
/// <param name="Mineral">Identifier of the mineral.</param>
/// <param name="Base">The vintage it starts from, as <c>vintage</c> and its identifier, or <c>inputs</c> for a baseline that is typed in.</param>
/// <param name="Request">SHA-256 of the request: snapshot of the cells that stand for its assumptions.</param>
/// <param name="ParametersOn">Day whose parameters hold.</param>
/// <param name="Indicators">Every open result, in the order of the assessment.</param>
/// <param name="Tools">Policy tools, in the order of S.</param>
public sealed record ScenarioComparison(
    string Mineral, string Base, string Request, DateOnly ParametersOn, IReadOnlyList<IndicatorChange> Indicators, IReadOnlyList<ToolChange> Tools)
{
    /// <summary>Always true: a figure of a scenario is no figure of a publication.</summary>
    public bool Hypothetical { get; } = true;

    /// <summary>Title of the scenario, or none.</summary>
    public string? Title { get; init; }

    /// <summary>Inputs that the measures have changed.</summary>
    public IReadOnlyList<AssumedInput> Assumed { get; init; } = [];

    /// <summary>Indicator 4 with a hypothetical stock beside it; none unless one is typed in.</summary>
    public StockEffect? Stock { get; init; }
}

/// <summary>One result before and after.</summary>
/// <param name="Indicator">Identifier of the indicator.</param>
/// <param name="NameJa">Its Japanese name.</param>
/// <param name="NameEn">Its English name.</param>
/// <param name="Before">The result of the base.</param>
/// <param name="After">The result with the measures.</param>
/// <param name="Difference">Score after less score before, or of the values where the result has no score; none when either is missing.</param>
/// <param name="Contributions">Contributions that have changed, in order of key.</param>
public sealed record IndicatorChange(
    string Indicator, string NameJa, string NameEn, Outcome Before, Outcome After, double? Difference, IReadOnlyList<ContributionChange> Contributions);

/// <summary>A result without its trees.</summary>
/// <param name="Status">How far it can be relied on.</param>
/// <param name="Period">Time the figure speaks of, or none.</param>
/// <param name="Unit">Unit of value, low and high.</param>
/// <param name="Value">Point value, or none.</param>
/// <param name="Low">Lower end of the interval.</param>
/// <param name="High">Upper end of the interval, or none when there is no bound.</param>
/// <param name="Score">Risk score 0..1, or none.</param>
/// <param name="ScoreLow">Score of the more favourable end of the interval.</param>
/// <param name="ScoreHigh">Score of the less favourable end, or none when there is no bound.</param>
/// <param name="BandLow">Band of the more favourable end.</param>
/// <param name="BandHigh">Band of the less favourable end.</param>
/// <param name="Reason">Why there is no point value, or none.</param>
/// <param name="Flags">What a reader should know of it, as words for programs.</param>
/// <param name="Companions">Figures that are shown beside it.</param>
public sealed record Outcome(
    ResultStatus Status,
    Period? Period,
    string Unit,
    double? Value,
    double? Low,
    double? High,
    double? Score,
    double? ScoreLow,
    double? ScoreHigh,
    Band? BandLow,
    Band? BandHigh,
    Reason? Reason,
    IReadOnlyList<string> Flags,
    IReadOnlyList<Companion> Companions)
{
    /// <summary>True when the result rests on invented or purely illustrative data, assumptions of the scenario aside.</summary>
    public bool Illustrative { get; } = Flags.Contains(ScenarioRun.IllustrativeFlag);

    internal static Outcome Of(IndicatorResult result) => new(
        result.Status, result.Period, result.Unit, result.Value, result.Low, result.High, result.Score, result.ScoreLow, result.ScoreHigh,
        result.BandLow, result.BandHigh, result.Reason, result.Flags, result.Companions);
}

/// <summary>A contribution before and after; none where there was or is none.</summary>
/// <param name="Key">Country, component or year.</param>
/// <param name="ShareBefore">Share of the whole, 0..1.</param>
/// <param name="ShareAfter">The same afterwards.</param>
/// <param name="TermBefore">What the key adds to the value.</param>
/// <param name="TermAfter">The same afterwards.</param>
public sealed record ContributionChange(string Key, double? ShareBefore, double? ShareAfter, double? TermBefore, double? TermAfter);

/// <summary>A policy tool before and after.</summary>
/// <param name="Kind">The tool.</param>
/// <param name="Before">How strongly the base points at it.</param>
/// <param name="After">How strongly the result with the measures does.</param>
/// <param name="TriggersBefore">Why, before.</param>
/// <param name="TriggersAfter">Why, afterwards.</param>
public sealed record ToolChange(
    PolicyToolKind Kind, ToolStrength Before, ToolStrength After, IReadOnlyList<ToolReason> TriggersBefore, IReadOnlyList<ToolReason> TriggersAfter)
{
    /// <summary>True when a reason that decides either side is illustrative.</summary>
    public bool Illustrative { get; } = TriggersBefore.Any(reason => reason.Illustrative && reason.Trigger.Strength == Before)
        || TriggersAfter.Any(reason => reason.Illustrative && reason.Trigger.Strength == After);
}

/// <summary>Why a tool is named or not, with its sentence in both languages.</summary>
/// <param name="Trigger">The figure and its threshold.</param>
/// <param name="Ja">The sentence in Japanese.</param>
/// <param name="En">The sentence in English.</param>
/// <param name="Illustrative">True when the figure rests on invented or purely illustrative data, assumptions of the scenario aside.</param>
public sealed record ToolReason(ToolTrigger Trigger, string Ja, string En, bool Illustrative)
{
    internal static ToolReason Of(ToolTrigger trigger, MineralAssessment assessment) => new(
        trigger,
        ToolSentence.Of(trigger, Language.Japanese),
        ToolSentence.Of(trigger, Language.English),
        trigger.Figures.Select(figure => assessment.Find(figure.Indicator)).OfType<IndicatorResult>().Any(result => result.Flags.Contains(ScenarioRun.IllustrativeFlag)));
}

/// <summary>
/// A hypothetical stock beside indicator 4: score x (1 - days / 365). A stockpile does not change where imports come from, so indicator 4 itself
/// stays what it is.
/// </summary>
/// <param name="Days">Days as they were typed in, 0..365.</param>
/// <param name="Indicator">Identifier of indicator 4.</param>
/// <param name="Score">Its score with the measures, or none.</param>
/// <param name="WithStock">The score with the stock beside it, or none.</param>
public sealed record StockEffect(double Days, string Indicator, double? Score, double? WithStock);
