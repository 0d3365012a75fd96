using Pipeline.Domain;

namespace Pipeline.Indicators.PolicyTools;

/// <summary>Which figures point at a tool.</summary>
internal sealed record ToolRule
{
    /// <summary>The tool.</summary>
    public required PolicyToolKind Tool { get; init; }

    /// <summary>Figures, in the order of S.</summary>
    public required IReadOnlyList<TriggerRule> Triggers { get; init; }
}

/// <summary>A figure and the parameter that holds its threshold.</summary>
internal sealed record TriggerRule
{
    /// <summary>Indicator, or <see cref="ToolTrigger.ScenarioRatio"/>.</summary>
    public required string Subject { get; init; }

    /// <summary>A number, or the marks of the bands.</summary>
    public required string Threshold { get; init; }
}
