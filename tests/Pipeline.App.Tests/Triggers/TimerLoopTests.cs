using Pipeline.App.Functions;
using Pipeline.App.Tests.Running;
using Pipeline.App.Triggers;
using Pipeline.App.Triggers.Standalone;
using Pipeline.Storage;

namespace Pipeline.App.Tests.Triggers;

/// <summary>Timers of a program that stands alone, with their last calls in real tables. Each test has a timer of its own, every five minutes.</summary>
[Collection(FunctionCollection.Name)]
public sealed class TimerLoopTests(FunctionStorage storage)
{
    private static readonly DateTimeOffset Start = HostPlayer.Utc("2026-11-22T10:02:00");

    private readonly ManualClock clock = new(Start);
    private readonly RecordingLog log = new();

    [Fact]
    public async Task A_timer_never_seen_before_starts_from_now()
    {
        RecordingFunctions functions = new();
        Player player = Play("NeverSeen", functions);

        Assert.Equal(TimeSpan.FromMinutes(1), await player.RunDueAsync());
        Assert.Empty(functions.Calls);

        clock.Advance(TimeSpan.FromMinutes(3));
        await player.RunDueAsync();
        Assert.Equal(new TimerCall("NeverSeen", HostPlayer.Utc("2026-11-22T10:05:00"), IsPastDue: false), Assert.Single(functions.Calls));
        TimerRecord record = (await storage.Account.Timers.FindAsync("NeverSeen"))!;
        Assert.Equal((HostPlayer.Utc("2026-11-22T10:05:00"), "noted NeverSeen", null, 1), (record.Ended!.Value, record.Outcome, record.Failure, record.Attempt));
    }

    [Fact]
    public async Task Occurrences_missed_while_stopped_are_caught_up_once_with_the_newest()
    {
        RecordingFunctions functions = new();
        await storage.Account.Timers.RegisterAsync("Missed", Start);
        clock.Advance(TimeSpan.FromMinutes(30));
        Player restarted = Play("Missed", functions);

        await restarted.RunDueAsync();
        await restarted.RunDueAsync();

        Assert.Equal(new TimerCall("Missed", HostPlayer.Utc("2026-11-22T10:30:00"), IsPastDue: true), Assert.Single(functions.Calls));
    }

    [Fact]
    public async Task Of_two_processes_one_runs_an_occurrence()
    {
        RecordingFunctions functions = new();
        await storage.Account.Timers.RegisterAsync("Shared", Start);

        for (int occurrence = 1; occurrence <= 5; occurrence++)
        {
            clock.Advance(TimeSpan.FromMinutes(5));
            await Task.WhenAll(Play("Shared", functions).RunDueAsync(), Play("Shared", functions).RunDueAsync());
            Assert.Equal(occurrence, functions.Calls.Count);
        }

        Assert.Equal(5, functions.Calls.Select(call => call.Occurrence).Distinct().Count());
    }

    [Fact]
    public async Task A_call_whose_process_was_killed_is_made_again_once_its_hold_has_run_out()
    {
        RecordingFunctions functions = new();
        DateTimeOffset occurrence = HostPlayer.Utc("2026-11-22T10:00:00");
        await storage.Account.Timers.StartAsync("Killed", occurrence, Start, TimerRuns.Hold);
        Player restarted = Play("Killed", functions);

        Assert.Equal(TimerRuns.Hold, await restarted.RunDueAsync());
        Assert.Empty(functions.Calls);

        clock.Advance(TimerRuns.Hold);
        await restarted.RunDueAsync();
        Assert.Equal(occurrence, Assert.Single(functions.Calls).Occurrence);
        Assert.Equal(2, (await storage.Account.Timers.FindAsync("Killed"))!.Attempt);
    }

    [Fact]
    public async Task A_call_that_failed_is_made_again_as_often_as_its_retry_rule_says()
    {
        RecordingFunctions functions = new() { OnTimer = (_, _) => throw new InvalidOperationException("no publisher") };
        Player player = Play("Failing", functions, new RetryRule(2, TimeSpan.FromSeconds(30)));
        await storage.Account.Timers.RegisterAsync("Failing", Start);
        clock.Advance(TimeSpan.FromMinutes(3));

        await Assert.ThrowsAsync<FunctionFailedException>(player.RunDueAsync);
        Assert.Equal(TimeSpan.FromSeconds(30), await player.RunDueAsync());
        clock.Advance(TimeSpan.FromSeconds(30));
        await Assert.ThrowsAsync<FunctionFailedException>(player.RunDueAsync);
        clock.Advance(TimeSpan.FromSeconds(30));
        await Assert.ThrowsAsync<FunctionFailedException>(player.RunDueAsync);
        clock.Advance(TimeSpan.FromSeconds(30));
        await player.RunDueAsync();

        Assert.Equal(3, functions.Calls.Count);
        Assert.Single(functions.Calls.Select(call => call.Occurrence).Distinct());
        Assert.Equal(("InvalidOperationException", 3), ((await storage.Account.Timers.FindAsync("Failing"))!.Failure, (await storage.Account.Timers.FindAsync("Failing"))!.Attempt));
        Assert.Equal(3, log.Errors.Count());

        clock.Advance(TimeSpan.FromMinutes(5));
        await Assert.ThrowsAsync<FunctionFailedException>(player.RunDueAsync);
        Assert.Equal(HostPlayer.Utc("2026-11-22T10:10:00"), functions.Calls.Last().Occurrence);
    }

    [Fact]
    public async Task A_long_call_keeps_its_hold_so_that_no_other_process_makes_it()
    {
        TaskCompletionSource<string> end = new();
        RecordingFunctions functions = new() { OnTimer = (_, _) => end.Task };
        await storage.Account.Timers.RegisterAsync("Long", Start);
        clock.Advance(TimeSpan.FromMinutes(3));
        Task<TimeSpan> running = Play("Long", functions).RunDueAsync();
        Player other = Play("Long", functions);
        await functions.CalledAsync();

        for (int third = 0; third < 6; third++)
        {
            clock.Advance(TimerRuns.Hold / 3);
            while ((await storage.Account.Timers.FindAsync("Long"))!.HeldUntil != clock.GetUtcNow() + TimerRuns.Hold)
            {
                // The renewal is on its way to the table.
            }

            await other.RunDueAsync();
        }

        end.SetResult("long done");
        await running;
        Assert.Single(functions.Calls);
        Assert.Equal("long done", (await storage.Account.Timers.FindAsync("Long"))!.Outcome);
    }

    [Fact]
    public async Task A_call_that_takes_longer_than_any_may_is_broken_off_and_has_failed()
    {
        RecordingFunctions functions = new() { OnTimer = async (_, cancellation) => { await Task.Delay(Timeout.InfiniteTimeSpan, cancellation); return "never"; } };
        await storage.Account.Timers.RegisterAsync("Endless", Start);
        clock.Advance(TimeSpan.FromMinutes(3));
        Task<TimeSpan> running = Play("Endless", functions, timeout: TimeSpan.FromSeconds(10)).RunDueAsync();
        await functions.CalledAsync();

        clock.Advance(TimeSpan.FromSeconds(10));

        await Assert.ThrowsAsync<FunctionFailedException>(() => running);
        Assert.Equal("TimeoutException", (await storage.Account.Timers.FindAsync("Endless"))!.Failure);
    }

    [Fact]
    public async Task The_loop_calls_by_itself_when_the_time_has_come_and_stops_when_it_is_told()
    {
        TaskCompletionSource<TimerCall> called = new(TaskCreationOptions.RunContinuationsAsynchronously);
        RecordingFunctions functions = new() { OnTimer = (call, _) => { called.TrySetResult(call); return Task.FromResult("done"); } };
        await storage.Account.Timers.RegisterAsync("Hosted", Start.AddMinutes(-5));
        Player player = Play("Hosted", functions);

        await player.Loop.StartAsync(default);
        Assert.Equal(HostPlayer.Utc("2026-11-22T10:00:00"), (await called.Task).Occurrence);
        await player.Loop.StopAsync(default);
    }

    private Player Play(string timer, RecordingFunctions functions, RetryRule? retry = null, TimeSpan? timeout = null)
    {
        using TemporaryFolder folder = new();
        RetryRule rule = retry ?? RetryRule.None;
        Directory.CreateDirectory(folder.File(timer));
        File.WriteAllText(folder.File("host.json"), $$"""{ "functionTimeout": "{{timeout ?? TimeSpan.FromMinutes(30)}}" }""");
        File.WriteAllText(folder.File(timer, "function.json"), $$"""
            { "bindings": [{ "name": "timer", "type": "timerTrigger", "direction": "in", "schedule": "0 */5 * * * *" }],
              "retry": { "strategy": "fixedDelay", "maxRetryCount": {{rule.Count}}, "delayInterval": "{{rule.Delay}}" } }
            """);
        FunctionDefinitions definitions = FunctionDefinitions.Load(folder.Path, _ => null);
        FunctionTable table = functions.Table(timer);
        TimerRuns runs = new(table, storage.Account.Timers, new FunctionInvoker(clock, log.For<FunctionInvoker>()), definitions.Timeout, clock, log.For<TimerRuns>());
        return new Player(new TimerLoop(definitions, table, storage.Account, runs, clock, log.For<TimerLoop>()), definitions.Timers.Single());
    }

    /// <summary>One process's timer.</summary>
    private sealed record Player(TimerLoop Loop, TimerDefinition Timer)
    {
        public Task<TimeSpan> RunDueAsync() => Loop.RunDueAsync(Timer, default);
    }
}
