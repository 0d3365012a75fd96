using System.Diagnostics;
using Pipeline.App.Telemetry;

namespace Pipeline.App.Functions;

/// <summary>Runs the work of a function so that what happens in it can be followed: a trace, counts, and log lines with the call's identifier.</summary>
internal sealed class FunctionInvoker(TimeProvider clock, ILogger<FunctionInvoker> log)
{
    /// <summary>Runs a work.</summary>
    /// <param name="function">Name of the function.</param>
    /// <param name="origin">Where the call comes from.</param>
    /// <param name="work">The work; what it answers is logged.</param>
    /// <param name="cancellation">Has told the work to stop when it is broken off.</param>
    /// <exception cref="FunctionFailedException">The work threw; the log has the error by then.</exception>
    public async Task<string> RunAsync(string function, Origin origin, Func<Task<string>> work, CancellationToken cancellation)
    {
        using IDisposable? scope = log.BeginScope(new InvocationScope(origin.InvocationId));
        using Activity? activity = PipelineTelemetry.Start(function, origin);
        long started = clock.GetTimestamp();
        string outcome = PipelineTelemetry.Failed;
        try
        {
            string line = await work();
            outcome = PipelineTelemetry.Done;
            log.LogInformation("{Function} is done: {Line}", function, line);
            return line;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            outcome = PipelineTelemetry.Stopped;
            log.LogInformation("{Function} was stopped and will be run again.", function);
            throw;
        }
        catch (Exception fault)
        {
            activity?.SetStatus(ActivityStatusCode.Error, fault.GetType().Name);
            log.LogError(fault, "{Function} failed.", function);
            throw new FunctionFailedException(function, fault);
        }
        finally
        {
            PipelineTelemetry.Ended(function, outcome, clock.GetElapsedTime(started));
        }
    }
}

/// <summary>The work of a function threw, and the log has what. Told from errors around the work: those of storage pass by themselves.</summary>
internal sealed class FunctionFailedException(string function, Exception cause) : Exception($"{function} failed with {cause.GetType().Name}.", cause);
