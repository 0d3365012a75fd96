using Pipeline.App.Functions;
using Pipeline.Storage;
using static System.FormattableString;

namespace Pipeline.App.Refresh;

/// <summary>
/// Drives on what a killed process has left behind and what no message is on its way for, and raises and clears alerts. It may run at any
/// time, on any number of machines: all it does is what a late message would do.
/// </summary>
internal sealed class RunWatch(StorageAccount storage, RefreshStages stages, RunDriver driver, StepWorker worker, RunStart start, RunAlerts alerts, TimeSpan lease, TimeProvider clock)
{
    private const int MaximumAttempts = 20;
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(100);

    /// <summary>Looks at all runs that have not ended, and at the queues of what was given up. A run that cannot be driven on stops no other.</summary>
    /// <returns>What was done, in a line.</returns>
    /// <exception cref="AggregateException">What kept runs from being driven on, after all others were.</exception>
    public async Task<string> WatchAsync(CancellationToken cancellation)
    {
        DateTimeOffset now = clock.GetUtcNow();
        int driven = 0;
        List<RunRecord> runs = [];
        await foreach (RunRecord run in storage.Runs.RunsAsync(cancellationToken: cancellation))
        {
            if (run.State is not (RunState.Done or RunState.Failed) || run.Started > now - Remembered)
            {
                runs.Add(run);
            }
        }

        List<Exception> faults = [];
        foreach (RunRecord run in runs.Where(run => run.State == RunState.Running))
        {
            try
            {
                driven += await DriveAsync(run, now, cancellation);
            }
            catch (Exception fault) when (fault is not OperationCanceledException && !StorageOutage.Is(fault))
            {
                faults.Add(new InvalidOperationException($"Run {run.Id} could not be driven on: {FaultCause.Of(fault)}", fault));
            }
        }

        Dictionary<string, RunRecord> byId = runs.ToDictionary(run => run.Id, StringComparer.Ordinal);
        foreach (RunRecord waiting in runs.Where(run => run.State == RunState.Waiting && (run.After is null || byId.GetValueOrDefault(run.After) is null or { State: RunState.Done or RunState.Failed })))
        {
            await driver.BeginAsync(waiting, cancellation);
            driven++;
        }

        string standing = await alerts.SetAsync(runs, now, cancellation);
        if (faults.Count > 0)
        {
            throw new AggregateException(faults);
        }

        return Invariant($"{runs.Count(run => run.State == RunState.Running)} runs under way, {driven} steps or runs driven on{(standing.Length == 0 ? standing : "; " + standing)}");
    }

    private async Task<int> DriveAsync(RunRecord run, DateTimeOffset now, CancellationToken cancellation)
    {
        if (run.CodeVersion != PublishStage.Code)
        {
            return await RestartWhenLeftAsync(run, now, cancellation);
        }

        if (run.Stage.Length == 0)
        {
            if (run.StageAt + lease > now)
            {
                return 0;
            }

            await driver.AskAsync(run, cancellation);
            return 1;
        }

        RefreshStage stage = stages.All.Single(one => one.Name == run.Stage);
        StepRecord[] open = [.. (await storage.Runs.StepsAsync(run.Id, run.Stage, cancellation)).Where(step => step.State is StepState.Pending or StepState.Running)];
        if (open.Length == 0)
        {
            await driver.AskAsync(run, cancellation);
            return 1;
        }

        StepRecord[] left = [.. open.Where(step => step.LeaseUntil is not { } until || until < now).Where(step => step.Sent is not { } sent || sent + lease < now)];
        foreach (StepRecord step in left)
        {
            await SendAgainAsync(stage, step, now, cancellation);
        }

        return left.Length;
    }

    private async Task SendAgainAsync(RefreshStage stage, StepRecord step, DateTimeOffset now, CancellationToken cancellation)
    {
        if (step.Attempt >= MaximumAttempts)
        {
            await worker.GiveUpAsync(stage, new StepMessage(step.RunId, step.Subject, string.Empty), Invariant($"It was begun {step.Attempt} times and never ended: its process was killed each time."), cancellation);
            if (await storage.Runs.FindRunAsync(step.RunId, cancellation) is { } run)
            {
                await driver.AskAsync(run, cancellation);
            }

            return;
        }

        try
        {
            // The time of sending is written first: of two watches one sends.
            StepRecord marked = await storage.Runs.UpdateStepAsync(step with { Sent = now }, cancellation);
            await driver.SendAsync(stage, [marked], cancellation);
        }
        catch (StorageConflictException)
        {
            // It has moved on by itself.
        }
    }

    /// <summary>
    /// A run of another version of the program is ended and asked for anew when nobody has been at it for a lease; what still holds is reused.
    /// Until then a process of that version may be doing it.
    /// </summary>
    private async Task<int> RestartWhenLeftAsync(RunRecord run, DateTimeOffset now, CancellationToken cancellation)
    {
        IReadOnlyList<StepRecord> steps = run.Stage.Length == 0 ? [] : await storage.Runs.StepsAsync(run.Id, run.Stage, cancellation);
        DateTimeOffset?[] signs = [run.StageAt + lease, run.MovedUntil, .. steps.SelectMany(step => new[] { step.Sent + lease, step.Ended + lease, step.Ended is null ? step.LeaseUntil : null })];
        if (signs.Max() > now)
        {
            return 0;
        }

        await RestartAsync(run, cancellation);
        return 1;
    }

    private async Task RestartAsync(RunRecord run, CancellationToken cancellation)
    {
        RunRequest request = RunRequest.Of(run);
        if (request.Feeds == FeedOrigins.Given)
        {
            await driver.FailAsync(run, "another version of the program took over; start the refresh again", cancellation);
            return;
        }

        IReadOnlyList<RunRecord> runs = await start.StartAsync([request], $"restart of {run.Id}", cancellation);
        await driver.FailAsync(run, $"another version of the program took over and started {runs[0].Id}", cancellation);
    }
}
