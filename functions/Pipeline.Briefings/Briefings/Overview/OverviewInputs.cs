using Pipeline.Domain;

namespace Pipeline.Briefings;

/// <summary>What the briefing of all minerals is composed from.</summary>
/// <param name="Assessments">Assessments of the vintage, in list order.</param>
public sealed record OverviewInputs(IReadOnlyList<MineralAssessment> Assessments)
{
    /// <summary>Assessments of the previous vintage; empty without one.</summary>
    public IReadOnlyList<MineralAssessment> Before { get; init; } = [];

    /// <summary>What moved since the previous vintage, or none without one.</summary>
    public ChangesSince? Changes { get; init; }

    /// <summary>Sources that were used.</summary>
    public IReadOnlyList<SourceState> Sources { get; init; } = [];

    /// <summary>Sources that were expected and are not there, or were refused.</summary>
    public IReadOnlyList<AbsentSource> Absent { get; init; } = [];

    /// <summary>Inputs for want of which results cannot be judged, the one that most wait for first.</summary>
    public IReadOnlyList<LackingInput> Lacking { get; init; } = [];

    /// <summary>The same without what a briefing never shows.</summary>
    /// <exception cref="RestrictedContentException">A result is restricted, shown or not.</exception>
    internal OverviewInputs Shown() => this with { Assessments = [.. Assessments.Select(ShownAssessment.Of)], Before = [.. Before.Select(ShownAssessment.Of)] };
}

/// <summary>What moved between two vintages.</summary>
/// <param name="Changed">Results that state something else, the most material first.</param>
/// <param name="Largest">The largest changes, the most material first.</param>
public sealed record ChangesSince(IReadOnlyList<ChangedResult> Changed, IReadOnlyList<LargeChange> Largest)
{
    /// <summary>Minerals that the changed results belong to.</summary>
    public IReadOnlyList<string> Minerals => [.. Changed.Select(change => change.Mineral).Distinct(StringComparer.Ordinal)];

    /// <summary>False when the previous vintage could not be computed anew, so that no change has a cause.</summary>
    public bool AreCausesKnown { get; init; } = true;
}

/// <summary>A result that states something else than in the previous vintage.</summary>
/// <param name="Mineral">Identifier of the mineral.</param>
/// <param name="Indicator">Identifier of the indicator.</param>
/// <param name="IsInOtherBand">True when an end of its interval stands in another band.</param>
public sealed record ChangedResult(string Mineral, string Indicator, bool IsInOtherBand);

/// <summary>A change that is shown with its causes.</summary>
/// <param name="Mineral">Identifier of the mineral.</param>
/// <param name="Indicator">Identifier of the indicator.</param>
/// <param name="Causes">What moved it, in the order in which the causes are told apart.</param>
public sealed record LargeChange(string Mineral, string Indicator, IReadOnlyList<ChangeCause> Causes);

/// <summary>A part of a change.</summary>
/// <param name="Causes">Causes as codes of the vocabulary; several where they cannot be told apart.</param>
/// <param name="Amount">What they moved: of the score, or of the rate in percentage points; none where there is no figure on both sides.</param>
public sealed record ChangeCause(IReadOnlyList<string> Causes, double? Amount);

/// <summary>An input for want of which results cannot be judged.</summary>
/// <param name="Input">Code of the vocabulary, or none where no input is known that would cure the reason.</param>
/// <param name="Results">Results that wait for it; of one reason where there is no code.</param>
public sealed record LackingInput(string? Input, IReadOnlyList<IndicatorResult> Results)
{
    /// <summary>What tells the input from all others: its code, or the code of the reason where no input is known.</summary>
    public string Key => Input ?? "reason." + (Results[0].Reason?.Code ?? "not-stated");

    /// <summary>Minerals that wait for it.</summary>
    public IReadOnlyList<string> Minerals => [.. Results.Select(result => result.Mineral).Distinct(StringComparer.Ordinal)];
}
