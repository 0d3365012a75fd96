using Pipeline.App.Functions;
using Pipeline.Storage;

namespace Pipeline.App.Tests.Runs;

/// <summary>What a delivery of a message does to its step, when it comes once, twice, late, too often or for nothing.</summary>
public sealed class DeliveryTests : EmptyRunStorage
{
    [Fact]
    public async Task A_small_run_sends_one_message_for_each_file_mineral_briefing_and_vintage()
    {
        RunRecord run = await Bench.StartSmallAsync("small");

        IReadOnlyDictionary<string, int> messages = await Bench.DrainAsync();
        RunRecord ended = await Bench.RunAsync(run.Id);
        IReadOnlyList<StepRecord> steps = await Account.Runs.StepsAsync(run.Id);

        Assert.Equal([3, 2, 4, 1], QueueNames.All.Select(queue => messages[queue]));
        Assert.Equal((RunState.Done, "NotPublished", "publish"), (ended.State, ended.Outcome, ended.Stage));
        Assert.Equal(10, steps.Count);
        Assert.All(steps, step => Assert.Equal((StepState.Done, 1, false), (step.State, step.Attempt, step.Reused)));
        Assert.Equal(("", (DateTimeOffset?)null), (ended.MovedBy, ended.MovedUntil));
    }

    [Fact]
    public async Task A_message_delivered_twice_or_after_the_end_of_the_run_does_its_step_once()
    {
        RunRecord run = await Bench.StartSmallAsync("twice");
        IReadOnlyList<Delivery> reads = await Bench.ReceiveAsync(QueueNames.ReadSnapshot);
        foreach (Delivery delivery in reads.Concat(reads))
        {
            await Bench.DoAsync(QueueNames.ReadSnapshot, delivery);
        }

        IReadOnlyDictionary<string, int> messages = await Bench.DrainAsync();
        RunRecord ended = await Bench.RunAsync(run.Id);
        IReadOnlyList<StepRecord> steps = await Account.Runs.StepsAsync(run.Id);
        await Bench.DoAsync(QueueNames.ReadSnapshot, reads[0] with { Tries = 2 });
        await Bench.DoAsync(QueueNames.PublishVintage, new Delivery(new StepMessage(run.Id, ended.Vintage!, ""), "late", 1));

        Assert.Equal([0, 2, 4, 1], QueueNames.All.Select(queue => messages[queue]));
        Assert.Equivalent(ended, await Bench.RunAsync(run.Id), strict: true);
        Assert.Equivalent(steps, await Account.Runs.StepsAsync(run.Id), strict: true);
        Assert.All(steps, step => Assert.Equal(1, step.Attempt));
    }

    [Fact]
    public async Task Messages_of_one_stage_may_come_in_any_order_and_those_of_a_later_stage_wait_for_nothing_that_is_there()
    {
        RunRecord run = await Bench.StartSmallAsync("order");
        foreach (Delivery delivery in (await Bench.ReceiveAsync(QueueNames.ReadSnapshot)).Reverse())
        {
            await Bench.DoAsync(QueueNames.ReadSnapshot, delivery);
        }

        foreach (Delivery delivery in (await Bench.ReceiveAsync(QueueNames.AssessMineral)).Reverse())
        {
            await Bench.DoAsync(QueueNames.AssessMineral, delivery);
        }

        await Bench.DrainAsync();

        Assert.Equal(RunState.Done, (await Bench.RunAsync(run.Id)).State);
    }

    [Fact]
    public async Task A_message_of_a_step_that_is_not_planned_yet_comes_again_and_finds_it_later()
    {
        RunRecord run = await Bench.StartSmallAsync("early");
        Delivery early = new(new StepMessage(run.Id, "cobalt", ""), "early", 1);

        MissingContentException missing = await Assert.ThrowsAsync<MissingContentException>(() => Bench.DoAsync(QueueNames.AssessMineral, early));
        foreach (Delivery read in await Bench.ReceiveAsync(QueueNames.ReadSnapshot))
        {
            await Bench.DoAsync(QueueNames.ReadSnapshot, read);
        }

        await Bench.DoAsync(QueueNames.AssessMineral, early with { Tries = 2 });

        Assert.Contains("a step of stage assess", missing.Message, StringComparison.Ordinal);
        Assert.Equal(StepState.Done, (await Bench.StepAsync(run.Id, "assess", "cobalt"))!.State);
    }

    [Fact]
    public async Task A_message_of_an_unknown_run_is_tried_five_times_and_kept_with_its_cause_while_other_runs_go_on()
    {
        RunRecord run = await Bench.StartSmallAsync("beside");
        Delivery stray = new(new StepMessage("20200101T000000000Z-2020Q1", "cobalt", ""), "stray", 1);
        for (int tries = 1; tries < Delivery.MaximumTries; tries++)
        {
            await Assert.ThrowsAsync<MissingContentException>(() => Bench.DoAsync(QueueNames.AssessMineral, stray with { Tries = tries }));
        }

        Assert.Empty(await Account.Queue(QueueNames.AssessMineral).PeekPoisonAsync());
        await Bench.DoAsync(QueueNames.AssessMineral, stray with { Tries = 5 });
        PoisonedItem kept = Assert.Single(await Account.Queue(QueueNames.AssessMineral).PeekPoisonAsync());
        await Bench.DrainAsync();

        Assert.Equal(5, kept.Deliveries);
        Assert.Contains("expected a run of the ledger", kept.Cause, StringComparison.Ordinal);
        Assert.Equal(RunState.Done, (await Bench.RunAsync(run.Id)).State);
    }

    [Fact]
    public async Task Two_deliveries_of_one_step_do_it_once_while_the_first_holds_it()
    {
        RunRecord run = await Bench.StartSmallAsync("held");
        Delivery first = (await Bench.ReceiveAsync(QueueNames.ReadSnapshot))[0];
        StepRecord held = await HoldAsync(run, first);

        await Bench.DoAsync(QueueNames.ReadSnapshot, first with { MessageId = "another" });
        StepRecord during = (await Bench.StepAsync(run.Id, "read", first.Message.Subject))!;
        await Bench.DoAsync(QueueNames.ReadSnapshot, first with { Tries = 2 });
        StepRecord after = (await Bench.StepAsync(run.Id, "read", first.Message.Subject))!;

        Assert.Equivalent(held, during, strict: true);
        Assert.Equal((StepState.Done, 2, first.MessageId), (after.State, after.Attempt, after.Holder));
    }

    [Fact]
    public async Task A_step_whose_lease_ran_out_is_taken_by_any_delivery()
    {
        RunRecord run = await Bench.StartSmallAsync("lapsed");
        Delivery first = (await Bench.ReceiveAsync(QueueNames.ReadSnapshot))[0];
        await HoldAsync(run, first);
        Clock.Advance(RunBench.Patience);

        await Bench.DoAsync(QueueNames.ReadSnapshot, first with { MessageId = "another" });

        StepRecord after = (await Bench.StepAsync(run.Id, "read", first.Message.Subject))!;
        Assert.Equal((StepState.Done, 2, "another"), (after.State, after.Attempt, after.Holder));
    }

    [Fact]
    public async Task Eight_deliveries_of_one_step_at_once_do_it_once()
    {
        RunRecord run = await Bench.StartSmallAsync("eight");
        Delivery first = (await Bench.ReceiveAsync(QueueNames.ReadSnapshot))[0];

        await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Bench.DoAsync(QueueNames.ReadSnapshot, first with { MessageId = $"message {number}" })));

        StepRecord after = (await Bench.StepAsync(run.Id, "read", first.Message.Subject))!;
        Assert.Equal((StepState.Done, 1), (after.State, after.Attempt));
    }

    [Fact]
    public async Task A_step_whose_process_was_killed_twenty_times_is_given_up_and_only_its_source_is_missing()
    {
        RunRecord run = await Bench.StartSmallAsync("twenty");
        Delivery first = (await Bench.ReceiveAsync(QueueNames.ReadSnapshot)).Single(delivery => delivery.Message.Subject == Hash("mof-trade", "minerals-by-country-2020.csv"));
        for (int killed = 0; killed < 20; killed++)
        {
            await HoldAsync(run, first);
        }

        await Bench.DoAsync(QueueNames.ReadSnapshot, first);
        StepRecord step = (await Bench.StepAsync(run.Id, "read", first.Message.Subject))!;

        Assert.Equal((StepState.Failed, 20), (step.State, step.Attempt));
        Assert.Equal("It was begun 20 times and never ended: its process was killed each time.", step.Error);
        Assert.Equal(RunState.Running, (await Bench.RunAsync(run.Id)).State);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_takes_its_source_out_and_the_run_goes_on_with_the_gap()
    {
        Snapshot damaged = await Bench.StoreAsync("mof-trade", "minerals-by-country-2019.csv", "no table\n"u8.ToArray());
        RunRecord run = await Bench.StartSmallAsync("gap", damaged);

        await Bench.DrainAsync();
        RunRecord ended = await Bench.RunAsync(run.Id);
        StepRecord failed = (await Bench.StepAsync(run.Id, "read", damaged.Hash))!;
        Vintages.VintageManifest manifest = await Bench.Engine.Driver.View(ended).ReadAsync<Vintages.VintageManifest>(VintageStore.Manifest, default);

        Assert.Equal((StepState.Failed, RunState.Done), (failed.State, ended.State));
        Assert.Contains("minerals-by-country-2019.csv", failed.Error, StringComparison.Ordinal);
        Assert.Equal(["usgs-mcs", "usgs-mcs"], manifest.Snapshots.Select(snapshot => snapshot.Use.Source));
        Assert.Equal(["domestic-survey", "export-measures", "market-outlook", "mof-trade", "pink-sheet", "wgi"], manifest.MissingSources.Select(missing => missing.Source).Order());
        Assert.Equal(failed.Error, manifest.MissingSources.Single(missing => missing.Source == "mof-trade").Fault);
    }

    [Fact]
    public async Task A_mineral_that_cannot_be_assessed_fails_the_run_with_the_cause_and_nothing_is_published()
    {
        RunRecord run = await Bench.StartSmallAsync("lost");
        foreach (Delivery read in await Bench.ReceiveAsync(QueueNames.ReadSnapshot))
        {
            await Bench.DoAsync(QueueNames.ReadSnapshot, read);
        }

        IReadOnlyList<Delivery> assess = await Bench.ReceiveAsync(QueueNames.AssessMineral);
        StepRecord cobalt = (await Bench.StepAsync(run.Id, "assess", "cobalt"))!;
        await Account.Runs.UpdateStepAsync(cobalt.Begin(Clock.GetUtcNow(), "killed", TimeSpan.Zero).Fail(Clock.GetUtcNow(), "storage was full"));
        await Bench.DoAsync(QueueNames.AssessMineral, assess[1]);
        RunRecord ended = await Bench.RunAsync(run.Id);

        Assert.Equal((RunState.Failed, "assess"), (ended.State, ended.Stage));
        Assert.StartsWith("stage assess, cobalt: expected a result; found storage was full.", ended.Outcome, StringComparison.Ordinal);
        Assert.Contains($"See 'runs {run.Id}', mend the cause", ended.Outcome, StringComparison.Ordinal);
        Assert.Null(await Account.Vintages.CurrentAsync());
        Assert.Equal(("", (DateTimeOffset?)null), (ended.MovedBy, ended.MovedUntil));
    }

    private static string Hash(string source, string name) => ContentHash.Of(RunBench.Feed(source, name));

    /// <summary>Takes the step of a delivery as a process does that is killed right after.</summary>
    private async Task<StepRecord> HoldAsync(RunRecord run, Delivery delivery) => await Account.Runs.UpdateStepAsync(
        (await Bench.StepAsync(run.Id, "read", delivery.Message.Subject))!.Begin(Clock.GetUtcNow(), delivery.MessageId, RunBench.Patience));
}
