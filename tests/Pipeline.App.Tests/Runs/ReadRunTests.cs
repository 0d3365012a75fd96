using Pipeline.App.Functions;
using Pipeline.Storage;

namespace Pipeline.App.Tests.Runs;

/// <summary>The reading of a file as soon as it has arrived.</summary>
public sealed class ReadRunTests : EmptyRunStorage
{
    private const string File2022 = "mcs2022-cobal_world.csv";

    [Fact]
    public async Task A_file_that_has_arrived_is_read_once_with_its_rows_in_the_ledger_and_the_run_of_the_quarter_reuses_it()
    {
        Snapshot file = await Bench.StoreAsync("usgs-mcs", File2022);
        await ReadAsync(file);
        await ReadAsync(file);
        IReadOnlyDictionary<string, int> messages = await Bench.DrainAsync();
        RunRecord read = Assert.Single(await Account.Runs.RunsAsync().ToListAsync());
        StepRecord step = Assert.Single(await Account.Runs.StepsAsync(read.Id));

        RunRecord quarter = await Bench.StartSmallAsync("quarter");
        IReadOnlyDictionary<string, int> ofQuarter = await Bench.DrainAsync();
        StepRecord reused = (await Bench.StepAsync(quarter.Id, "read", file.Hash))!;

        // The file has a heading line, and a line for each of 15 countries or groups of them.
        int rows = System.Text.Encoding.Latin1.GetString(RunBench.Feed("usgs-mcs", File2022)).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Length - 1;
        Assert.Equal([1, 0, 0, 0], QueueNames.All.Select(queue => messages[queue]));
        Assert.Equal((RunState.Done, "OnlyRead", "read"), (read.State, read.Outcome, read.Stage));
        Assert.Equal((rows, 0), (read.Counts["rowsRead"], read.Counts["quarantined"]));
        Assert.Equal(new RowCounts(rows, rows, 0), step.Rows);
        Assert.Equal([2, 2, 4, 1], QueueNames.All.Select(queue => ofQuarter[queue]));
        Assert.True(reused.Reused);
        Assert.Equal((step.Key, step.Rows), (reused.Key, reused.Rows));
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_fails_its_run_with_the_place_and_calls_operators_until_a_good_one_comes()
    {
        await ReadAsync(await Bench.StoreAsync("usgs-mcs", File2022, "Source,Country\nMCS2022\n"u8.ToArray()));
        await Bench.DrainAsync();
        RunRecord failed = Assert.Single(await Account.Runs.RunsAsync().ToListAsync());
        await Bench.WatchAsync();
        Alert told = Assert.Single(await Account.Alerts.ListAsync());

        await ReadAsync(await Bench.StoreAsync("usgs-mcs", File2022));
        await Bench.DrainAsync();
        await Bench.WatchAsync();

        Assert.Equal(RunState.Failed, failed.State);
        Assert.Contains(File2022, failed.Outcome, StringComparison.Ordinal);
        Assert.Contains("expected", failed.Outcome, StringComparison.Ordinal);
        Assert.Equal(("read-failed", "usgs-mcs/" + File2022, $"It has arrived and cannot be read: {failed.Outcome}"), (told.Kind, told.Subject, told.Message));
        Assert.Empty(await Account.Alerts.ListAsync());
    }

    [Fact]
    public async Task A_file_whose_pull_was_cut_off_at_the_end_of_a_quarter_is_read_in_the_next()
    {
        Snapshot file = await Bench.StoreAsync("usgs-mcs", File2022);
        Clock.Advance(new DateTimeOffset(2026, 12, 31, 23, 59, 0, TimeSpan.Zero) - Clock.GetUtcNow());
        await ReadAsync(file);
        Clock.Advance(TimeSpan.FromMinutes(2));

        await ReadAsync(file);

        Assert.Equal(["2027Q1", "2026Q4"], await Account.Runs.RunsAsync().Select(run => run.Quarter).ToArrayAsync());
    }

    [Fact]
    public async Task Starter_feeds_are_in_storage_before_anything_is_fetched_so_that_what_is_fetched_replaces_them()
    {
        int stored = -1;
        FunctionTable table = AppFunctions.Of(Bench.Engine, new Dictionary<string, TimerWork>
        {
            ["Pull"] = async (_, cancellation) =>
            {
                stored = await Account.Snapshots.HashesAsync(cancellation).CountAsync(cancellation);
                return "pulled";
            },
        });

        string line = await table.Timers["Pull"](new TimerCall("Pull", Clock.GetUtcNow(), IsPastDue: false), default);

        Assert.Equal((184, "pulled"), (stored, line));
    }

    private Task ReadAsync(Snapshot file) => AppFunctions.StartReading(Bench.Engine, Clock)(file, default);
}
