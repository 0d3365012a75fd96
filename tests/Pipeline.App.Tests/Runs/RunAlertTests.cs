using Pipeline.App.Functions;
using Pipeline.App.Refresh;
using Pipeline.Storage;

namespace Pipeline.App.Tests.Runs;

/// <summary>What operators are told of runs, and when it is over.</summary>
public sealed class RunAlertTests : EmptyRunStorage
{
    [Fact]
    public async Task A_failed_run_is_told_once_and_cleared_by_a_later_one_that_publishes_its_quarter()
    {
        RunRecord failed = await EndedAsync(RunState.Failed, RunMode.Publish, []);
        await Bench.WatchAsync();
        await Bench.WatchAsync();
        Alert told = Assert.Single(await Account.Alerts.ListAsync());

        await EndedAsync(RunState.Done, RunMode.DryRun, []);
        await EndedAsync(RunState.Done, RunMode.Publish, ["cobalt"]);
        await Bench.WatchAsync();
        Alert stands = Assert.Single(await Account.Alerts.ListAsync());
        await EndedAsync(RunState.Done, RunMode.Publish, []);
        await Bench.WatchAsync();

        Assert.Equal(("run-failed", "2026Q4", $"Run {failed.Id} has failed; see 'runs {failed.Id}'."), (told.Kind, told.Subject, told.Message));
        Assert.Equal(told, stands);
        Assert.Empty(await Account.Alerts.ListAsync());
        Assert.NotNull(Assert.Single(await Account.Alerts.ListAsync(standingOnly: false)).ClearedAt);
    }

    [Fact]
    public async Task A_failed_trial_is_nothing_that_operators_are_called_for()
    {
        await EndedAsync(RunState.Failed, RunMode.DryRun, []);

        await Bench.WatchAsync();

        Assert.Empty(await Account.Alerts.ListAsync());
    }

    [Fact]
    public async Task A_failure_of_half_a_year_ago_still_stands()
    {
        await EndedAsync(RunState.Failed, RunMode.Publish, []);
        await Bench.WatchAsync();
        Clock.Advance(TimeSpan.FromDays(180));

        await Bench.WatchAsync();

        Assert.Contains(("run-failed", "2026Q4"), await Bench.AlertsAsync());
    }

    [Fact]
    public async Task Parameters_past_their_confirmation_are_told_once_and_cleared_when_they_are_confirmed()
    {
        // Seen from the last confirmed day and the day after it; a later confirmation has the effect of the day going back.
        TimeSpan untilLastDay = new DateTimeOffset(2027, 4, 1, 12, 0, 0, TimeSpan.Zero) - Clock.GetUtcNow();
        Clock.Advance(untilLastDay);
        await Bench.WatchAsync();
        IReadOnlyList<(string, string)> before = await Bench.AlertsAsync();
        Clock.Advance(TimeSpan.FromDays(1));
        await Bench.WatchAsync();
        string line = await Bench.WatchAsync();
        Alert told = Assert.Single(await Account.Alerts.ListAsync());
        Clock.Advance(TimeSpan.FromDays(-1));
        await Bench.WatchAsync();

        Assert.Empty(before);
        Assert.Equal(("stale-parameter", "parameters"), (told.Kind, told.Subject));
        Assert.Contains("'parameters --stale'", told.Message, StringComparison.Ordinal);
        Assert.EndsWith("alerts stand: stale-parameter 1", line, StringComparison.Ordinal);
        Assert.Empty(await Bench.AlertsAsync());
    }

    [Fact]
    public async Task Given_up_messages_are_told_by_queue_and_cleared_when_they_were_sent_again()
    {
        await Account.Queue(QueueNames.RenderBriefing).AddPoisonAsync(new StepMessage("20200101T000000000Z-2020Q1", "cobalt.ja", ""), "cause", 5);
        await Bench.WatchAsync();
        IReadOnlyList<(string, string)> told = await Bench.AlertsAsync();
        await Bench.Engine.Redrive.QueueAsync(QueueNames.RenderBriefing, default);

        await Bench.WatchAsync();

        Assert.Equal([("poison-messages", "render-briefing")], told);
        Assert.Empty(await Bench.AlertsAsync());
    }

    [Fact]
    public async Task A_run_that_stays_in_a_stage_for_more_than_two_hours_is_told_until_it_moves()
    {
        RunRecord run = await Bench.StartSmallAsync("stuck");
        Clock.Advance(TimeSpan.FromHours(1.9));
        await Bench.WatchAsync();
        IReadOnlyList<(string, string)> before = await Bench.AlertsAsync();
        Clock.Advance(TimeSpan.FromHours(0.2));
        await Bench.WatchAsync();
        IReadOnlyList<(string, string)> after = await Bench.AlertsAsync();
        await Bench.DrainAsync();
        await Bench.WatchAsync();

        Assert.Empty(before);
        Assert.Equal([("run-stuck", run.Id)], after);
        Assert.Empty(await Bench.AlertsAsync());
    }

    [Fact]
    public async Task The_ledger_of_an_earlier_version_without_requests_is_watched_like_any_other()
    {
        RunRecord old = await Account.Runs.AddRunAsync(RunRecord.Start("2026Q3", Clock.GetUtcNow(), "older"));
        await Account.Runs.UpdateRunAsync(old.End(RunState.Failed, "stopped", Clock.GetUtcNow()));

        await Bench.WatchAsync();

        Assert.Equal([("run-failed", "2026Q3")], await Bench.AlertsAsync());
    }

    [Fact]
    public async Task The_watch_says_which_kinds_stand_and_how_many_of_each_and_nothing_when_none_does()
    {
        string before = await Bench.WatchAsync();
        await EndedAsync(RunState.Failed, RunMode.Publish, []);
        await Account.Alerts.RaiseAsync(new Alert("pull-failed", "wgi/WGI_CSV.zip", "sentence", Clock.GetUtcNow()));
        await Account.Alerts.RaiseAsync(new Alert("pull-failed", "pink-sheet/CMO.xlsx", "sentence", Clock.GetUtcNow()));
        string during = await Bench.WatchAsync();
        await EndedAsync(RunState.Done, RunMode.Publish, []);
        string after = await Bench.WatchAsync();

        Assert.Equal("0 runs under way, 0 steps or runs driven on", before);
        Assert.Equal("0 runs under way, 0 steps or runs driven on; alerts stand: pull-failed 2, run-failed 1", during);
        Assert.Equal("0 runs under way, 0 steps or runs driven on; alerts stand: pull-failed 2", after);
    }

    private async Task<RunRecord> EndedAsync(RunState state, RunMode mode, string[] minerals)
    {
        RunRequest request = new("2026Q4", mode, FeedOrigins.Stored, minerals, []);
        RunRecord run = await Account.Runs.AddRunAsync(RunRecord.Start("2026Q4", Clock.GetUtcNow(), PublishStage.Code) with { Request = request.Text });
        return await Account.Runs.UpdateRunAsync(run.End(state, "outcome", Clock.GetUtcNow()));
    }
}
