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
}

/// <summary>What moved between two vintages.</summary>
/// <param name="Results">Results that state something else.</param>
/// <param name="Minerals">Minerals they belong to.</param>
/// <param name="Bands">Results of which an end of the interval stands in another band.</param>
/// <param name="Largest">The largest changes, the most material first.</param>
public sealed record ChangesSince(int Results, int Minerals, int Bands, IReadOnlyList<LargeChange> Largest)
{
    /// <summary>False when the previous vintage could not be computed anew, so that no change has a cause.</summary>
    public bool AreCausesKnown { get; init; } = true;
}

/// <summary>A change that is shown with its causes.</summary>
/// <param name="Mineral">Identifier of the mineral.</param>
/// <param name="Indicator">Identifier of the indicator.</param>
/// <param name="Causes">What moved it, in the order in which the causes are told apart.</param>
public sealed record LargeChange(string Mineral, string Indicator, IReadOnlyList<ChangeCause> Causes);

/// <summary>A part of a change.</summary>
/// <param name="Causes">Causes as codes of the vocabulary; several where they cannot be told apart.</param>
/// <param name="Amount">What they moved: of the score, or of the rate in percentage points; none where there is no figure on both sides.</param>
public sealed record ChangeCause(IReadOnlyList<string> Causes, double? Amount);

/// <summary>How fresh a source is.</summary>
/// <param name="Source">Identifier of the source.</param>
/// <param name="Edition">Newest edition that was used, as its publisher names it.</param>
/// <param name="KnownOn">Day on which that edition was published, or first taken in where it is not dated.</param>
/// <param name="Files">Files that were used.</param>
/// <param name="Rows">Data rows of these files.</param>
/// <param name="SetAside">Rows that were set aside.</param>
/// <param name="Illustrative">True when a file is invented or purely illustrative.</param>
public sealed record SourceState(string Source, string Edition, DateOnly KnownOn, int Files, long Rows, int SetAside, bool Illustrative)
{
    /// <summary>Days from the publication to a day.</summary>
    public int AgeOn(DateOnly day) => day.DayNumber - KnownOn.DayNumber;
}

/// <summary>A source that is not there. Files are counted and not named: a name is whatever someone has typed, and may say what is not public.</summary>
/// <param name="Source">Identifier of the source, or none when files were not recognised.</param>
/// <param name="RefusedFiles">Files that were refused, 0 when no file was there.</param>
public sealed record AbsentSource(string? Source, int RefusedFiles);

/// <summary>An input for want of which results cannot be judged.</summary>
/// <param name="Input">Code of the vocabulary, or none where no input is known that would cure the reason.</param>
/// <param name="Results">Results that wait for it; of one reason where there is no code.</param>
public sealed record LackingInput(string? Input, IReadOnlyList<IndicatorResult> Results);
