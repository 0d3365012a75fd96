namespace Pipeline.Storage.Tests;

[Collection(EmulatorGroup.Name)]
public sealed class RunLedgerTests(EmulatorFixture emulator)
{
    [Fact]
    public async Task Runs_are_listed_newest_first()
    {
        var ledger = await emulator.LedgerAsync();
        foreach (var (quarter, at) in new[] { ("2026Q3", 0), ("2026Q4", 86_400 * 40), ("2026Q2", 5) })
            await ledger.AddRunAsync(RunRecord.Start(quarter, Times.After(at), "1.0"));

        Assert.Equal(["2026Q4", "2026Q2", "2026Q3"], await ledger.RunsAsync().Select(run => run.Quarter).ToListAsync());
    }

    [Fact]
    public async Task A_run_is_found_by_its_id_with_all_that_was_entered()
    {
        var ledger = await emulator.LedgerAsync();
        var run = await ledger.AddRunAsync(RunRecord.Start("2026Q4", Times.Start, "1.0"));
        Assert.Equal("20261122T030405123Z-2026Q4", run.Id);

        await ledger.UpdateRunAsync(
            run.End(
                RunState.Done,
                "published",
                Times.After(30)) with { Vintage = "2026Q4-1", Counts = new Dictionary<string, long> { ["scored"] = 41, ["read"] = 5_000_000_000 } });

        var found = (await ledger.FindRunAsync(run.Id))!;
        Assert.Equal((RunState.Done, "published", Times.After(30), "2026Q4-1"), (found.State, found.Outcome, found.Ended, found.Vintage));
        Assert.Equal([new("read", 5_000_000_000), new("scored", 41)], found.Counts);
        Assert.Null(await ledger.FindRunAsync("20261122T030405124Z-2026Q4"));
        Assert.Empty(await ledger.RunsAsync(RunState.Running).ToListAsync());
    }

    [Fact]
    public async Task A_run_that_another_process_has_ended_cannot_be_ended_again()
    {
        var ledger = await emulator.LedgerAsync();
        var run = await ledger.AddRunAsync(RunRecord.Start("2026Q4", Times.Start, "1.0"));
        await ledger.UpdateRunAsync(run.End(RunState.Done, "published", Times.After(1)));

        await Assert.ThrowsAsync<StorageConflictException>(() => ledger.UpdateRunAsync(run.End(RunState.Failed, "late", Times.After(2))));
        await Assert.ThrowsAsync<StorageConflictException>(() => ledger.AddRunAsync(RunRecord.Start("2026Q4", Times.Start, "1.0")));
        Assert.Equal("published", (await ledger.FindRunAsync(run.Id))!.Outcome);
    }

    [Fact]
    public async Task Steps_are_listed_by_stage_and_subject()
    {
        var ledger = await emulator.LedgerAsync();
        await ledger.AddStepsAsync(
            "r",
            [Step("render", "cobalt.ja"), Step("assess", "nickel"), Step("assess", "cobalt"), Step("assess2", "cobalt"), Step("read", "輸入/2024 #1?.csv")]);

        var all = await ledger.StepsAsync("r");
        var assess = await ledger.StepsAsync("r", "assess");

        Assert.Equal(
            ["assess2/cobalt", "assess/cobalt", "assess/nickel", "read/輸入/2024 #1?.csv", "render/cobalt.ja"],
            all.Select(step => $"{step.Stage}/{step.Subject}"));
        Assert.Equal(["cobalt", "nickel"], assess.Select(step => step.Subject));
        Assert.Equal("輸入/2024 #1?.csv", (await ledger.FindStepAsync("r", "read", "輸入/2024 #1?.csv"))!.Subject);
    }

    [Fact]
    public async Task Planning_a_stage_again_leaves_what_is_done()
    {
        var ledger = await emulator.LedgerAsync();
        var planned = Enumerable.Range(0, 230).Select(n => Step("render", $"mineral-{n:D3}")).ToArray();
        var first = await ledger.AddStepsAsync("r", planned[..150]);
        await ledger.UpdateStepAsync((await ledger.UpdateStepAsync(first[7].Begin(Times.Start, "m-1", TimeSpan.FromMinutes(1)))).Complete(Times.After(1), ["blob"]));

        var again = await ledger.AddStepsAsync("r", planned);

        Assert.Equal(230, again.Count);
        Assert.Equal(planned.Select(step => step.Subject), again.Select(step => step.Subject));
        Assert.Equal((StepState.Done, 1), (again[7].State, again[7].Attempt));
        Assert.Equal(229, (await ledger.StepsAsync("r")).Count(step => step.State == StepState.Pending));
    }

    [Fact]
    public async Task Two_processes_that_plan_the_same_stage_at_once_agree()
    {
        var ledger = await emulator.LedgerAsync();
        var planned = Enumerable.Range(0, 120).Select(n => Step("assess", $"mineral-{n:D3}")).ToArray();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ledger.AddStepsAsync("r", planned)));

        Assert.Equal(120, (await ledger.StepsAsync("r")).Count);
        Assert.All(answers, answer => Assert.Equal(planned.Select(step => step.Subject), answer.Select(step => step.Subject)));
    }

    [Fact]
    public async Task Of_two_processes_that_take_a_step_one_gets_it()
    {
        var ledger = await emulator.LedgerAsync();
        var step = (await ledger.AddStepsAsync("r", [Step("assess", "cobalt")]))[0];

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ =>
        {
            try
            {
                await ledger.UpdateStepAsync(step.Begin(Times.Start, "m-1", TimeSpan.FromMinutes(1)));
                return "taken";
            }
            catch (StorageConflictException)
            {
                return "refused";
            }
        }));

        Assert.Equal(["refused", "taken"], outcomes.Order());
        Assert.Equal(1, (await ledger.FindStepAsync("r", "assess", "cobalt"))!.Attempt);
    }

    [Fact]
    public async Task A_step_of_a_killed_process_is_taken_again_and_counts_its_attempts()
    {
        var ledger = await emulator.LedgerAsync();
        var step = (await ledger.AddStepsAsync("r", [Step("assess", "cobalt")]))[0];
        await ledger.UpdateStepAsync(step.Begin(Times.Start, "m-1", TimeSpan.FromMinutes(1)));

        var left = (await ledger.FindStepAsync("r", "assess", "cobalt"))!;
        var failed = await ledger.UpdateStepAsync(
            (await ledger.UpdateStepAsync(left.Begin(Times.After(60), "m-1", TimeSpan.FromMinutes(1)))).Fail(Times.After(61), new string('e', 9000)));

        var found = (await ledger.FindStepAsync("r", "assess", "cobalt"))!;
        Assert.Equal((StepState.Failed, 2, Times.After(60), Times.After(61)), (found.State, found.Attempt, found.Started, found.Ended));
        Assert.Equal(8000, found.Error!.Length);
        Assert.Null(failed.Begin(Times.After(62), "m-1", TimeSpan.FromMinutes(1)).Error);
    }

    [Fact]
    public async Task A_later_run_finds_a_done_step_by_its_key_and_takes_over_its_result()
    {
        var ledger = await emulator.LedgerAsync();
        var key = StepKey.Of("1.0", "read", "mcs.csv", []);
        Assert.Null(await ledger.FindDoneStepAsync(key));
        var step = (await ledger.AddStepsAsync("first", [new StepRecord("first", "read", "mcs.csv", key)]))[0];
        var done = (await ledger.UpdateStepAsync(step.Begin(Times.Start, "m-1", TimeSpan.FromMinutes(1))))
            .Complete(Times.After(1), ["observations/mcs"], new RowCounts(10, 9, 1));
        await ledger.UpdateStepAsync(done);

        var earlier = (await ledger.FindDoneStepAsync(key))!;
        var planned = (await ledger.AddStepsAsync("second", [new StepRecord("second", "read", "mcs.csv", key)]))[0];
        await ledger.UpdateStepAsync(planned.Reuse(earlier, Times.After(5)));

        var reused = (await ledger.FindStepAsync("second", "read", "mcs.csv"))!;
        Assert.Equal((StepState.Done, true, 0), (reused.State, reused.Reused, reused.Attempt));
        Assert.Equal(new RowCounts(10, 9, 1), reused.Rows);
        Assert.Equal(["observations/mcs"], reused.Outputs);
        Assert.Equal("first", (await ledger.FindDoneStepAsync(key))!.RunId);
    }

    [Fact]
    public async Task A_step_that_did_not_end_well_is_not_found_by_later_runs()
    {
        var ledger = await emulator.LedgerAsync();
        var key = StepKey.Of("1.0", "assess", "cobalt", []);
        var step = (await ledger.AddStepsAsync("r", [new StepRecord("r", "assess", "cobalt", key)]))[0];
        await ledger.UpdateStepAsync((await ledger.UpdateStepAsync(step.Begin(Times.Start, "m-1", TimeSpan.FromMinutes(1)))).Fail(Times.After(1), "no data"));

        Assert.Null(await ledger.FindDoneStepAsync(key));
        Assert.Empty(await ledger.DoneStepsAsync("1.0"));
    }

    [Fact]
    public async Task All_that_a_code_version_has_done_is_read_at_once()
    {
        var ledger = await emulator.LedgerAsync();
        var planned = await ledger.AddStepsAsync(
            "r",
            [.. Enumerable.Range(0, 183).Select(n => Step("render", $"mineral-{n:D3}")), new StepRecord("r", "assess", "other", StepKey.Of("1.1", "assess", "other", []))]);
        var begun = await ledger.UpdateStepsAsync([.. planned.Select(step => step.Begin(Times.Start, "m-1", TimeSpan.FromMinutes(1)))]);
        await ledger.UpdateStepsAsync([.. begun.Select(step => step.Complete(Times.After(1), [step.Subject]))]);

        var done = await ledger.DoneStepsAsync("1.0");

        Assert.Equal(183, done.Count);
        Assert.Equal(["mineral-042"], done[planned[42].Key].Outputs);
        Assert.Single(await ledger.DoneStepsAsync("1.1"));
    }

    [Fact]
    public async Task Changing_many_steps_is_refused_when_one_of_them_has_changed()
    {
        var ledger = await emulator.LedgerAsync();
        var planned = await ledger.AddStepsAsync("r", [Step("assess", "cobalt"), Step("assess", "nickel")]);
        await ledger.UpdateStepAsync(planned[1].Begin(Times.Start, "m-1", TimeSpan.FromMinutes(1)));

        await Assert.ThrowsAsync<StorageConflictException>(
            () => ledger.UpdateStepsAsync([.. planned.Select(step => step.Begin(Times.After(1), "m-1", TimeSpan.FromMinutes(1)))]));

        Assert.Equal(StepState.Pending, (await ledger.FindStepAsync("r", "assess", "cobalt"))!.State);
    }

    [Fact]
    public void A_step_goes_only_the_ways_that_there_are()
    {
        var pending = Step("assess", "cobalt");
        var done = pending.Begin(Times.Start, "m-1", TimeSpan.FromMinutes(1)).Complete(Times.After(1), []);

        Assert.Throws<InvalidOperationException>(() => pending.Complete(Times.Start, []));
        Assert.Throws<InvalidOperationException>(() => pending.Fail(Times.Start, "no"));
        Assert.Throws<InvalidOperationException>(() => done.Begin(Times.Start, "m-1", TimeSpan.FromMinutes(1)));
        Assert.Throws<InvalidOperationException>(() => done.Fail(Times.Start, "no"));
        Assert.Throws<ArgumentException>(() => Step("assess", "nickel").Reuse(done, Times.Start));
        Assert.Throws<InvalidOperationException>(
            () => RunRecord.Start("2026Q4", Times.Start, "1").End(RunState.Done, "", Times.Start).End(RunState.Failed, "", Times.Start));
    }

    private static StepRecord Step(string stage, string subject) => new("r", stage, subject, StepKey.Of("1.0", stage, subject, []));
}
