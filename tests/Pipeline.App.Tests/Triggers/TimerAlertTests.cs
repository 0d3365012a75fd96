using Pipeline.App.Functions;
using Pipeline.App.Triggers;
using Pipeline.Storage;

namespace Pipeline.App.Tests.Triggers;

/// <summary>A timer that nobody calls is told of by the one that comes round most often.</summary>
public sealed class TimerAlertTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Start = HostPlayer.Utc("2026-11-22T10:02:00");

    private readonly FunctionStorage storage = new();
    private readonly ManualClock clock = new(Start);

    public Task InitializeAsync() => storage.InitializeAsync();

    public Task DisposeAsync() => storage.DisposeAsync();

    [Fact]
    public async Task A_timer_that_was_not_called_is_told_of_until_it_is()
    {
        IReadOnlyList<string> first = await WatchAsync();
        // Its occurrence of 10:07 has passed by more than the ten minutes that a call may be late.
        clock.Advance(TimeSpan.FromMinutes(16));
        IReadOnlyList<string> missed = await WatchAsync();
        string sentence = (await storage.Account.Alerts.ListAsync())[0].Message;
        (_, TimerRecord running) = await storage.Account.Timers.StartAsync("SweepInbox", clock.GetUtcNow(), clock.GetUtcNow(), TimeSpan.FromMinutes(1));
        await storage.Account.Timers.EndAsync(running, clock.GetUtcNow(), "swept", failure: null);
        IReadOnlyList<string> called = await WatchAsync();

        Assert.Empty(first);
        Assert.Equal(["timer-overdue SweepInbox"], missed);
        Assert.StartsWith("It was due at 2026-11-22 10:07Z and was not called;", sentence, StringComparison.Ordinal);
        Assert.Empty(called);
    }

    [Fact]
    public async Task Nothing_is_told_when_the_watch_itself_is_late_because_nothing_was_running()
    {
        await WatchAsync();
        clock.Advance(TimeSpan.FromHours(3));

        Assert.Empty(await WatchAsync(isPastDue: true));
    }

    /// <summary>Calls the watch as it is always called, its call in the ledger, and lists what stands.</summary>
    private async Task<IReadOnlyList<string>> WatchAsync(bool isPastDue = false)
    {
        DateTimeOffset now = clock.GetUtcNow();
        await storage.Account.Timers.StartAsync(AppFunctions.WatchRuns, now, now, TimeSpan.FromMinutes(1));
        TimerWork watch = new TimerAlerts(FunctionDefinitions.Load(), storage.Account, clock).Before((_, _) => Task.FromResult("watched"));
        Assert.Equal("watched", await watch(new TimerCall(AppFunctions.WatchRuns, now, isPastDue), default));
        return [.. (await storage.Account.Alerts.ListAsync()).Select(alert => $"{alert.Kind} {alert.Subject}")];
    }
}
