using Pipeline.Domain;
using Pipeline.Indicators.Observations;
using Pipeline.Indicators.Parameters;

namespace Pipeline.Indicators.Scenarios;

/// <summary>
/// What scenarios start from: the observations of a vintage, sorted once for all requests that speak of it. Nothing in it changes.
/// </summary>
public sealed class ScenarioBase
{
    /// <summary>Prepares a base.</summary>
    /// <param name="name">Name for answers: <c>vintage 2026Q4-…</c>.</param>
    /// <param name="observations">Observations, snapshots from the oldest to the newest.</param>
    /// <param name="sources">What each snapshot is.</param>
    /// <param name="parameters">Parameters in force.</param>
    public ScenarioBase(string name, IReadOnlyList<Observation> observations, IReadOnlyList<SourceUse> sources, ParameterSet parameters)
    {
        (Name, Sources, Parameters) = (name, sources, parameters);
        Index = new ObservationIndex(observations);
    }

    /// <summary>Name for answers.</summary>
    public string Name { get; }

    /// <summary>Parameters in force.</summary>
    public ParameterSet Parameters { get; }

    /// <summary>Snapshots of which rows were set aside: what rests on them is marked before and after, as it is in the vintage.</summary>
    public IReadOnlySet<string> Incomplete { get; init; } = new HashSet<string>();

    internal IReadOnlyList<SourceUse> Sources { get; }

    internal ObservationIndex Index { get; }
}
