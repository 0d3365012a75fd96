using Pipeline.Storage;

namespace Pipeline.App.Functions;

/// <summary>What became of the call of a timer.</summary>
/// <param name="Start">Whether it was run.</param>
/// <param name="Line">What was done, in one line, or why nothing was.</param>
internal sealed record TimerAnswer(TimerStart Start, string Line);

/// <summary>Runs timers, whoever calls them, and keeps their last call: an occurrence is run once, and one that was killed is run again.</summary>
/// <param name="table">The works.</param>
/// <param name="ledger">Last call of each timer.</param>
/// <param name="invoker">Runs a work.</param>
/// <param name="longest">Time after which a call is broken off and has failed.</param>
/// <param name="clock">The clock.</param>
/// <param name="log">The log.</param>
internal sealed class TimerRuns(FunctionTable table, TimerLedger ledger, FunctionInvoker invoker, TimeSpan longest, TimeProvider clock, ILogger<TimerRuns> log)
{
    /// <summary>How long a process that was killed keeps others from running what it had begun.</summary>
    public static readonly TimeSpan Hold = TimeSpan.FromMinutes(1);

    /// <summary>Runs an occurrence unless it was run or is being run.</summary>
    /// <exception cref="FunctionFailedException">The work failed; the log and the ledger have it by then.</exception>
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
                token => invoker.RunAsync(call.Function, origin, () => WithinTimeAsync(call, token), token),
                log,
                cancellation);
            await ledger.EndAsync(record, clock.GetUtcNow(), line, failure: null, CancellationToken.None);
            return line;
        }
        catch (FunctionFailedException failed)
        {
            await FailedAsync(record, failed.InnerException!);
            throw;
        }
    }

    private async Task<string> WithinTimeAsync(TimerCall call, CancellationToken cancellation)
    {
        using CancellationTokenSource time = new(longest, clock);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellation);
        try
        {
            return await table.Timers[call.Function](call, either.Token);
        }
        catch (OperationCanceledException slow) when (time.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new TimeoutException($"{call.Function} took longer than {longest}.", slow);
        }
    }

    /// <summary>Enters the failure. Where storage cannot take it, the hold runs out and the call is made again as if its process had been killed.</summary>
    private async Task FailedAsync(TimerRecord record, Exception fault)
    {
        try
        {
            await ledger.EndAsync(record, clock.GetUtcNow(), outcome: null, fault.GetType().Name, CancellationToken.None);
        }
        catch (Exception unwritten) when (unwritten is StorageConflictException || StorageOutage.Is(unwritten))
        {
            log.LogError(unwritten, "The failure of {Function} could not be entered.", record.Name);
        }
    }
}
