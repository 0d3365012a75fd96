using Pipeline.App.Vintages;
using Pipeline.Domain;
using Pipeline.Sources;
using Pipeline.Storage;
using static System.FormattableString;

namespace Pipeline.App.Refresh;

/// <summary>Snapshots become observations: one step a file.</summary>
internal sealed class ReadStage(StorageAccount storage, FeedTaking taking) : RefreshStage
{
    private static readonly string Code = Refresh.CodeVersion.Of([typeof(Observation).Assembly, typeof(SourceReader).Assembly, typeof(ReadStage).Assembly]);

    /// <inheritdoc/>
    public override string Name => StageNames.Read;

    /// <inheritdoc/>
    public override string Queue => QueueNames.ReadSnapshot;

    /// <inheritdoc/>
    public override string CodeVersion => Code;

    /// <summary>Version under which the rows of a reader are stored: that of the reader's rules and that of the code.</summary>
    public static string StoredVersion(string readerVersion) => $"{readerVersion}-{Code}";

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<PlannedStep>> PlanAsync(RunView run, CancellationToken cancellation)
    {
        RunPlan plan = await run.TryReadAsync<RunPlan>(RunPlan.File, cancellation) ?? await taking.PlanAsync(run, cancellation);
        return [.. plan.Feeds.Select(feed => new PlannedStep(
            feed.Use.Snapshot,
            new Dictionary<string, string>(StringComparer.Ordinal) { ["snapshot"] = feed.Use.Snapshot, ["reader"] = RunPlan.Reader(feed.Use.Source).Version }))];
    }

    /// <inheritdoc/>
    public override async Task<StepWork> DoAsync(RunView run, StepRecord step, CancellationToken cancellation)
    {
        SourceUse feed = (await run.ReadAsync<RunPlan>(RunPlan.File, cancellation)).Feeds.Select(planned => planned.Use).Single(use => use.Snapshot == step.Subject);
        SourceReader reader = RunPlan.Reader(feed.Source);
        ReadResult result = reader.Read(new Pipeline.Sources.SourceFile(feed.File, await storage.Snapshots.ReadAsync(feed.Snapshot, cancellation), feed.Snapshot));
        string version = StoredVersion(reader.Version);
        await storage.Observations.PutAsync(feed.Snapshot, version, VintageFiles.Write(result), VintageFiles.Json, cancellation);
        if (result.Quarantined.Count > 0)
        {
            await storage.Quarantine.PutAsync(feed.Snapshot, version, VintageFiles.Write(result.Quarantined), VintageFiles.Json, cancellation);
        }

        // The ledger repeats the few facts that later stages and the manifest need, so that a reused step need not be read again.
        return new StepWork(
            [result.Edition, Invariant($"{result.Observations.Count}"), Invariant($"{result.PublishedOn:yyyy-MM-dd}")],
            new RowCounts(result.RowsRead, result.RowsRead - result.Quarantined.Count, result.Quarantined.Count));
    }
}
