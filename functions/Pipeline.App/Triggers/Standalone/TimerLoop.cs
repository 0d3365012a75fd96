using Pipeline.App.Functions;
using Pipeline.Storage;

namespace Pipeline.App.Triggers.Standalone;

/// <summary>Calls the timers when their schedules come round, each on its own: a long call of one keeps no other waiting.</summary>
internal sealed class TimerLoop(
    FunctionDefinitions definitions, FunctionTable table, StorageAccount storage, TimerRuns runs, TimeProvider clock, ILogger<TimerLoop> log) : BackgroundService
{
    /// <summary>Another process or an operator may have called in the meantime, so the ledger is looked at this often.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>Makes the call of a timer if it is due.</summary>
    /// <returns>How long to wait before the next look.</returns>
    public async Task<TimeSpan> RunDueAsync(TimerDefinition timer, CancellationToken cancellation)
    {
        DateTimeOffset now = clock.GetUtcNow();
        TimerDue due = TimerDue.Of(timer, await storage.Timers.RegisterAsync(timer.Name, now, cancellation), now);
        if (due.At > now)
        {
            return due.At - now < Look ? due.At - now : Look;
        }

        if (due.Call is { } call)
        {
            await runs.RunAsync(call, new Origin($"{timer.Name}-{call.Occurrence:yyyyMMddTHHmmss}Z", TraceParent: null), cancellation);
        }

        return TimeSpan.Zero;
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(definitions.Timers.Where(timer => table.Timers.ContainsKey(timer.Name)).Select(timer => FollowAsync(timer, stoppingToken)));

    private async Task FollowAsync(TimerDefinition timer, CancellationToken stopping)
    {
        OutageLog outage = new(log, $"The timer {timer.Name}");
        while (!stopping.IsCancellationRequested)
        {
            TimeSpan wait;
            try
            {
                wait = await RunDueAsync(timer, stopping);
                outage.Over();
            }
            catch (FunctionFailedException)
            {
                // The log and the ledger have the error; the retry rule says when the call is made again.
                wait = TimeSpan.Zero;
            }
            catch (Exception fault) when (fault is StorageConflictException || StorageOutage.Is(fault))
            {
                outage.Failed(fault);
                wait = Pause;
            }

            await Task.Delay(wait, clock, stopping);
        }
    }
}
