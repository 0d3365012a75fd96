using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Pipeline.App.Functions;
using Pipeline.App.Telemetry;
using Pipeline.Storage;

namespace Pipeline.App.Triggers.Handler;

/// <summary>
/// The addresses that the Functions host calls. They have no authentication of their own: they exist under the host only, on the loopback
/// address, and refuse what the host has merely passed on from outside.
/// </summary>
internal sealed class InvocationEndpoints(
    FunctionDefinitions definitions, FunctionTable table, FunctionInvoker invoker, TimerRuns timers, StorageGate gate, TimeProvider clock, ILogger<InvocationEndpoints> log)
{
    /// <summary>Header that only a request from outside has, which the host passes on.</summary>
    public const string ProxiedHeader = "x-ms-invocation-id";

    /// <summary>Answers with members named as the host names them.</summary>
    private static readonly JsonSerializerOptions HostNames = new();

    /// <summary>A call waits this long for storage; the host delivers what was refused again.</summary>
    private static readonly TimeSpan StorageWait = TimeSpan.FromMinutes(1);

    /// <summary>Maps the address that tells the host that the program is up, and one for each function that has a work.</summary>
    public void Map(WebApplication app)
    {
        app.MapGet("/", () => Results.Text("up"));
        foreach (TimerDefinition timer in definitions.Timers.Where(timer => table.Timers.ContainsKey(timer.Name)))
        {
            Map(app, timer.Name, (invocation, origin, cancellation) => TimerAsync(timer, invocation, origin, cancellation));
        }

        foreach (QueueDefinition queue in definitions.Queues.Where(queue => table.Queues.ContainsKey(queue.Name)))
        {
            Map(app, queue.Name, (invocation, origin, cancellation) => QueueAsync(queue, invocation, origin, cancellation));
        }
    }

    private void Map(WebApplication app, string function, Func<Invocation, Origin, CancellationToken, Task<string>> run) =>
        app.MapPost("/" + function, (Delegate)((HttpContext http) => AnswerAsync(http, function, run)));

    private async Task<IResult> AnswerAsync(HttpContext http, string function, Func<Invocation, Origin, CancellationToken, Task<string>> run)
    {
        if (http.Request.Headers.ContainsKey(ProxiedHeader))
        {
            return Results.NotFound();
        }

        http.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = Invocation.LargestBody;
        Origin origin = new(Invocations.IdOf(http), http.Request.Headers.TraceParent);
        using IDisposable? scope = log.BeginScope(new InvocationScope(origin.InvocationId));
        try
        {
            using Invocation invocation = await Invocation.ReadAsync(http.Request.Body, function, http.RequestAborted);
            await gate.Opened.WaitAsync(StorageWait, clock, http.RequestAborted);
            return Results.Json(new Answer([await run(invocation, origin, http.RequestAborted)]), HostNames);
        }
        catch (FunctionFailedException)
        {
            // The log has it: the host throws away what a failed answer says.
            return Results.StatusCode(StatusCodes.Status500InternalServerError);
        }
        catch (BadHttpRequestException unread)
        {
            log.LogError(unread, "{Function} was called with a body that cannot be read.", function);
            return Results.StatusCode(unread.StatusCode);
        }
        catch (Exception fault)
        {
            log.LogError(fault, "{Function} answers with a failure.", function);
            return Results.StatusCode(fault is InvocationException ? StatusCodes.Status400BadRequest : StatusCodes.Status500InternalServerError);
        }
    }

    private async Task<string> TimerAsync(TimerDefinition timer, Invocation invocation, Origin origin, CancellationToken cancellation)
    {
        TimerAnswer answer = await timers.RunAsync(invocation.Timer(timer, clock.GetUtcNow()), origin, cancellation);
        // Refused while it runs: should the process that runs it have been killed, the host's next try finds its hold run out.
        return answer.Start == TimerStart.Running
            ? throw new StorageConflictException(new Domain.Fault("timer", timer.Name, "no call that runs", "one that does", "wait until it has ended"))
            : answer.Line;
    }

    private Task<string> QueueAsync(QueueDefinition queue, Invocation invocation, Origin origin, CancellationToken cancellation)
    {
        Delivery delivery = invocation.Queue(queue);
        Origin traced = PipelineTelemetry.IsTrace(origin.TraceParent) ? origin : origin with { TraceParent = delivery.Message.Trace };
        return invoker.RunAsync(queue.Name, traced, async () =>
        {
            await table.Queues[queue.Name](delivery, cancellation);
            return $"try {delivery.Tries}";
        }, cancellation);
    }

    /// <summary>What the host takes for success; anything less leaves the call open until its time is over, and the program is killed.</summary>
    private sealed record Answer(IReadOnlyList<string> Logs)
    {
        public IReadOnlyDictionary<string, string> Outputs { get; } = new Dictionary<string, string>();

        public object? ReturnValue { get; }
    }
}
