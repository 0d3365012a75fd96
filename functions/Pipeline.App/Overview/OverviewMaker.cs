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
internal sealed class OverviewMaker(StorageAccount storage, RunMemory memory)
{
    private static readonly HashSet<string> Shown =
        new([.. IndicatorId.Six, IndicatorId.ImportAverage, IndicatorId.ImportGrowth, IndicatorId.SelfSufficiency], StringComparer.Ordinal);

    /// <summary>The inputs of a run; they follow from the name of its vintage, so both languages share them.</summary>
    /// <exception cref="MissingContentException">A file of the run or of the previous vintage is not stored.</exception>
    public Task<OverviewInputs> InputsAsync(RunView run, CancellationToken cancellation) =>
        // Not given up when one of those who wait goes away: the other language still needs them.
        memory.DerivedAsync(run.Vintage, () => MakeAsync(run, CancellationToken.None)).WaitAsync(cancellation);

    private async Task<OverviewInputs> MakeAsync(RunView run, CancellationToken cancellation)
    {
        Reading reading = await run.ReadAsync<Reading>(Reading.File, cancellation);
        ParameterSet parameters = AssessStage.Parameters(run);
        IReadOnlyList<MineralAssessment> assessments = await StoredAssessments.AllAsync(
            storage, AssessStage.Minerals(run.Request), await run.StepsAsync(StageNames.Assess, cancellation), cancellation);
        OverviewInputs inputs = new(assessments)
        {
            Sources = States(reading),
            Absent = [.. reading.Missing.Select(missing => new AbsentSource(missing.Source, missing.File == MissingSource.NoFile ? null : missing.File))],
            Lacking = [.. MissingInput.Of(assessments.SelectMany(assessment => assessment.Results)
                .Where(result => Shown.Contains(result.Indicator) && result.Status == ResultStatus.Insufficient)).Select(input => new LackingInput(input.Code, input.Results))],
        };
        if ((await PreviousChoice.OfAsync(run, storage.Vintages, cancellation)).Previous is not { } previous)
        {
            return inputs;
        }

        VintageSide before = await VintageSide.LoadAsync(storage.Vintages, previous.Vintage, cancellation);
        WayEnd after = new(
            [.. reading.Snapshots.Select(snapshot => snapshot.Use)], PresentCode: true, parameters,
            assessments.ToDictionary(assessment => assessment.Mineral, StringComparer.Ordinal));
        return inputs with
        {
            Before = [.. before.Manifest.Minerals.Select(mineral => before.Assessments[mineral])],
            Changes = await LargestChanges.OfAsync(storage, before.End, after, cancellation),
        };
    }

    /// <summary>Sources by their newest file.</summary>
    internal static IReadOnlyList<SourceState> States(Reading reading) =>
        [.. reading.Snapshots.Select(snapshot => snapshot.Use).GroupBy(use => use.Use.Source, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group =>
            {
                SnapshotUse newest = group.OrderByDescending(use => use.KnownOn).ThenByDescending(use => use.Edition, StringComparer.Ordinal).First();
                return new SourceState(
                    group.Key, newest.Edition, newest.KnownOn, group.Count(), group.Sum(use => use.RowsRead), group.Sum(use => use.Quarantined), group.Any(use => use.Use.Illustrative));
            })];
}
