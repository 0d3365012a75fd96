using System.Globalization;
using Pipeline.App.Changes;
using Pipeline.App.ResultTable;
using Pipeline.App.Vintages;
using Pipeline.Domain;
using Pipeline.Indicators.Assembly;
using Pipeline.Indicators.Parameters;
using Pipeline.Storage;

namespace Pipeline.App.Refresh;

/// <summary>
/// A vintage is put together under its own name and becomes visible by one conditional write of the pointer: one step. A dry run stops before
/// that write and leaves a report of what it would have changed.
/// </summary>
internal sealed class PublishStage(StorageAccount storage, VintageNaming naming, RenderStage render, TimeProvider clock) : RefreshStage
{
    /// <summary>Name of the file of a dry run that tells what it would have changed.</summary>
    public const string ChangesFile = "changes.json";

    private const long OrdinalsPerQuarter = 1000;

    /// <summary>Version of all code that a vintage is made with.</summary>
    public static string Code { get; } = Refresh.CodeVersion.Of([
        typeof(Observation).Assembly, typeof(Sources.SourceReader).Assembly, typeof(MineralAssessor).Assembly,
        typeof(Briefings.MineralBriefing).Assembly, typeof(StorageAccount).Assembly, typeof(PublishStage).Assembly]);

    /// <inheritdoc/>
    public override string Name => StageNames.Publish;

    /// <inheritdoc/>
    public override string Queue => QueueNames.PublishVintage;

    /// <inheritdoc/>
    public override string CodeVersion => Code;

    /// <summary>Publishing is done in every run: what an earlier run has published may have been followed by another vintage since.</summary>
    public override bool CanReuse => false;

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<PlannedStep>> PlanAsync(RunView run, CancellationToken cancellation)
    {
        StageFailedException.ThrowIfAny(await run.StepsAsync(StageNames.Render, cancellation));
        return [new PlannedStep(run.Vintage, new Dictionary<string, string>(StringComparer.Ordinal) { ["vintage"] = run.Vintage, ["run"] = run.Record.Id })];
    }

    /// <inheritdoc/>
    public override async Task<StepWork> DoAsync(RunView run, StepRecord step, CancellationToken cancellation)
    {
        IReadOnlyList<StepRecord> assessed = await run.StepsAsync(StageNames.Assess, cancellation);
        if (run.Record.FoundPublished)
        {
            if (run.Request.Mode == RunMode.DryRun)
            {
                await ReportAsync(run, await StoredAssessments.AllAsync(storage, AssessStage.Minerals(run.Request), assessed, cancellation), cancellation);
            }

            await run.WriteAsync(VintageStore.Manifest, await VintageFiles.ReadManifestAsync(storage.Vintages, run.Vintage, cancellation), cancellation);
            return new StepWork([RefreshEnd.Unchanged.ToString()]);
        }

        IReadOnlyList<MineralAssessment> assessments = await StoredAssessments.AllAsync(storage, AssessStage.Minerals(run.Request), assessed, cancellation);
        VintageManifest manifest = await ManifestAsync(run, assessed, assessments, cancellation);
        await run.WriteAsync(VintageStore.Manifest, manifest, cancellation);
        if (run.Request.Mode == RunMode.DryRun)
        {
            await ReportAsync(run, assessments, cancellation);
            return new StepWork([RefreshEnd.NotPublished.ToString()]);
        }

        await StoreAsync(manifest, assessments, AssessStage.Parameters(run), cancellation);
        RefreshEnd end = run.Request.Minerals.Count == 0 ? await PublishAsync(run, cancellation) : RefreshEnd.NotPublished;
        return new StepWork([end.ToString()]);
    }

    /// <summary>Writes down what publishing would have changed for readers of the current vintage.</summary>
    private async Task ReportAsync(RunView run, IReadOnlyList<MineralAssessment> assessments, CancellationToken cancellation)
    {
        PublishedView? current = await storage.Vintages.CurrentAsync(cancellation) is { } published ? await PublishedView.LoadAsync(storage.Vintages, published, cancellation) : null;
        MineralAssessment[] before = [.. current?.Assessments.Values ?? []];
        IReadOnlyList<MineralAssessment> after = run.Request.Minerals.Count == 0 ? assessments : ChangeReport.Completed(assessments, before);
        string[] minerals = [.. after.Select(assessment => assessment.Mineral)];
        ComparedWith compared = new(
            await PreviousVintages.LoadAsync(storage.Vintages, current?.Manifest.Previous, minerals, cancellation),
            await PreviousVintages.LoadAsync(storage.Vintages, (await PreviousChoice.OfAsync(run, storage.Vintages, cancellation)).Previous, minerals, cancellation));
        ChangeReport report = ChangeReport.Compare(before, after, current?.Published.Vintage, await render.ContextAsync(run, cancellation), compared);
        await run.WriteAsync(ChangesFile, report, cancellation);
    }

    private async Task<VintageManifest> ManifestAsync(RunView run, IReadOnlyList<StepRecord> assessed, IReadOnlyList<MineralAssessment> assessments, CancellationToken cancellation)
    {
        Reading reading = await run.ReadAsync<Reading>(Reading.File, cancellation);
        Dictionary<string, StepRecord> rendered = (await run.StepsAsync(StageNames.Render, cancellation)).ToDictionary(step => step.Subject, StringComparer.Ordinal);
        return new VintageManifest(
            run.Vintage, run.Request.Quarter, reading.AsOf, await naming.ContentKeyAsync(run, assessed, cancellation), VintageNaming.Method(AssessStage.Parameters(run)), Code,
            [.. assessments.Select(assessment => assessment.Mineral)],
            ResultCounts.Of(assessments),
            [.. reading.Snapshots.Select(snapshot => snapshot.Use)],
            reading.Missing,
            [.. assessments.Select(assessment => new AssessmentFile(assessment.Mineral, ContentHash.Of(VintageFiles.Write(assessment))))],
            [.. BriefingName.Of(run.Request).Select(name => (Name: name, rendered[name.Text].Outputs)).Select(one =>
                new BriefingFile(one.Name.Mineral, one.Name.Code, one.Outputs[0], long.Parse(one.Outputs[1], CultureInfo.InvariantCulture), one.Outputs[2]))],
            (await PreviousChoice.OfAsync(run, storage.Vintages, cancellation)).Previous);
    }

    /// <summary>Stores the files of the vintage, its manifest last.</summary>
    private async Task StoreAsync(VintageManifest manifest, IReadOnlyList<MineralAssessment> assessments, ParameterSet parameters, CancellationToken cancellation)
    {
        await Parallel.ForEachAsync(assessments, cancellation, async (assessment, token) => await storage.Vintages.PutAsync(
            manifest.Vintage, VintageFiles.Assessment(assessment.Mineral), VintageFiles.Write(assessment), VintageFiles.Json, token));
        await storage.Vintages.PutAsync(manifest.Vintage, VintageFiles.Results, ResultsCsv.Write(assessments, manifest.Vintage), VintageFiles.Csv, cancellation);
        await storage.Vintages.PutAsync(manifest.Vintage, VintageFiles.Parameters, VintageFiles.Write(ParameterRecord.Of(parameters)), VintageFiles.Json, cancellation);
        await storage.Vintages.PutAsync(manifest.Vintage, VintageStore.Manifest, VintageFiles.Write(manifest), VintageFiles.Json, cancellation);
    }

    /// <summary>Publishes the stored vintage.</summary>
    private async Task<RefreshEnd> PublishAsync(RunView run, CancellationToken cancellation)
    {
        Quarter quarter = run.Request.OfQuarter;
        while (true)
        {
            PublishedVintage[] ofQuarter = await VintageNaming.OfQuarterAsync(storage.Vintages, quarter, cancellation);
            long ordinal = ofQuarter.FirstOrDefault(one => one.Vintage == run.Vintage)?.Ordinal ?? (((((long)quarter.Year * 4) + quarter.Number) * OrdinalsPerQuarter) + ofQuarter.Length + 1);
            try
            {
                await storage.Vintages.PublishAsync(new PublishedVintage(run.Vintage, ordinal, clock.GetUtcNow()), cancellation);
                // Asked of the pointer and not of this write: an earlier attempt of this very step may have made it.
                return (await storage.Vintages.CurrentAsync(cancellation))!.Vintage == run.Vintage ? RefreshEnd.Published : RefreshEnd.PublishedBehindCurrent;
            }
            catch (VintageOrderException) when (!cancellation.IsCancellationRequested)
            {
                // Another run of this quarter has taken the number in the meantime: the next one is free.
            }
        }
    }
}
