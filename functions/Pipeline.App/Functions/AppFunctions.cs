using Pipeline.App.Refresh;
using Pipeline.Domain;
using Pipeline.Storage;

namespace Pipeline.App.Functions;

/// <summary>The functions of the app, by the names that their definitions have.</summary>
internal static class AppFunctions
{
    /// <summary>Starts a run for the quarter of the occurrence.</summary>
    public const string RefreshQuarter = "RefreshQuarter";

    /// <summary>Drives on what a killed process has left behind.</summary>
    public const string WatchRuns = "WatchRuns";

    /// <summary>The table over an engine.</summary>
    /// <param name="engine">What drives runs.</param>
    /// <param name="pulls">Functions that obtain files.</param>
    public static FunctionTable Of(RefreshEngine engine, IReadOnlyDictionary<string, TimerWork> pulls) => new(
        new Dictionary<string, TimerWork>(pulls.Select(pull => KeyValuePair.Create(pull.Key, AfterStarterFeeds(engine, pull.Value))), StringComparer.Ordinal)
        {
            [RefreshQuarter] = (call, cancellation) => RefreshAsync(engine, call, cancellation),
            [WatchRuns] = (_, cancellation) => engine.Watch.WatchAsync(cancellation),
        },
        new Dictionary<string, QueueWork>(StringComparer.Ordinal)
        {
            ["ReadSnapshot"] = engine.WorkOf(QueueNames.ReadSnapshot),
            ["AssessMineral"] = engine.WorkOf(QueueNames.AssessMineral),
            ["RenderBriefing"] = engine.WorkOf(QueueNames.RenderBriefing),
            ["PublishVintage"] = engine.WorkOf(QueueNames.PublishVintage),
        });

    /// <summary>Starts the reading of a file that has just been stored; the same file twice in a quarter is one run.</summary>
    public static Func<Snapshot, CancellationToken, Task> StartReading(RefreshEngine engine, TimeProvider clock) => (snapshot, cancellation) =>
    {
        Quarter quarter = Quarter.Of(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        // The quarter is part of the request: bytes that are fetched again in a later one, or whose pull was cut off at its end, are asked for anew.
        return engine.Start.StartAsync([RunRequest.Read(quarter, snapshot.Hash)], $"read {snapshot.Hash} {quarter}", cancellation);
    };

    /// <summary>What is fetched or dropped replaces a starter feed of its name; taken in after it, the starter feed would pass for the newer.</summary>
    private static TimerWork AfterStarterFeeds(RefreshEngine engine, TimerWork pull) => async (call, cancellation) =>
    {
        await engine.Taking.TakeStarterAsync(cancellation);
        return await pull(call, cancellation);
    };

    private static async Task<string> RefreshAsync(RefreshEngine engine, TimerCall call, CancellationToken cancellation)
    {
        Quarter quarter = Quarter.Of(DateOnly.FromDateTime(call.Occurrence.UtcDateTime));
        IReadOnlyList<RunRecord> runs = await engine.Start.StartAsync(
            [RunRequest.OverStored(quarter, RunMode.Publish, [])], $"{call.Function} {call.Occurrence.UtcDateTime:O}", cancellation);
        return $"run {runs[0].Id}";
    }
}
