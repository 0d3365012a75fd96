using Pipeline.App.Settings;
using Pipeline.App.Vintages;
using Pipeline.Domain;
using Pipeline.Indicators.Assembly;
using Pipeline.Indicators.Parameters;
using Pipeline.Storage;
using static System.FormattableString;

namespace Pipeline.App.Refresh;

/// <summary>One refresh of one quarter, from files to a published vintage, written down step by step in the run ledger.</summary>
/// <param name="storage">Where everything is kept.</param>
/// <param name="settings">Names of the office, and steps side by side.</param>
/// <param name="clock">The clock of the ledger and of the publication time; no figure depends on it.</param>
/// <param name="tell">Told the name of each stage that has ended, and what it did.</param>
internal sealed class QuarterlyRefresh(StorageAccount storage, PipelineSettings settings, TimeProvider clock, Action<string, string> tell)
{
    private static readonly string Code = CodeVersion.Of([
        typeof(Observation).Assembly, typeof(Sources.SourceReader).Assembly, typeof(MineralAssessor).Assembly,
        typeof(Briefings.MineralBriefing).Assembly, typeof(StorageAccount).Assembly, typeof(QuarterlyRefresh).Assembly]);

    /// <summary>Runs the refresh; a failure is written down and thrown, and nothing is published then.</summary>
    public async Task<RefreshOutcome> RunAsync(RefreshRequest request, CancellationToken cancellation)
    {
        RunRecord run = await storage.Runs.AddRunAsync(RunRecord.Start(request.Quarter.Code, clock.GetUtcNow(), Code), cancellation);
        try
        {
            RefreshOutcome outcome = await RunAsync(request, run.Id, cancellation);
            await storage.Runs.UpdateRunAsync(Ended(run, outcome), CancellationToken.None);
            return outcome;
        }
        catch (Exception fault)
        {
            // The ledger gets the located message of a known fault, and no more than the kind of an unknown one.
            string cause = fault is PipelineException known ? known.Message : fault.GetType().Name;
            await CloseAsync(run.End(RunState.Failed, fault is OperationCanceledException ? "stopped" : cause, clock.GetUtcNow()));
            throw;
        }
    }

    /// <summary>Closes a failed run; when the storage itself is gone the run stays open in the ledger, and the first fault is the one to be told.</summary>
    private async Task CloseAsync(RunRecord failed)
    {
        try
        {
            await storage.Runs.UpdateRunAsync(failed, CancellationToken.None);
        }
        catch (Exception gone) when (gone is Azure.RequestFailedException or AggregateException or PipelineException)
        {
            tell("ledger", $"run {failed.Id} could not be closed: {gone.GetType().Name}");
        }
    }

    private async Task<RefreshOutcome> RunAsync(RefreshRequest request, string runId, CancellationToken cancellation)
    {
        StageRunner steps = new(storage.Runs, runId, settings.MaximumParallelSteps ?? Environment.ProcessorCount, clock);

        IReadOnlyList<Feed> feeds = request.FeedsFolder is { } folder ? FeedFolders.Tree(folder) : FeedFolders.Starter();
        (IReadOnlyList<TakenFeed> taken, int fresh) = await new TakeStage(storage, clock).RunAsync(feeds, cancellation);
        tell(StageNames.Take, Invariant($"{taken.Count} files, {fresh} of them new"));

        ReadStage readStage = new(storage, steps);
        Reading reading = await readStage.RunAsync(taken, request.Quarter.LastDay, cancellation);
        tell(reading.Count.Stage, reading.Count.Words());
        if (reading.Snapshots.Count == 0)
        {
            throw new StageFailedException(new Fault(
                $"stage {StageNames.Read}", "all files", "at least one source",
                reading.Missing.Count == 0 ? "no file" : reading.Missing[0].Fault, "mend or replace the files and start the refresh again"));
        }

        ParameterSet parameters = ParameterSet.InForce(request.Quarter.LastDay);
        string[] minerals = [.. MineralCatalogue.All.Select(mineral => mineral.Id).Where(id => request.Minerals.Count == 0 || request.Minerals.Contains(id))];
        (IReadOnlyList<AssessedMineral> assessed, StageCount assessCount) = await new AssessStage(storage, steps).RunAsync(
            minerals, reading, parameters, token => readStage.LoadAsync(reading, token), cancellation);
        tell(assessCount.Stage, assessCount.Words());

        DateOnly asOf = reading.Snapshots.Max(snapshot => snapshot.Use.KnownOn);
        string contentKey = ContentKey(request, parameters, asOf, reading, assessed);
        PublishStage publishing = new(storage, clock);
        (string vintage, bool isPublished) = await publishing.NameAsync(request.Quarter, contentKey, cancellation);
        StoredAssessments assessments = new(storage, assessed);
        (IReadOnlyList<BriefingFile> briefings, StageCount renderCount) = await new RenderStage(storage, steps, settings).RunAsync(
            vintage, request.Quarter, asOf, parameters.Hash[..8], assessed, assessments.GetAsync, cancellation);
        tell(renderCount.Stage, renderCount.Words());

        RefreshOutcome outcome = isPublished
            ? new RefreshOutcome(
                runId, RefreshEnd.Unchanged, await VintageFiles.ReadManifestAsync(storage.Vintages, vintage, cancellation), Assessments: null, [reading.Count, assessCount, renderCount], reading.PassedOver)
            : await PutTogetherAsync(runId, request, publishing, vintage, asOf, contentKey, parameters, reading, briefings, await assessments.AllAsync(cancellation), [reading.Count, assessCount, renderCount], cancellation);
        tell(StageNames.Publish, vintage);
        return outcome;
    }

    private static async Task<RefreshOutcome> PutTogetherAsync(
        string runId,
        RefreshRequest request,
        PublishStage publishing,
        string vintage,
        DateOnly asOf,
        string contentKey,
        ParameterSet parameters,
        Reading reading,
        IReadOnlyList<BriefingFile> briefings,
        IReadOnlyList<MineralAssessment> assessments,
        IReadOnlyList<StageCount> stages,
        CancellationToken cancellation)
    {
        VintageManifest manifest = new(
            vintage, request.Quarter.Code, asOf, contentKey, parameters.Hash[..8], Code,
            [.. assessments.Select(assessment => assessment.Mineral)],
            ResultCounts.Of(assessments),
            [.. reading.Snapshots.Select(snapshot => snapshot.Use)],
            reading.Missing,
            [.. assessments.Select(assessment => new AssessmentFile(assessment.Mineral, ContentHash.Of(VintageFiles.Write(assessment))))],
            briefings);
        if (request.DryRun)
        {
            return new RefreshOutcome(runId, RefreshEnd.NotPublished, manifest, assessments, stages, reading.PassedOver);
        }

        await publishing.StoreAsync(manifest, assessments, cancellation);
        RefreshEnd end = request.Minerals.Count == 0 ? await publishing.PublishAsync(request.Quarter, vintage, cancellation) : RefreshEnd.NotPublished;
        return new RefreshOutcome(runId, end, manifest, assessments, stages, reading.PassedOver);
    }

    /// <summary>Hash over everything that a vintage's content depends on.</summary>
    private string ContentKey(RefreshRequest request, ParameterSet parameters, DateOnly asOf, Reading reading, IReadOnlyList<AssessedMineral> assessed)
    {
        IEnumerable<string> parts =
        [
            request.Quarter.Code, parameters.Hash, asOf.ToString("O", System.Globalization.CultureInfo.InvariantCulture), RenderStage.Code, settings.OfficeNameJa, settings.OfficeNameEn,
            .. reading.Missing.Select(missing => $"{missing.Source} {missing.File} {missing.Fault}"),
            .. assessed.Select(mineral => $"{mineral.Mineral} {mineral.Key}"),
        ];
        return ContentHash.Of(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', parts)));
    }

    private RunRecord Ended(RunRecord run, RefreshOutcome outcome) => run.End(RunState.Done, outcome.End.ToString(), clock.GetUtcNow()) with
    {
        Vintage = outcome.Manifest.Vintage,
        Counts = new SortedDictionary<string, long>(StringComparer.Ordinal)
        {
            ["rowsRead"] = outcome.RowsRead,
            ["quarantined"] = outcome.Quarantined,
            ["ok"] = outcome.Manifest.Results.Ok,
            ["partial"] = outcome.Manifest.Results.Partial,
            ["insufficient"] = outcome.Manifest.Results.Insufficient,
            ["notApplicable"] = outcome.Manifest.Results.NotApplicable,
            ["briefings"] = outcome.Manifest.Briefings.Count,
            ["reused"] = outcome.Stages.Sum(stage => stage.Reused),
        },
    };
}
