using Pipeline.App.Pulling;
using Pipeline.App.Tests.Running;
using Pipeline.Storage;

namespace Pipeline.App.Tests.Pulling;

public sealed class SweepInboxTests(EmptyAccounts accounts) : PulledStorage(accounts)
{
    [Fact]
    public async Task A_dropped_file_becomes_a_snapshot_is_read_and_leaves_the_inbox()
    {
        byte[] file = Feed("wgi", "WGIData.csv");
        await Storage.Inbox.DropAsync("WGIData.csv", file);

        Assert.Equal("inbox: 1 files, 1 taken, 0 refused, 0 replaced meanwhile", await SweepAsync());

        Snapshot stored = Assert.Single(await SnapshotsAsync());
        Assert.Equal((ContentHash.Of(file), "wgi", "WGIData.csv", Start), (stored.Hash, stored.Record.SourceId, stored.Record.FileName, stored.Record.ObtainedAt));
        Assert.Null(stored.Record.KnownAt);
        Assert.Equal(stored, Assert.Single(Reads));
        Assert.Empty(await Storage.Inbox.ListAsync().ToListAsync());
    }

    [Theory]
    [InlineData("market-outlook", "market-outlook.csv")]
    [InlineData("export-measures", "export-measures.csv")]
    public async Task A_filled_template_is_known_by_its_header_under_any_name(string source, string name)
    {
        await Storage.Inbox.DropAsync("vendor/issue of December.tmp", Feed(source, name));

        Assert.Equal("inbox: 1 files, 1 taken, 0 refused, 0 replaced meanwhile", await SweepAsync());

        Snapshot stored = Assert.Single(await SnapshotsAsync());
        Assert.Equal((source, "issue of December.tmp"), (stored.Record.SourceId, stored.Record.FileName));
        Assert.Equal(stored, Assert.Single(Reads));
        Assert.Empty(await Storage.Inbox.ListAsync().ToListAsync());
    }

    [Fact]
    public async Task A_refused_file_stays_with_one_alert_and_holds_up_no_other()
    {
        await Storage.Inbox.DropAsync("a page.csv", "<html>not found</html>"u8.ToArray());
        await Storage.Inbox.DropAsync("b unknown.csv", "mineral,tonnes\ncobalt,1\n"u8.ToArray());
        await Storage.Inbox.DropAsync("c.csv", Feed("wgi", "WGIData.csv"));

        Assert.Equal("inbox: 3 files, 1 taken, 2 refused, 0 replaced meanwhile", await SweepAsync());
        Assert.Equal("inbox: 2 files, 0 taken, 2 refused, 0 replaced meanwhile", await SweepAsync());

        Assert.Equal([("inbox-refused", "a page.csv"), ("inbox-refused", "b unknown.csv")], await AlertsAsync());
        Assert.Contains("markup, such as an error page", (await Storage.Alerts.ListAsync()).Single(alert => alert.Subject == "a page.csv").Message, StringComparison.Ordinal);
        Assert.Equal(["a page.csv", "b unknown.csv"], (await Storage.Inbox.ListAsync().ToListAsync()).Select(file => file.Name));
        Assert.Single(Reads);
    }

    [Fact]
    public async Task The_alert_is_over_when_the_file_is_gone_or_mended()
    {
        await Storage.Inbox.DropAsync("a.csv", "<html>not found</html>"u8.ToArray());
        await Storage.Inbox.DropAsync("b.csv", ReadOnlyMemory<byte>.Empty);
        await SweepAsync();
        Assert.Equal(2, (await AlertsAsync()).Count);

        await Storage.Inbox.DropAsync("a.csv", Feed("wgi", "WGIData.csv"));
        await Storage.Inbox.RemoveAsync((await Storage.Inbox.ListAsync().ToListAsync()).Single(file => file.Name == "b.csv"));
        await SweepAsync();

        Assert.Empty(await AlertsAsync());
        Assert.Single(Reads);
    }

    [Theory]
    [InlineData("vendor/2026/../../WGIData.csv", "WGIData.csv")]
    [InlineData("vendor\\WGIData.csv", "WGIData.csv")]
    [InlineData("需給/統治 指標.csv", "統治 指標.csv")]
    public async Task A_name_with_a_path_is_kept_as_a_label(string dropped, string label)
    {
        await Storage.Inbox.DropAsync(dropped, Feed("wgi", "WGIData.csv"));

        await SweepAsync();

        Assert.Equal(label, Assert.Single(await SnapshotsAsync()).Record.FileName);
        Assert.Empty(await Storage.Inbox.ListAsync().ToListAsync());
    }

    [Fact]
    public async Task A_name_that_leads_out_of_the_inbox_is_never_followed_and_holds_up_no_other()
    {
        await Storage.Inbox.DropAsync("..\\..\\WGIData.csv", Feed("wgi", "WGIData.csv"));
        await Storage.Inbox.DropAsync(Trade2020, Feed("mof-trade", Trade2020));

        Assert.Equal("inbox: 2 files, 1 taken, 1 refused, 0 replaced meanwhile", await SweepAsync());

        Assert.Equal("inbox-refused", Assert.Single(await AlertsAsync()).Kind);
        Assert.Equal(Trade2020, Assert.Single(await SnapshotsAsync()).Record.FileName);
    }

    [Fact]
    public async Task Two_refused_files_of_one_label_have_an_alert_each()
    {
        await Storage.Inbox.DropAsync("office-1/report.csv", "x"u8.ToArray());
        await Storage.Inbox.DropAsync("office-2/report.csv", "x"u8.ToArray());

        await SweepAsync();

        Assert.Equal(2, (await AlertsAsync()).Count);
        Assert.All(await AlertsAsync(), alert => Assert.Matches(@"^report\.csv \([0-9a-f]{8}\)$", alert.Subject));
    }

    [Fact]
    public async Task A_corrected_file_is_known_from_the_day_it_was_dropped()
    {
        byte[] first = Feed("mof-trade", Trade2020);
        await Storage.Inbox.DropAsync(Trade2020, first);
        await SweepAsync();
        await Storage.Inbox.DropAsync(Trade2020, Revised(first));
        DateTimeOffset dropped = (await Storage.Inbox.ListAsync().ToListAsync())[0].DroppedAt;

        // The clock of the test may stand before the emulator's: a day that is still to come is not believed.
        Clock.Move(TimeSpan.FromDays(3650));
        await SweepAsync();

        Assert.Equal(dropped, Reads[^1].Record.KnownAt);
        Assert.Null(Reads[0].Record.KnownAt);
    }

    [Fact]
    public async Task A_file_replaced_during_the_sweep_waits_for_the_next()
    {
        byte[] first = Feed("mof-trade", Trade2020);
        await Storage.Inbox.DropAsync(Trade2020, first);
        int reads = 0;
        SweepInboxWork sweep = new(Storage, async (_, cancellation) =>
        {
            if (reads++ == 0)
            {
                await Storage.Inbox.DropAsync(Trade2020, Revised(first), cancellation);
            }
        }, Clock);

        Assert.Equal("inbox: 1 files, 0 taken, 0 refused, 1 replaced meanwhile", await sweep.RunAsync(new("SweepInbox", Start, IsPastDue: false), default));
        Assert.Single(await Storage.Inbox.ListAsync().ToListAsync());

        Assert.Equal("inbox: 1 files, 1 taken, 0 refused, 0 replaced meanwhile", await sweep.RunAsync(new("SweepInbox", Start, IsPastDue: false), default));
        Assert.Equal(2, (await SnapshotsAsync()).Count);
        Assert.Empty(await AlertsAsync());
    }

    [Fact]
    public async Task Killed_before_the_file_has_left_the_next_sweep_takes_it()
    {
        await Storage.Inbox.DropAsync(Trade2020, Feed("mof-trade", Trade2020));
        KilledBeforeRead = true;
        await Assert.ThrowsAsync<KilledException>(SweepAsync);
        Assert.Single(await Storage.Inbox.ListAsync().ToListAsync());

        KilledBeforeRead = false;
        await SweepAsync();

        Assert.Equal(Assert.Single(await SnapshotsAsync()), Assert.Single(Reads));
        Assert.Empty(await Storage.Inbox.ListAsync().ToListAsync());
    }
}
