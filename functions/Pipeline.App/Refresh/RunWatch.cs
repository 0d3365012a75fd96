using Pipeline.App.Functions;
using Pipeline.Storage;
using static System.FormattableString;

namespace Pipeline.App.Refresh;

/// <summary>
/// Drives on what a killed process has left behind and what no message is on its way for, and raises and clears alerts. It may run at any
/// time, on any number of machines: all it does is what a late message would do.
/// </summary>
internal sealed class RunWatch(StorageAccount storage, RefreshStages stages, RunDriver driver, StepWorker worker, RunStart start, TimeSpan lease, TimeProvider clock)
{
    /// <summary>Kind of alert: a run has failed and no later run of its quarter has ended well.</summary>
    public const string RunFailed = "run-failed";

    /// <summary>Kind of alert: a run has given no sign of life for long.</summary>
    public const string RunStuck = "run-stuck";

    /// <summary>Kind of alert: messages that nobody will try again.</summary>
    public const string PoisonMessages = "poison-messages";

    private const string Mover = "watch";
    private const int MaximumAttempts = 20;
    private static readonly TimeSpan Stuck = TimeSpan.FromHours(2);
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(100);

    /// <summary>Looks at all runs that have not ended, and at the queues of what was given up.</summary>
    /// <returns>What was done, in a line.</returns>
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

        foreach (RunRecord run in runs.Where(run => run.State == RunState.Running))
        {
            driven += await DriveAsync(run, now, cancellation);
        }

        Dictionary<string, RunRecord> byId = runs.ToDictionary(run => run.Id, StringComparer.Ordinal);
        foreach (RunRecord waiting in runs.Where(run => run.State == RunState.Waiting && (run.After is null || byId.GetValueOrDefault(run.After) is null or { State: RunState.Done or RunState.Failed })))
        {
            await driver.BeginAsync(waiting, cancellation);
            driven++;
        }

        await AlertAsync(runs, now, cancellation);
        return Invariant($"{runs.Count(run => run.State == RunState.Running)} runs under way, {driven} steps or runs driven on");
    }

    private async Task<int> DriveAsync(RunRecord run, DateTimeOffset now, CancellationToken cancellation)
    {
        if (run.Stage.Length == 0)
        {
            if (run.StageAt + lease > now)
            {
                return 0;
            }

            await driver.DriveAsync(run.Id, Mover, from: null, cancellation);
            return 1;
        }

        RefreshStage stage = stages.All.Single(one => one.Name == run.Stage);
        StepRecord[] open = [.. (await storage.Runs.StepsAsync(run.Id, run.Stage, cancellation)).Where(step => step.State is StepState.Pending or StepState.Running)];
        if (open.Length == 0)
        {
            await driver.DriveAsync(run.Id, Mover, from: null, cancellation);
            return 1;
        }

        StepRecord[] left = [.. open.Where(step => step.LeaseUntil is not { } until || until < now).Where(step => step.Sent is not { } sent || sent + lease < now)];
        if (left.Length > 0 && left.Any(step => step.Key.CodeVersion != stage.CodeVersion))
        {
            await RestartAsync(run, cancellation);
            return 1;
        }

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
            await driver.DriveAsync(step.RunId, Mover, from: null, cancellation);
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

    /// <summary>A run whose steps were planned by another version of the program is ended and asked for anew; what still holds is reused.</summary>
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

    private async Task AlertAsync(IReadOnlyList<RunRecord> runs, DateTimeOffset now, CancellationToken cancellation)
    {
        foreach (IGrouping<string, RunRecord> quarter in runs.Where(run => RunRequest.Of(run).Mode != RunMode.Read).GroupBy(run => run.Quarter, StringComparer.Ordinal))
        {
            RunRecord? last = quarter.Where(run => run.State is RunState.Done or RunState.Failed).MaxBy(run => run.Ended);
            await SetAsync(last?.State == RunState.Failed, RunFailed, quarter.Key, $"Run {last?.Id} has failed; see 'runs {last?.Id}'.", now, cancellation);
        }

        foreach (RunRecord run in runs)
        {
            await SetAsync(run.State == RunState.Running && run.StageAt + Stuck < now, RunStuck, run.Id, $"The run has been in stage '{run.Stage}' for more than {Stuck.TotalHours:0} hours; see 'runs {run.Id}'.", now, cancellation);
        }

        foreach (string queue in QueueNames.All)
        {
            bool any = (await storage.Queue(queue).PeekPoisonAsync(cancellation)).Count > 0;
            await SetAsync(any, PoisonMessages, queue, "Messages were given up; see 'runs --poison', mend the cause, then 'redrive'.", now, cancellation);
        }
    }

    private Task<bool> SetAsync(bool stands, string kind, string subject, string message, DateTimeOffset now, CancellationToken cancellation) => stands
        ? storage.Alerts.RaiseAsync(new Alert(kind, subject, message, now), cancellation)
        : storage.Alerts.ClearAsync(kind, subject, now, cancellation);
}
