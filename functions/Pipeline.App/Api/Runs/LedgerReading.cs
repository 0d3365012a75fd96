using Pipeline.App.Refresh;
using Pipeline.App.Triggers;
using Pipeline.Storage;

namespace Pipeline.App.Api;

/// <summary>Reads the ledger for operators, for programs and pages alike.</summary>
internal static class LedgerReading
{
    private const int RunsListed = 200;

    /// <summary>Runs, the newest first, with what waits and what operators should know.</summary>
    public static async Task<RunList> ListAsync(StorageAccount storage, CancellationToken cancellation)
    {
        List<RunSummary> runs = [];
        await foreach (RunRecord run in storage.Runs.RunsAsync(cancellationToken: cancellation))
        {
            runs.Add(RunSummary.Of(run));
            if (runs.Count == RunsListed)
            {
                break;
            }
        }

        List<QueueSummary> queues = [];
        foreach (string name in QueueNames.All)
        {
            WorkQueue queue = storage.Queue(name);
            queues.Add(new QueueSummary(name, await queue.CountAsync(cancellation), await queue.PeekPoisonAsync(cancellation)));
        }

        IReadOnlyList<Alert> alerts = await storage.Alerts.ListAsync(cancellationToken: cancellation);
        return new RunList(runs, queues, [.. alerts.Select(AlertRow.Of)]);
    }

    /// <summary>A run with its stages and steps.</summary>
    public static async Task<RunPage> ShowAsync(StorageAccount storage, RunRecord run, CancellationToken cancellation)
    {
        IReadOnlyList<StepRecord> steps = await storage.Runs.StepsAsync(run.Id, cancellationToken: cancellation);
        RunSummary summary = RunSummary.Of(run);
        bool reported = summary is { Mode: RunMode.DryRun, State: RunState.Done };
        return new RunPage(
            summary, StageProgress.Of(steps),
            [.. StageNames.WithSteps.SelectMany(stage => steps.Where(step => step.Stage == stage)).Select(StepRow.Of)],
            reported ? summary.Self + "/changes" : null);
    }

    /// <summary>Every timer, and when it was last called.</summary>
    public static async Task<TimerList> TimersAsync(FunctionDefinitions definitions, TimerLedger ledger, DateTimeOffset now, CancellationToken cancellation)
    {
        List<TimerRow> rows = [];
        foreach (TimerDefinition timer in definitions.Timers)
        {
            rows.Add(TimerRow.Of(timer, await ledger.FindAsync(timer.Name, cancellation), now));
        }

        return new TimerList(rows);
    }
}
