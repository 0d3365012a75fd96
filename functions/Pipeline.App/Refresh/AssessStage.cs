using Pipeline.App.Vintages;
using Pipeline.Domain;
using Pipeline.Indicators.Assembly;
using Pipeline.Indicators.Observations;
using Pipeline.Indicators.Parameters;
using Pipeline.Storage;

namespace Pipeline.App.Refresh;

/// <summary>Observations become assessments: one step a mineral.</summary>
internal sealed class AssessStage(StorageAccount storage, StageRunner steps)
{
    private static readonly string Code = CodeVersion.Of([typeof(Observation).Assembly, typeof(MineralAssessor).Assembly, typeof(AssessStage).Assembly]);

    /// <summary>Assesses the minerals.</summary>
    /// <param name="minerals">Minerals in list order.</param>
    /// <param name="reading">Files whose observations count.</param>
    /// <param name="parameters">Parameters and the day on which they are taken.</param>
    /// <param name="observations">Loads the observations; asked once, and only when a mineral must be assessed anew.</param>
    /// <param name="cancellation">Ends the stage.</param>
    /// <exception cref="StageFailedException">A mineral could not be assessed.</exception>
    public async Task<(IReadOnlyList<AssessedMineral> Assessed, StageCount Count)> RunAsync(
        IReadOnlyList<string> minerals,
        Reading reading,
        ParameterSet parameters,
        Func<CancellationToken, Task<IReadOnlyList<Observation>>> observations,
        CancellationToken cancellation)
    {
        Lazy<Task<MineralAssessor>> assessor = new(async () => new MineralAssessor(
            new ObservationIndex(await observations(cancellation)), parameters, reading.Snapshots.Select(snapshot => snapshot.Use.Use)));
        Dictionary<string, string> dependencies = reading.Snapshots.ToDictionary(
            snapshot => "snapshot:" + snapshot.Use.Use.Snapshot, snapshot => snapshot.ReaderVersion, StringComparer.Ordinal);
        dependencies["parameters"] = parameters.Hash;
        HashSet<string> quarantined = [.. reading.Snapshots.Where(snapshot => snapshot.Use.Quarantined > 0).Select(snapshot => snapshot.Use.Use.Snapshot)];
        StepPlan[] plans =
        [
            .. minerals.Select(mineral => new StepPlan(mineral, dependencies, async (key, token) =>
            {
                MineralAssessment assessment = MarkQuarantined((await assessor.Value).Assess(mineral), quarantined);
                await storage.Assessments.PutAsync(key, VintageFiles.Write(assessment), VintageFiles.Json, token);
                return new StepWork([mineral]);
            })),
        ];
        IReadOnlyList<StepRecord> ended = await steps.RunAsync(StageNames.Assess, Code, plans, cancellation);
        StageFailedException.ThrowIfAny(ended);
        return (
            [.. ended.Select(step => new AssessedMineral(step.Subject, step.Key))],
            new StageCount(StageNames.Assess, ended.Count(step => !step.Reused), ended.Count(step => step.Reused)));
    }

    /// <summary>A result that rests on a file of which rows were set aside says so: what those rows held is not in it.</summary>
    private static MineralAssessment MarkQuarantined(MineralAssessment assessment, HashSet<string> snapshots) => snapshots.Count == 0 ? assessment : assessment with
    {
        Results = [.. assessment.Results.Select(result =>
            result.AllEvidence.SelectMany(node => node.Walk()).SelectMany(node => node.Cells).Any(cell => snapshots.Contains(cell.Snapshot))
                ? result with { Flags = [.. result.Flags.Append("quarantinedRows").Order(StringComparer.Ordinal)] }
                : result)],
    };
}

/// <summary>A mineral whose assessment is stored under the key of its step.</summary>
internal sealed record AssessedMineral(string Mineral, StepKey Key);

/// <summary>A stage could not be finished; nothing is published.</summary>
internal sealed class StageFailedException(Fault fault) : PipelineException(fault)
{
    /// <summary>Throws when a step has failed, naming the first and the number of the others.</summary>
    public static void ThrowIfAny(IReadOnlyList<StepRecord> ended)
    {
        StepRecord[] failed = [.. ended.Where(step => step.State == StepState.Failed)];
        if (failed.Length > 0)
        {
            throw new StageFailedException(new Fault(
                $"stage {failed[0].Stage}",
                failed.Length == 1 ? failed[0].Subject : FormattableString.Invariant($"{failed[0].Subject} and {failed.Length - 1} more"),
                "a result",
                (failed[0].Error ?? "no message").TrimEnd('.'),
                $"see 'runs {failed[0].RunId}', mend the cause and start the refresh again"));
        }
    }
}
