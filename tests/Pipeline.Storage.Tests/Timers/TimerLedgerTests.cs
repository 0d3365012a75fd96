namespace Pipeline.Storage.Tests.Timers;

[Collection(EmulatorGroup.Name)]
public sealed class TimerLedgerTests(EmulatorFixture emulator)
{
    private static readonly TimeSpan Hold = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_timer_is_known_from_when_it_was_first_seen()
    {
        var ledger = await LedgerAsync();
        Assert.Null(await ledger.FindAsync("WatchRuns"));

        var first = await ledger.RegisterAsync("WatchRuns", Times.Start);
        var second = await ledger.RegisterAsync("WatchRuns", Times.After(600));

        Assert.Equal((Times.Start, Times.Start, null), (first.KnownSince, second.KnownSince, second.Occurrence));
    }

    [Fact]
    public async Task An_occurrence_is_given_out_once_and_again_only_when_it_failed_or_its_hold_ran_out()
    {
        var ledger = await LedgerAsync();
        var (started, running) = await ledger.StartAsync("T", Times.Start, Times.After(1), Hold);
        Assert.Equal((TimerStart.Started, 1), (started, running.Attempt));
        Assert.Equal(TimerStart.Running, (await ledger.StartAsync("T", Times.Start, Times.After(60), Hold)).Answer);

        var (_, taken) = await ledger.StartAsync("T", Times.Start, Times.After(61), Hold);
        Assert.Equal(2, taken.Attempt);
        await ledger.EndAsync(taken, Times.After(62), outcome: null, "HttpRequestException");
        var (again, third) = await ledger.StartAsync("T", Times.Start, Times.After(63), Hold);
        Assert.Equal((TimerStart.Started, 3), (again, third.Attempt));

        await ledger.EndAsync(third, Times.After(64), "stored 1 snapshot", failure: null);
        Assert.Equal(TimerStart.AlreadyRun, (await ledger.StartAsync("T", Times.Start, Times.After(65), Hold)).Answer);
        Assert.Equal(TimerStart.AlreadyRun, (await ledger.StartAsync("T", Times.After(-300), Times.After(65), Hold)).Answer);
        var (next, fourth) = await ledger.StartAsync("T", Times.After(300), Times.After(300), Hold);
        Assert.Equal((TimerStart.Started, 1, null), (next, fourth.Attempt, fourth.Outcome));
    }

    [Fact]
    public async Task Of_many_that_want_an_occurrence_at_once_one_gets_it()
    {
        var ledger = await LedgerAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => ledger.StartAsync("T", Times.Start, Times.Start, Hold)));
        Assert.Single(answers, answer => answer.Answer == TimerStart.Started);
        Assert.Equal(7, answers.Count(answer => answer.Answer == TimerStart.Running));
    }

    [Fact]
    public async Task A_renewed_call_is_held_on_and_one_that_another_has_taken_is_neither_renewed_nor_ended()
    {
        var ledger = await LedgerAsync();
        var (_, lost) = await ledger.StartAsync("T", Times.Start, Times.Start, Hold);
        lost = await ledger.RenewAsync(lost, Times.After(120));
        Assert.Equal(TimerStart.Running, (await ledger.StartAsync("T", Times.Start, Times.After(119), Hold)).Answer);

        var (_, taken) = await ledger.StartAsync("T", Times.Start, Times.After(120), Hold);
        await Assert.ThrowsAsync<StorageConflictException>(() => ledger.RenewAsync(lost, Times.After(240)));
        await Assert.ThrowsAsync<StorageConflictException>(() => ledger.EndAsync(lost, Times.After(121), "late", failure: null));

        await ledger.EndAsync(taken, Times.After(122), "done", failure: null);
        Assert.Equal("done", (await ledger.FindAsync("T"))!.Outcome);
    }

    private async Task<TimerLedger> LedgerAsync() => new(await emulator.TableAsync());
}
