using System.Diagnostics;
using Pipeline.Storage;

namespace Pipeline.App.Tests.Killing;

/// <summary>Looks at the ledger of an account until something has come true; what is waited for is counted in steps, never in time.</summary>
internal static class Ledger
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(40);

    /// <summary>Time in which no step ends after which a run is stuck; how long a whole run takes says nothing on a busy machine.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    /// <summary>Waits until a run has at least so many ended steps, or has itself ended.</summary>
    /// <returns>The steps at that moment.</returns>
    public static Task<IReadOnlyList<StepRecord>> UntilDoneAsync(StorageAccount account, string runId, int steps) => UntilAsync(account, runId, (run, found) =>
        found.Count(step => step.State == StepState.Done) >= steps || run.State != RunState.Running);

    /// <summary>Waits until a run has ended.</summary>
    public static async Task<RunRecord> UntilEndedAsync(StorageAccount account, string runId)
    {
        await UntilAsync(account, runId, (run, _) => run.State is RunState.Done or RunState.Failed);
        return (await account.Runs.FindRunAsync(runId))!;
    }

    /// <summary>Waits until any run is in the ledger.</summary>
    public static async Task<RunRecord> UntilEnteredAsync(StorageAccount account)
    {
        using PeriodicTimer timer = new(Look);
        do
        {
            await foreach (RunRecord run in account.Runs.RunsAsync())
            {
                return run;
            }
        }
        while (await timer.WaitForNextTickAsync());
        throw new UnreachableException();
    }

    private static async Task<IReadOnlyList<StepRecord>> UntilAsync(StorageAccount account, string runId, Func<RunRecord, IReadOnlyList<StepRecord>, bool> holds)
    {
        Stopwatch watch = Stopwatch.StartNew();
        (string Stage, int Done) stood = default;
        using PeriodicTimer timer = new(Look);
        while (await timer.WaitForNextTickAsync())
        {
            try
            {
                RunRecord run = (await account.Runs.FindRunAsync(runId))!;
                IReadOnlyList<StepRecord> steps = await account.Runs.StepsAsync(runId);
                if (holds(run, steps))
                {
                    return steps;
                }

                (string, int) stands = (run.Stage, steps.Count(step => step.State == StepState.Done));
                if (stands != stood)
                {
                    stood = stands;
                    watch.Restart();
                }

                Assert.True(watch.Elapsed < Patience, $"run {runId} stands in stage '{run.Stage}': " + string.Join(", ", steps.GroupBy(step => (step.Stage, step.State)).Select(group => $"{group.Key} {group.Count()}")));
            }
            catch (Exception fault) when (fault is Azure.RequestFailedException or AggregateException && watch.Elapsed < Patience)
            {
                // Storage is away for a while: that is what some of the tests are about.
            }
        }

        throw new UnreachableException();
    }
}
