using Pipeline.App.Functions;
using Pipeline.App.Refresh;
using Pipeline.App.Tests.Running;
using Pipeline.Storage;

namespace Pipeline.App.Tests.Runs;

/// <summary>What was given up and is sent again after its cause was mended: the run goes on where it stopped, unless it has been followed.</summary>
public sealed class RedriveRunTests : EmptyRunStorage
{
    [Fact]
    public async Task A_run_that_failed_with_given_up_steps_is_opened_again_and_ends_well()
    {
        RunRecord run = await FailedRunAsync("again");

        CommandOutcome redriven = await CommandRun.OnAsync(Connection, "redrive", QueueNames.AssessMineral);
        RunRecord open = await Bench.RunAsync(run.Id);
        IReadOnlyDictionary<string, int> messages = await Bench.DrainAsync();

        Assert.Equal("assess-mineral: 2 sent again\n", redriven.Output);
        Assert.Equal((RunState.Running, null, null, "", null), (open.State, open.Outcome, open.Ended, open.MovedBy, open.MovedUntil));
        Assert.Equal([0, 2, 4, 1], QueueNames.All.Select(queue => messages[queue]));
        Assert.Equal((RunState.Done, "NotPublished"), ((await Bench.RunAsync(run.Id)).State, (await Bench.RunAsync(run.Id)).Outcome));
    }

    [Fact]
    public async Task A_redrive_that_was_killed_between_opening_the_step_and_the_run_is_done_again()
    {
        RunRecord run = await FailedRunAsync("half");
        foreach (StepRecord step in await Account.Runs.StepsAsync(run.Id, "assess"))
        {
            await Account.Runs.UpdateStepAsync(step.Reopen(Clock.GetUtcNow()));
        }

        Assert.Equal(2, await Bench.Engine.Redrive.QueueAsync(QueueNames.AssessMineral, default));
        await Bench.DrainAsync();

        Assert.Equal(RunState.Done, (await Bench.RunAsync(run.Id)).State);
    }

    [Fact]
    public async Task More_given_up_messages_than_a_queue_shows_at_once_are_all_opened_before_they_are_sent()
    {
        // The queue shows 32: one that is no message of ours, and 31 that stand before those of the run.
        await Account.Queue(QueueNames.AssessMineral).AddPoisonAsync(new { elsewhere = "no message of ours" }, "unreadable", 5);
        for (int stray = 0; stray < 31; stray++)
        {
            await Account.Queue(QueueNames.AssessMineral).AddPoisonAsync(new StepMessage("20200101T000000000Z-2020Q1", $"stray {stray}", ""), "unknown", 5);
        }

        RunRecord run = await FailedRunAsync("behind");

        Assert.Equal(33, await Bench.Engine.Redrive.QueueAsync(QueueNames.AssessMineral, default));

        Assert.Equal([StepState.Pending, StepState.Pending], (await Account.Runs.StepsAsync(run.Id, "assess")).Select(step => step.State));
        Assert.Equal("unreadable", Assert.Single(await Account.Queue(QueueNames.AssessMineral).PeekPoisonAsync()).Cause);
    }

    [Fact]
    public async Task A_run_that_a_later_published_run_of_its_quarter_has_followed_stays_closed()
    {
        RunRecord run = await FailedRunAsync("followed");
        await EndedAsync(RunMode.Publish, []);

        Assert.Equal(2, await Bench.Engine.Redrive.QueueAsync(QueueNames.AssessMineral, default));
        await Bench.DrainAsync();

        Assert.Equal(RunState.Failed, (await Bench.RunAsync(run.Id)).State);
        Assert.All(await Account.Runs.StepsAsync(run.Id, "assess"), step => Assert.Equal(StepState.Failed, step.State));
    }

    [Theory]
    [InlineData("dryRun")]
    [InlineData("read")]
    [InlineData("publish")]
    public async Task A_later_run_that_published_nothing_does_not_keep_a_failed_one_closed(string mode)
    {
        RunRecord run = await FailedRunAsync("not followed");
        await EndedAsync(Enum.Parse<RunMode>(mode, ignoreCase: true), ["cobalt"]);

        await Bench.Engine.Redrive.QueueAsync(QueueNames.AssessMineral, default);

        Assert.Equal(RunState.Running, (await Bench.RunAsync(run.Id)).State);
    }

    /// <summary>A run whose minerals could not be assessed in five tries each, because storage did not answer.</summary>
    private async Task<RunRecord> FailedRunAsync(string key)
    {
        RunRecord run = await Bench.StartSmallAsync(key);
        foreach (Delivery read in await Bench.ReceiveAsync(QueueNames.ReadSnapshot))
        {
            await Bench.DoAsync(QueueNames.ReadSnapshot, read);
        }

        RefreshStage assess = Bench.Engine.Stages.OfQueue(QueueNames.AssessMineral);
        foreach (Delivery delivery in await Bench.ReceiveAsync(QueueNames.AssessMineral))
        {
            await Account.Queue(QueueNames.AssessMineral).AddPoisonAsync(delivery.Message, "RequestFailedException", 5);
            await Bench.Engine.Worker.GiveUpAsync(assess, delivery.Message, "RequestFailedException", default);
            await Bench.Engine.Driver.DriveAsync(run.Id, delivery.MessageId, assess.Name, default);
        }

        RunRecord failed = await Bench.RunAsync(run.Id);
        Assert.Equal((RunState.Failed, "assess"), (failed.State, failed.Stage));
        return failed;
    }

    private async Task EndedAsync(RunMode mode, string[] minerals)
    {
        RunRequest request = new("2026Q4", mode, FeedOrigins.Stored, minerals, []);
        RunRecord run = await Account.Runs.AddRunAsync(RunRecord.Start("2026Q4", Clock.GetUtcNow(), PublishStage.Code) with { Request = request.Text });
        await Account.Runs.UpdateRunAsync(run.End(RunState.Done, "Published", Clock.GetUtcNow()));
    }
}
