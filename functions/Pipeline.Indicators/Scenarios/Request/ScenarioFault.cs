using Pipeline.Domain;

namespace Pipeline.Indicators.Scenarios;

/// <summary>One thing that is wrong with the JSON of a scenario.</summary>
/// <param name="Path">JSON pointer of the member or element: <c>/measures/0/share</c>; empty for the whole.</param>
/// <param name="Expected">What should have been there.</param>
/// <param name="Found">What was there, as a number or a word; anything longer is only counted.</param>
public sealed record ScenarioFault(string Path, string Expected, string Found)
{
    /// <summary>One line for people.</summary>
    public string Sentence => $"{(Path.Length == 0 ? "the scenario" : Path)}: expected {Expected}; found {Found}.";
}

/// <summary>The JSON of a scenario cannot be meant. Nothing was computed.</summary>
public sealed class ScenarioRequestException : PipelineException
{
    /// <summary>Makes the error from everything that is wrong.</summary>
    public ScenarioRequestException(IReadOnlyList<ScenarioFault> faults)
        : base(Of(faults)) => Faults = faults;

    /// <summary>One thing that is wrong.</summary>
    internal ScenarioRequestException(string path, string expected, string found)
        : this([new ScenarioFault(path, expected, found)]) { }

    /// <summary>Everything that is wrong, in the order of the document.</summary>
    public IReadOnlyList<ScenarioFault> Faults { get; }

    /// <summary>Why the base does not let a measure take effect, as a code of the vocabulary that says so without any figure.</summary>
    public string Obstacle { get; internal init; } = "measureRefused";

    private static Fault Of(IReadOnlyList<ScenarioFault> faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        return new Fault(ScenarioSource.File, faults[0].Path, faults[0].Expected, faults[0].Found, "mend the scenario; infra/scenarios.md describes its members");
    }
}
