using Pipeline.App.Changes.Causes;
using Pipeline.App.Refresh;
using Pipeline.App.ResultTable;
using Pipeline.App.Vintages;
using Pipeline.Briefings;
using Pipeline.Domain;
using Pipeline.Indicators.Parameters;
using Pipeline.Storage;

namespace Pipeline.App.Overview;

/// <summary>Puts together what the briefing of all minerals is composed from: the results of a run, the state of its sources, and what moved since the previous vintage.</summary>
internal sealed class OverviewMaker(StorageAccount storage, RunMemory memory, ILogger log)
{
    private static readonly HashSet<string> Shown =
        new([.. IndicatorId.Six, IndicatorId.ImportAverage, IndicatorId.ImportGrowth, IndicatorId.SelfSufficiency], StringComparer.Ordinal);

    private readonly OverviewChanges changes = new(storage, log);

    /// <summary>The inputs of a run; they follow from the name of its vintage, so both languages share them.</summary>
    /// <exception cref="MissingContentException">A file of the run, or an assessment of the previous vintage, is not stored.</exception>
    public Task<OverviewInputs> InputsAsync(RunView run, CancellationToken cancellation) =>
        // Not given up when one of those who wait goes away: the other language still needs them.
        memory.DerivedAsync(run.Vintage, () => MakeAsync(run, CancellationToken.None)).WaitAsync(cancellation);

    /// <summary>
    /// What the counts of a published vintage rest on. What moved since the vintage before is told without its causes: they are computed when a vintage is
    /// published and no count rests on them.
    /// </summary>
    /// <param name="manifest">Manifest of the vintage.</param>
    /// <param name="assessments">Its assessments.</param>
    /// <param name="before">Assessments of the vintage before, or none where they are not asked for.</param>
    /// <exception cref="RestrictedContentException">A result is restricted.</exception>
    public static async Task<OverviewInputs> OfPublishedAsync(VintageManifest manifest, IReadOnlyList<MineralAssessment> assessments, IReadOnlyList<MineralAssessment>? before)
    {
        OverviewInputs inputs = Of(assessments, manifest.Snapshots, manifest.MissingSources);
        return before is null ? inputs : inputs with
        {
            Before = before,
            Changes = await LargestChanges.OfAsync(ByMineral(before), ByMineral(assessments), _ => Task.FromResult<IReadOnlyDictionary<string, IReadOnlyList<Station>>?>(null)),
        };
    }

    private static OverviewInputs Of(IReadOnlyList<MineralAssessment> assessments, IReadOnlyList<SnapshotUse> files, IReadOnlyList<MissingSource> missing) => new(assessments)
    {
        Sources = States(files),
        Absent = AbsentOf(missing),
        Lacking = [.. MissingInput.Of(assessments.SelectMany(assessment => assessment.Results)
            .Where(result => Shown.Contains(result.Indicator) && result.Status == ResultStatus.Insufficient)).Select(input => new LackingInput(input.Code, input.Results))],
    };

    private static Dictionary<string, MineralAssessment> ByMineral(IEnumerable<MineralAssessment> assessments) =>
        assessments.ToDictionary(assessment => assessment.Mineral, StringComparer.Ordinal);

    private async Task<OverviewInputs> MakeAsync(RunView run, CancellationToken cancellation)
    {
        Reading reading = await run.ReadAsync<Reading>(Reading.File, cancellation);
        ParameterSet parameters = AssessStage.Parameters(run);
        IReadOnlyList<MineralAssessment> assessments = await StoredAssessments.AllAsync(
            storage, AssessStage.Minerals(run.Request), await run.StepsAsync(StageNames.Assess, cancellation), cancellation);
        OverviewInputs inputs = Of(assessments, [.. reading.Snapshots.Select(snapshot => snapshot.Use)], reading.Missing);
        if ((await PreviousChoice.OfAsync(run, storage.Vintages, cancellation)).Previous is not { } previous)
        {
            return inputs;
        }

        VintageManifest before = await VintageFiles.ReadManifestAsync(storage.Vintages, previous.Vintage, cancellation);
        IReadOnlyDictionary<string, MineralAssessment> published = await VintageSide.AssessmentsAsync(storage.Vintages, before, cancellation);
        WayEnd after = new(
            [.. reading.Snapshots.Select(snapshot => snapshot.Use)], PresentCode: true, parameters, ByMineral(assessments));
        return inputs with
        {
            Before = [.. before.Minerals.Select(mineral => published[mineral])],
            Changes = await ChangesAsync(before, published, after, cancellation),
        };
    }

    /// <summary>What moved since a vintage.</summary>
    /// <inheritdoc cref="OverviewChanges.OfAsync"/>
    internal Task<ChangesSince> ChangesAsync(
        VintageManifest before, IReadOnlyDictionary<string, MineralAssessment> published, WayEnd after, CancellationToken cancellation) =>
        changes.OfAsync(before, published, after, cancellation);

    /// <summary>Sources without a file, and sources of which files were refused with how many, in the order in which they were found.</summary>
    internal static IReadOnlyList<AbsentSource> AbsentOf(IReadOnlyList<MissingSource> missing) =>
        [.. missing.GroupBy(one => (one.Source, IsRefused: one.File != MissingSource.NoFile))
            .Select(group => new AbsentSource(group.Key.Source, group.Key.IsRefused ? group.Select(one => one.File).Distinct(StringComparer.Ordinal).Count() : 0))];

    /// <summary>Sources with their files.</summary>
    internal static IReadOnlyList<SourceState> States(IEnumerable<SnapshotUse> files) =>
        [.. files.GroupBy(use => use.Use.Source, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new SourceState(group.Key, [.. group.Select(use => new UsedFile(use.Use, use.Edition, use.KnownOn, use.RowsRead, use.Quarantined))]))];
}
