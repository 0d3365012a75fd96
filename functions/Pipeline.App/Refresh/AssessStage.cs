using System.Globalization;
using System.Text.Json;
using Pipeline.App.Vintages;
using Pipeline.Domain;
using Pipeline.Indicators.Assembly;
using Pipeline.Indicators.Observations;
using Pipeline.Indicators.Parameters;
using Pipeline.Indicators.Results;
using Pipeline.Sources;
using Pipeline.Storage;

namespace Pipeline.App.Refresh;

/// <summary>Observations become assessments: one step a mineral.</summary>
internal sealed class AssessStage(StorageAccount storage, RunMemory memory) : RefreshStage
{
    private const int FilesAtOnce = 8;

    private static readonly string Code = Refresh.CodeVersion.Of([typeof(Observation).Assembly, typeof(MineralAssessor).Assembly, typeof(AssessStage).Assembly]);

    /// <inheritdoc/>
    public override string Name => StageNames.Assess;

    /// <inheritdoc/>
    public override string Queue => QueueNames.AssessMineral;

    /// <inheritdoc/>
    public override string CodeVersion => Code;

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<PlannedStep>> PlanAsync(RunView run, CancellationToken cancellation)
    {
        Reading reading = await run.TryReadAsync<Reading>(Reading.File, cancellation) ?? await run.WriteAsync(
            Reading.File,
            await Reading.OfAsync(
                await run.ReadAsync<RunPlan>(RunPlan.File, cancellation), await run.StepsAsync(StageNames.Read, cancellation), run.Request.OfQuarter.LastDay, storage.Snapshots, cancellation),
            cancellation);
        Dictionary<string, string> dependencies = reading.Snapshots.ToDictionary(
            snapshot => "snapshot:" + snapshot.Use.Use.Snapshot, snapshot => snapshot.ReaderVersion, StringComparer.Ordinal);
        ParameterSet parameters = Parameters(run);
        dependencies["parameters"] = parameters.Hash;
        dependencies["day"] = Day(parameters);
        return [.. Minerals(run.Request).Select(mineral => new PlannedStep(mineral, dependencies))];
    }

    /// <inheritdoc/>
    public override async Task<StepWork> DoAsync(RunView run, StepRecord step, CancellationToken cancellation)
    {
        Reading reading = await run.ReadAsync<Reading>(Reading.File, cancellation);
        ParameterSet parameters = Parameters(run);
        string everything = ContentHash.Of(System.Text.Encoding.UTF8.GetBytes(
            string.Join('\n', reading.Snapshots.Select(snapshot => $"{snapshot.Use.Use.Snapshot} {snapshot.ReaderVersion}").Append(parameters.Hash).Append(Day(parameters)))));
        MineralAssessor assessor = await memory.DerivedAsync(everything, async () => new MineralAssessor(
            new ObservationIndex(await LoadAsync(reading)), parameters, reading.Snapshots.Select(snapshot => snapshot.Use.Use)));
        MineralAssessment plain = assessor.Assess(step.Subject);
        MineralAssessment assessment = QuarantineMarks.On(plain with { Effects = assessor.Effects(plain) }, SnapshotUse.Incomplete(reading.Snapshots.Select(snapshot => snapshot.Use)));
        await storage.Assessments.PutAsync(step.Key, VintageFiles.Write(assessment), VintageFiles.Json, cancellation);
        return new StepWork([step.Subject]);
    }

    /// <summary>Parameters in force on the last day of the quarter of a run.</summary>
    public static ParameterSet Parameters(RunView run) => Parameters(run.Request.OfQuarter);

    /// <summary>Parameters in force on the last day of a quarter.</summary>
    public static ParameterSet Parameters(Quarter quarter) => ParameterSet.InForce(quarter.LastDay);

    /// <summary>Minerals of a run, in list order.</summary>
    public static IReadOnlyList<string> Minerals(RunRequest request) =>
        [.. MineralCatalogue.All.Select(mineral => mineral.Id).Where(id => request.Minerals.Count == 0 || request.Minerals.Contains(id))];

    /// <summary>Scores and survey answers hold for a time: the same files under the same parameters say another thing on another day.</summary>
    private static string Day(ParameterSet parameters) => parameters.AsOf.ToString("O", CultureInfo.InvariantCulture);

    private async Task<IReadOnlyList<Observation>> LoadAsync(Reading reading)
    {
        ReadResult[] results = new ReadResult[reading.Snapshots.Count];
        await Parallel.ForAsync(0, results.Length, new ParallelOptions { MaxDegreeOfParallelism = FilesAtOnce }, async (index, token) =>
            results[index] = await LoadAsync(reading.Snapshots[index], token));
        return [.. results.SelectMany(result => result.Observations)];
    }

    private async Task<ReadResult> LoadAsync(ReadSnapshot snapshot, CancellationToken cancellation)
    {
        string hash = snapshot.Use.Use.Snapshot;
        StoredContent content = await storage.Observations.TryGetAsync(hash, snapshot.ReaderVersion, cancellation) ?? throw new MissingContentException(new Fault(
            "observations", hash, "the rows of a file that was read", "none", "start the refresh again with an empty ledger"));
        return JsonSerializer.Deserialize<ReadResult>(content.Bytes.Span, PipelineJson.Options)!;
    }
}
