using Pipeline.Storage;

namespace Pipeline.App.Functions;

/// <summary>What became of the call of a timer.</summary>
/// <param name="Start">Whether it was run.</param>
/// <param name="Line">What was done, in one line, or why nothing was.</param>
internal sealed record TimerAnswer(TimerStart Start, string Line);

/// <summary>Runs timers, whoever calls them, and keeps their last call: an occurrence is run once, and one that was killed is run again.</summary>
internal sealed class TimerRuns(FunctionTable table, TimerLedger ledger, FunctionInvoker invoker, TimeProvider clock, ILogger<TimerRuns> log)
{
    /// <summary>How long a process that was killed keeps others from running what it had begun.</summary>
    public static readonly TimeSpan Hold = TimeSpan.FromMinutes(1);

    /// <summary>Runs an occurrence unless it was run or is being run.</summary>
    public async Task<TimerAnswer> RunAsync(TimerCall call, Origin origin, CancellationToken cancellation)
    {
        (TimerStart start, TimerRecord record) = await ledger.StartAsync(call.Function, call.Occurrence, clock.GetUtcNow(), Hold, cancellation);
        switch (start)
        {
            case TimerStart.Running:
                return new TimerAnswer(start, $"{call.Function} is being run since {record.Started:u}.");
            case TimerStart.AlreadyRun:
                return new TimerAnswer(start, $"{call.Function} was run for {record.Occurrence:u}; nothing was done.");
            default:
                return new TimerAnswer(start, await RunAsync(call, record, origin, cancellation));
        }
    }

    private async Task<string> RunAsync(TimerCall call, TimerRecord record, Origin origin, CancellationToken cancellation)
    {
        try
        {
            string line = await HeldWork.RunAsync(
                Hold,
                clock,
                async () => record = await ledger.RenewAsync(record, clock.GetUtcNow() + Hold),
                token => invoker.RunAsync(call.Function, origin, () => table.Timers[call.Function](call, token)),
                log,
                cancellation);
            await ledger.EndAsync(record, clock.GetUtcNow(), line, failure: null, CancellationToken.None);
            return line;
        }
        catch (Exception fault) when (fault is not StorageConflictException && !StorageOutage.Is(fault))
        {
            await ledger.EndAsync(record, clock.GetUtcNow(), outcome: null, fault.GetType().Name, CancellationToken.None);
            throw;
        }
    }
}
