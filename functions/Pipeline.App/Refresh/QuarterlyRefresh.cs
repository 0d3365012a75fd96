using Pipeline.App.Changes;
using Pipeline.App.Functions;
using Pipeline.App.Vintages;
using Pipeline.Domain;
using Pipeline.Storage;
using static System.FormattableString;

namespace Pipeline.App.Refresh;

/// <summary>
/// One run from its start to its end in this process: the same steps as by messages, done here without sending any. When the process is
/// killed, whoever watches the ledger can go on.
/// </summary>
/// <param name="engine">What drives runs.</param>
/// <param name="parallelSteps">Steps side by side.</param>
/// <param name="clock">The clock of the ledger; no figure depends on it.</param>
/// <param name="tell">Told the name of each stage that has ended, and what it did.</param>
internal sealed class QuarterlyRefresh(RefreshEngine engine, int parallelSteps, TimeProvider clock, Action<string, string> tell)
{
    private const string Holder = "command";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private StorageAccount Storage => engine.Storage;

    /// <summary>Runs the refresh; a failure is written down and thrown, and nothing is published then.</summary>
    /// <param name="request">What to do.</param>
    /// <param name="feeds">Files to work on; none to work on what is in storage.</param>
    /// <param name="cancellation">Ends the run.</param>
    public async Task<RefreshOutcome> RunAsync(RunRequest request, IReadOnlyList<Feed>? feeds, CancellationToken cancellation)
    {
        RunRecord run = await Storage.Runs.AddRunAsync(RunRecord.Start(request.Quarter, clock.GetUtcNow(), PublishStage.Code) with { Request = request.Text }, cancellation);
        try
        {
            (RunPlan plan, int fresh) = await TakeAsync(run, feeds, cancellation);
            tell(StageNames.Take, Invariant($"{plan.Feeds.Count} files, {fresh} of them new"));
            await WorkAsync(run.Id, cancellation);
            return await OutcomeAsync(run.Id, cancellation);
        }
        catch (Exception fault)
        {
            await CloseAsync(run.Id, fault is OperationCanceledException ? "stopped" : FaultCause.Of(fault));
            throw;
        }
    }

    private async Task<(RunPlan Plan, int New)> TakeAsync(RunRecord run, IReadOnlyList<Feed>? feeds, CancellationToken cancellation)
    {
        if (feeds is null)
        {
            int starter = await engine.Taking.TakeStarterAsync(cancellation);
            return (await engine.Taking.PlanAsync(engine.Driver.View(run), cancellation), starter);
        }

        (RunPlan plan, int fresh) = await engine.Taking.TakeAsync(feeds, cancellation);
        await engine.Memory.WriteAsync(run.Id, RunPlan.File, plan, cancellation);
        return (plan, fresh);
    }

    private async Task WorkAsync(string runId, CancellationToken cancellation)
    {
        while (true)
        {
            Advance advance = await engine.Driver.AdvanceAsync(runId, Holder, from: null, (_, _, _) => Task.CompletedTask, cancellation);
            if (advance.Fault is { } fault)
            {
                throw fault;
            }

            if (advance.Entered is { } stage)
            {
                await DoAsync(stage, advance.Steps, cancellation);
                IReadOnlyList<StepRecord> ended = await Storage.Runs.StepsAsync(runId, stage.Name, cancellation);
                tell(stage.Name, stage.Name == StageNames.Publish ? ended[0].Subject : StageCount.Of(stage.Name, ended).Words());
            }
            else if (await Storage.Runs.FindRunAsync(runId, cancellation) is not { State: RunState.Running } run)
            {
                return;
            }
            else
            {
                // A serving program moves the run or has taken some of its steps: what it leaves behind is done here, what it does is waited for.
                if (run.Stage.Length > 0)
                {
                    await DoAsync(engine.Stages.All.Single(one => one.Name == run.Stage), await Storage.Runs.StepsAsync(runId, run.Stage, cancellation), cancellation);
                }

                await Task.Delay(Pause, clock, cancellation);
            }
        }
    }

    private Task DoAsync(RefreshStage stage, IReadOnlyList<StepRecord> steps, CancellationToken cancellation) => Parallel.ForEachAsync(
        steps.Where(step => step.State is StepState.Pending or StepState.Running),
        new ParallelOptions { MaxDegreeOfParallelism = parallelSteps, CancellationToken = cancellation },
        async (step, token) => await engine.Worker.WorkAsync(stage, new Delivery(new StepMessage(step.RunId, step.Subject, string.Empty), Holder, Tries: 1), token));

    private async Task<RefreshOutcome> OutcomeAsync(string runId, CancellationToken cancellation)
    {
        RunRecord run = await Storage.Runs.FindRunAsync(runId, cancellation) ?? throw new MissingContentException(new Fault("table runs", runId, "the run", "none", "start the refresh again"));
        if (run.State == RunState.Failed)
        {
            throw new StageFailedException(new Fault($"run {runId}", $"stage {run.Stage}", "a vintage", (run.Outcome ?? "no message").TrimEnd('.'), $"see 'runs {runId}', mend the cause and start the refresh again"));
        }

        RunView view = engine.Driver.View(run);
        IReadOnlyList<StepRecord> steps = await Storage.Runs.StepsAsync(runId, cancellationToken: cancellation);
        return new RefreshOutcome(
            runId,
            Enum.Parse<RefreshEnd>(run.Outcome!),
            await view.ReadAsync<VintageManifest>(VintageStore.Manifest, cancellation),
            [.. new[] { StageNames.Read, StageNames.Assess, StageNames.Render }.Select(name => StageCount.Of(name, steps))],
            (await view.ReadAsync<RunPlan>(RunPlan.File, cancellation)).PassedOver,
            view.Request.Mode == RunMode.DryRun ? await view.ReadAsync<ChangeReport>(PublishStage.ChangesFile, cancellation) : null);
    }

    /// <summary>Closes a failed run; when the storage itself is gone the run stays open in the ledger, and the first fault is the one to be told.</summary>
    private async Task CloseAsync(string runId, string cause)
    {
        try
        {
            if (await Storage.Runs.FindRunAsync(runId) is { State: RunState.Running } run)
            {
                await engine.Driver.FailAsync(run, cause, CancellationToken.None);
            }
        }
        catch (Exception gone) when (gone is Azure.RequestFailedException or AggregateException or PipelineException)
        {
            tell("ledger", $"run {runId} could not be closed: {gone.GetType().Name}");
        }
    }
}
