using Pipeline.App.Functions;
using Pipeline.App.Refresh;
using Pipeline.Storage;

namespace Pipeline.App.Tests.Runs;

/// <summary>How a run comes from stage to stage, whoever moves it and whoever is killed while he does.</summary>
public sealed class StageMoveTests : EmptyRunStorage
{
    [Fact]
    public async Task The_last_step_of_a_stage_delivered_eight_times_at_once_sends_the_next_stage_once()
    {
        (RunRecord run, Delivery last) = await UpToLastReadAsync("eight");

        await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Bench.DoAsync(QueueNames.ReadSnapshot, last with { MessageId = $"message {number}" })));

        IReadOnlyList<Delivery> sent = await Bench.ReceiveAsync(QueueNames.AssessMineral);
        Assert.Equal(["cobalt", "nickel"], sent.Select(delivery => delivery.Message.Subject));
        Assert.Equal(["cobalt", "nickel"], (await Account.Runs.StepsAsync(run.Id, "assess")).Select(step => step.Subject));
        Assert.Equal("assess", (await Bench.RunAsync(run.Id)).Stage);
    }

    [Fact]
    public async Task Two_processes_that_end_the_last_two_steps_of_a_stage_send_the_next_stage_once()
    {
        RunRecord run = await Bench.StartSmallAsync("two");
        RefreshEngine another = Bench.Another();
        IReadOnlyList<Delivery> reads = await Bench.ReceiveAsync(QueueNames.ReadSnapshot);
        await Bench.DoAsync(QueueNames.ReadSnapshot, reads[0]);

        await Task.WhenAll(Bench.DoAsync(QueueNames.ReadSnapshot, reads[1]), another.WorkOf(QueueNames.ReadSnapshot)(reads[2], default));

        Assert.Equal(["cobalt", "nickel"], (await Bench.ReceiveAsync(QueueNames.AssessMineral)).Select(delivery => delivery.Message.Subject));
    }

    [Fact]
    public async Task A_mover_that_was_killed_is_followed_by_its_own_message_at_once()
    {
        (RunRecord run, Delivery last) = await UpToLastReadAsync("own");
        await KillWhileMovingAsync(run, last);

        await Bench.DoAsync(QueueNames.ReadSnapshot, last with { MessageId = "another" });
        IReadOnlyList<Delivery> byAnother = await Bench.ReceiveAsync(QueueNames.AssessMineral);
        await Bench.DoAsync(QueueNames.ReadSnapshot, last with { Tries = 2 });
        IReadOnlyList<Delivery> byItself = await Bench.ReceiveAsync(QueueNames.AssessMineral);

        Assert.Empty(byAnother);
        Assert.Equal(["cobalt", "nickel"], byItself.Select(delivery => delivery.Message.Subject));
    }

    [Fact]
    public async Task A_mover_that_was_killed_is_followed_by_the_watch_after_its_lease()
    {
        (RunRecord run, Delivery last) = await UpToLastReadAsync("watch");
        await KillWhileMovingAsync(run, last);

        await Bench.WatchAsync();
        IReadOnlyList<Delivery> within = await Bench.ReceiveAsync(QueueNames.AssessMineral);
        Clock.Advance(RunBench.Patience);
        await Bench.WatchAsync();
        IReadOnlyDictionary<string, int> after = await Bench.DrainAsync();

        Assert.Empty(within);
        Assert.Equal([0, 2, 4, 1], QueueNames.All.Select(queue => after[queue]));
        Assert.Equal(RunState.Done, (await Bench.RunAsync(run.Id)).State);
    }

    [Fact]
    public async Task A_mover_that_was_killed_after_sending_leaves_steps_that_are_not_entered_or_done_twice()
    {
        (RunRecord run, Delivery last) = await UpToLastReadAsync("sent");
        await Bench.DoAsync(QueueNames.ReadSnapshot, last);
        RunRecord moved = await Bench.RunAsync(run.Id);
        // Killed between sending and its last write: the run still stands in the stage before.
        await Account.Runs.UpdateRunAsync(moved with { Stage = "read", MovedBy = last.MessageId, MovedUntil = Clock.GetUtcNow() + RunBench.Patience });
        foreach (Delivery assess in await Bench.ReceiveAsync(QueueNames.AssessMineral))
        {
            await Bench.DoAsync(QueueNames.AssessMineral, assess);
        }

        await Bench.DoAsync(QueueNames.ReadSnapshot, last with { Tries = 2 });
        IReadOnlyDictionary<string, int> after = await Bench.DrainAsync();

        Assert.Equal([0, 0, 4, 1], QueueNames.All.Select(queue => after[queue]));
        Assert.All(await Account.Runs.StepsAsync(run.Id), step => Assert.Equal((StepState.Done, 1), (step.State, step.Attempt)));
    }

    [Fact]
    public async Task A_run_that_was_entered_and_never_begun_is_begun_by_the_watch()
    {
        Snapshot file = await Bench.StoreAsync("usgs-mcs", "mcs2022-cobal_world.csv");
        RunRequest request = RunBench.Small([file.Hash]);
        RunRecord run = await Account.Runs.AddRunAsync(RunRecord.Start("2026Q4", Clock.GetUtcNow(), PublishStage.Code) with { Request = request.Text });

        await Bench.WatchAsync();
        IReadOnlyList<Delivery> within = await Bench.ReceiveAsync(QueueNames.ReadSnapshot);
        Clock.Advance(RunBench.Patience);
        await Bench.WatchAsync();
        await Bench.MoveAsync();

        Assert.Empty(within);
        Assert.Equal(file.Hash, Assert.Single(await Bench.ReceiveAsync(QueueNames.ReadSnapshot)).Message.Subject);
        Assert.Equal("read", (await Bench.RunAsync(run.Id)).Stage);
    }

    [Fact]
    public async Task A_step_whose_message_was_lost_is_sent_again_after_the_lease_and_by_one_of_two_watches()
    {
        RunRecord run = await Bench.StartSmallAsync("lost");
        Assert.Equal(3, (await Bench.ReceiveAsync(QueueNames.ReadSnapshot)).Count);

        await Bench.WatchAsync();
        IReadOnlyList<Delivery> within = await Bench.ReceiveAsync(QueueNames.ReadSnapshot);
        Clock.Advance(RunBench.Patience);
        await Task.WhenAll(Bench.WatchAsync(), Bench.Another().Watch.WatchAsync(default));
        IReadOnlyDictionary<string, int> after = await Bench.DrainAsync();

        Assert.Empty(within);
        Assert.Equal([3, 2, 4, 1], QueueNames.All.Select(queue => after[queue]));
        Assert.Equal(RunState.Done, (await Bench.RunAsync(run.Id)).State);
    }

    [Fact]
    public async Task A_run_that_nobody_can_drive_on_stops_no_other()
    {
        RunRecord broken = await Account.Runs.AddRunAsync(RunRecord.Start("2020Q1", Clock.GetUtcNow() + TimeSpan.FromMinutes(1), PublishStage.Code) with
        {
            Request = RunBench.Small([]).Text, Stage = "polish",
        });
        await Bench.StartSmallAsync("beside");
        await Bench.ReceiveAsync(QueueNames.ReadSnapshot);
        Clock.Advance(RunBench.Patience);

        AggregateException fault = await Assert.ThrowsAsync<AggregateException>(Bench.WatchAsync);

        Assert.StartsWith($"Run {broken.Id} could not be driven on", Assert.Single(fault.InnerExceptions).Message, StringComparison.Ordinal);
        Assert.Equal(3, (await Bench.ReceiveAsync(QueueNames.ReadSnapshot)).Count);
    }

    [Fact]
    public async Task A_run_of_another_version_is_left_by_workers_and_started_anew_by_the_watch_when_nobody_is_at_it()
    {
        RunRecord run = await Bench.StartSmallAsync("version");
        IReadOnlyList<Delivery> reads = await Bench.ReceiveAsync(QueueNames.ReadSnapshot);
        await Bench.DoAsync(QueueNames.ReadSnapshot, reads[0]);
        await Account.Runs.UpdateRunAsync(await Bench.RunAsync(run.Id) with { CodeVersion = "older" });

        await Bench.DoAsync(QueueNames.ReadSnapshot, reads[1]);
        StepRecord left = (await Bench.StepAsync(run.Id, "read", reads[1].Message.Subject))!;
        await Bench.WatchAsync();
        int within = await Bench.RunCountAsync();
        Clock.Advance(RunBench.Patience);
        await Bench.WatchAsync();
        await Bench.WatchAsync();
        IReadOnlyDictionary<string, int> messages = await Bench.DrainAsync();
        RunRecord[] runs = await Account.Runs.RunsAsync().ToArrayAsync();

        Assert.Equal((StepState.Pending, 0, 1), (left.State, left.Attempt, within));
        Assert.Equal([run.Id, runs[0].Id], runs.Reverse().Select(one => one.Id));
        Assert.Equal((RunState.Failed, $"another version of the program took over and started {runs[0].Id}"), (runs[1].State, runs[1].Outcome));
        Assert.Equal((RunState.Done, PublishStage.Code, run.Request), (runs[0].State, runs[0].CodeVersion, runs[0].Request));
        // The file that the older run had read is reused: two are left to read.
        Assert.Equal([2, 2, 4, 1], QueueNames.All.Select(queue => messages[queue]));
    }

    [Fact]
    public async Task A_run_whose_stage_another_version_has_ended_is_not_moved_on_with_results_that_cannot_be_found()
    {
        (RunRecord run, Delivery last) = await UpToLastReadAsync("ended");
        await Bench.Engine.Worker.WorkAsync(Bench.Engine.Stages.OfQueue(QueueNames.ReadSnapshot), last, default);
        await Account.Runs.UpdateRunAsync(await Bench.RunAsync(run.Id) with { CodeVersion = "older" });

        await Bench.DoAsync(QueueNames.ReadSnapshot, last with { Tries = 2 });

        RunRecord still = await Bench.RunAsync(run.Id);
        Assert.Equal((RunState.Running, "read"), (still.State, still.Stage));
        Assert.Empty(await Account.Runs.StepsAsync(run.Id, "assess"));
    }

    [Fact]
    public async Task A_run_of_a_command_whose_files_only_the_command_had_is_ended_and_says_what_to_do()
    {
        RunRequest request = new("2026Q4", RunMode.Publish, FeedOrigins.Given, [], []);
        RunRecord run = await Account.Runs.AddRunAsync(RunRecord.Start("2026Q4", Clock.GetUtcNow(), PublishStage.Code) with { Request = request.Text });
        Clock.Advance(RunBench.Patience);

        await Bench.WatchAsync();
        await Bench.MoveAsync();

        RunRecord ended = await Bench.RunAsync(run.Id);
        Assert.Equal(RunState.Failed, ended.State);
        Assert.EndsWith("Start the refresh again.", ended.Outcome, StringComparison.OrdinalIgnoreCase);
    }

    private async Task<(RunRecord Run, Delivery Last)> UpToLastReadAsync(string key)
    {
        RunRecord run = await Bench.StartSmallAsync(key);
        IReadOnlyList<Delivery> reads = await Bench.ReceiveAsync(QueueNames.ReadSnapshot);
        await Bench.DoAsync(QueueNames.ReadSnapshot, reads[0]);
        await Bench.DoAsync(QueueNames.ReadSnapshot, reads[1]);
        return (run, reads[2]);
    }

    /// <summary>The last step is done and its delivery has written down that it moves the run; then its process was killed.</summary>
    private async Task KillWhileMovingAsync(RunRecord run, Delivery last)
    {
        await Bench.Engine.Worker.WorkAsync(Bench.Engine.Stages.OfQueue(QueueNames.ReadSnapshot), last, default);
        await Account.Runs.UpdateRunAsync(await Bench.RunAsync(run.Id) with { MovedBy = last.MessageId, MovedUntil = Clock.GetUtcNow() + RunBench.Patience });
    }
}
