using System.Diagnostics;
using Pipeline.App.Telemetry;

namespace Pipeline.App.Functions;

/// <summary>Runs the work of a function so that what happens in it can be followed: a trace, counts, and log lines with the call's identifier.</summary>
internal sealed class FunctionInvoker(TimeProvider clock, ILogger<FunctionInvoker> log)
{
    /// <summary>Runs a work. An error is logged before anyone is answered, because nobody keeps what a failed answer says.</summary>
    public async Task<T> RunAsync<T>(string function, Origin origin, Func<Task<T>> work)
    {
        using IDisposable? scope = log.BeginScope(new InvocationScope(origin.InvocationId));
        using Activity? activity = PipelineTelemetry.Start(function, origin);
        long started = clock.GetTimestamp();
        string outcome = PipelineTelemetry.Failed;
        try
        {
            T result = await work();
            outcome = PipelineTelemetry.Done;
            log.LogInformation("{Function} is done: {Result}", function, result);
            return result;
        }
        catch (Exception fault)
        {
            activity?.SetStatus(ActivityStatusCode.Error, fault.GetType().Name);
            log.LogError(fault, "{Function} failed.", function);
            throw;
        }
        finally
        {
            PipelineTelemetry.Ended(function, outcome, clock.GetElapsedTime(started));
        }
    }
}
