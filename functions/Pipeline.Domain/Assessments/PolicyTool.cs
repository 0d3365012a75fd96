namespace Pipeline.Domain;

/// <summary>Policy tools of S (政策評価ツール), in its order; the order is no rank.</summary>
public enum PolicyToolKind
{
    /// <summary>上流開発支援.</summary>
    UpstreamDevelopment,

    /// <summary>製錬所支援・備蓄.</summary>
    SmelterSupportAndStockpile,

    /// <summary>代替材等の開発（使用量削減）.</summary>
    Substitution,

    /// <summary>リサイクル支援.</summary>
    Recycling,
}

/// <summary>How strongly the figures point at a tool; what comes first outweighs what comes after it when one tool has several triggers.</summary>
public enum ToolStrength
{
    /// <summary>該当: the lower end of the interval reaches the threshold.</summary>
    Indicated,

    /// <summary>可能性あり: only the upper end reaches it.</summary>
    Possible,

    /// <summary>判定不能: the figure is insufficient.</summary>
    CannotBeJudged,

    /// <summary>該当せず: the threshold is not reached, or the question does not arise.</summary>
    NotIndicated,
}

/// <summary>One line of the list that leads from findings to tools. A reading aid: it decides nothing and ranks nothing.</summary>
/// <param name="Kind">The tool.</param>
/// <param name="Strength">The strongest of its triggers.</param>
/// <param name="Triggers">What points at it, in the order of S.</param>
public sealed record PolicyTool(PolicyToolKind Kind, ToolStrength Strength, IReadOnlyList<ToolTrigger> Triggers)
{
    /// <summary>Parameters that the line rests on.</summary>
    public IReadOnlyList<ParameterUse> Parameters { get; init; } = [];
}

/// <summary>Why a tool is named or not: which figure, which threshold, who contributes most.</summary>
/// <param name="Subject">Indicator whose figure is compared, or <see cref="ScenarioRatio"/>.</param>
/// <param name="Strength">What this figure alone says.</param>
/// <param name="Status">Status of the figure.</param>
/// <param name="Threshold">Value from which the tool is indicated, in the unit of the figure (score, or share).</param>
public sealed record ToolTrigger(string Subject, ToolStrength Strength, ResultStatus Status, double Threshold)
{
    /// <summary>Subject for the demand of the scenarios of S together, against domestic demand in 2018.</summary>
    public const string ScenarioRatio = "scenario-ratio";

    /// <summary>Point value, or none.</summary>
    public double? Value { get; init; }

    /// <summary>Lower end of its interval, or none.</summary>
    public double? Low { get; init; }

    /// <summary>Upper end of its interval, or none when there is no bound.</summary>
    public double? High { get; init; }

    /// <summary>Country, component or scenario that contributes most, or none where the figure is no sum.</summary>
    public string? Leader { get; init; }

    /// <summary>Part of the value that the leader contributes, 0..1.</summary>
    public double? LeaderShare { get; init; }

    /// <summary>Figures of the assessment that the line rests on; their evidence is its evidence.</summary>
    public IReadOnlyList<FigureReference> Figures { get; init; } = [];
}

/// <summary>A published figure of an assessment.</summary>
/// <param name="Indicator">Identifier of the result.</param>
/// <param name="Figure"><c>value</c>, <c>score</c>, <c>scoreLow</c>, <c>scoreHigh</c> or the identifier of a companion.</param>
public sealed record FigureReference(string Indicator, string Figure);
