using System.Collections.Concurrent;
using Pipeline.App.Functions;

namespace Pipeline.App.Tests.Triggers;

/// <summary>Works that only note what they were called with.</summary>
internal sealed class RecordingFunctions
{
    public static readonly string[] TimerNames =
        ["PullCommodityPrices", "PullGovernance", "PullMineralSummaries", "PullTradeStatistics", "RefreshQuarter", "SweepInbox", "WatchRuns"];

    public static readonly string[] QueueFunctions = ["AssessMineral", "PublishVintage", "ReadSnapshot", "RenderBriefing"];

    private readonly SemaphoreSlim called = new(0);

    public ConcurrentQueue<TimerCall> Calls { get; } = [];

    public ConcurrentQueue<(string Function, Delivery Delivery)> Deliveries { get; } = [];

    /// <summary>What a timer does beside being noted.</summary>
    public TimerWork OnTimer { get; init; } = (call, _) => Task.FromResult($"noted {call.Function}");

    /// <summary>What a queue function does beside being noted.</summary>
    public QueueWork OnMessage { get; init; } = (_, _) => Task.CompletedTask;

    /// <summary>Waits for the next call that was not waited for yet.</summary>
    public Task CalledAsync() => called.WaitAsync();

    /// <summary>All functions of the app.</summary>
    public FunctionTable Table() => Table(TimerNames);

    /// <summary>All queue functions, and timers of these names.</summary>
    public FunctionTable Table(params string[] timers) => new(
        timers.ToDictionary(name => name, _ => (TimerWork)NoteAsync, StringComparer.Ordinal),
        QueueFunctions.ToDictionary(name => name, QueueWork (name) => (delivery, cancellation) => NoteAsync(name, delivery, cancellation), StringComparer.Ordinal));

    private Task<string> NoteAsync(TimerCall call, CancellationToken cancellation)
    {
        Calls.Enqueue(call);
        called.Release();
        return OnTimer(call, cancellation);
    }

    private Task NoteAsync(string function, Delivery delivery, CancellationToken cancellation)
    {
        Deliveries.Enqueue((function, delivery));
        called.Release();
        return OnMessage(delivery, cancellation);
    }
}
