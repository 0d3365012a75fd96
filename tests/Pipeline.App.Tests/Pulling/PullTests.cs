using Pipeline.App.Pulling;
using Pipeline.App.Tests.Running;
using Pipeline.Storage;
using Pipeline.Tests.Publishing;

namespace Pipeline.App.Tests.Pulling;

public sealed class PullTests(EmptyAccounts accounts) : PulledStorage(accounts)
{
    private static readonly byte[] File2020 = Feed("mof-trade", Trade2020);
    private static readonly DateTimeOffset March = new(2026, 3, 12, 5, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task The_first_pull_stores_the_file_with_its_record_and_starts_its_read()
    {
        Server.Serve($"/files/{Trade2020}", File2020, March);

        string line = await PullAsync("mof-trade", Address(Trade2020));

        Assert.Equal("mof-trade: 1 asked, 0 unchanged, 1 changed, 1 to read, 0 failed", line);
        Snapshot stored = Assert.Single(await SnapshotsAsync());
        Assert.Equal(("3bb6c7760961660c9f122dc364a805fb40fba1570a9a0eb77b3694fbab0ffcdd", "mof-trade", Trade2020), (stored.Hash, stored.Record.SourceId, stored.Record.FileName));
        Assert.Equal((Start, null, null), (stored.Record.ObtainedAt, stored.Record.KnownAt, stored.Record.PublisherFileHash));
        Assert.Contains("財務省", stored.Record.Publisher, StringComparison.Ordinal);
        Assert.Equal(File2020, (await Storage.Snapshots.ReadAsync(stored.Hash)).ToArray());
        Assert.Equal(stored.Hash, Assert.Single(Reads).Hash);
        SourceFile entry = (await Storage.Sources.FindAsync("mof-trade", Trade2020))!;
        Assert.Equal((stored.Hash, (DateTimeOffset?)March, Trade2020, false), (entry.SnapshotHash, entry.LastModified, entry.AddressFile, entry.IsArchive));
        Assert.Empty(await AlertsAsync());
    }

    [Fact]
    public async Task An_unchanged_source_costs_one_request_a_file_stores_nothing_and_starts_no_read()
    {
        string[] addresses = [Address(Trade2020), Address(Trade2019)];
        Server.Serve($"/files/{Trade2020}", File2020, March);
        Server.Serve($"/files/{Trade2019}", Feed("mof-trade", Trade2019), March);
        await PullAsync("mof-trade", addresses);
        Reads.Clear();
        Clock.Move(TimeSpan.FromDays(7));

        string line = await PullAsync("mof-trade", addresses);

        Assert.Equal("mof-trade: 2 asked, 2 unchanged, 0 changed, 0 to read, 0 failed", line);
        Assert.Equal(4, Server.Requests.Count);
        Assert.All(Server.Requests.Skip(2), request => Assert.NotEmpty(request.IfNoneMatch));
        Assert.Equal(2, (await SnapshotsAsync()).Count);
        Assert.Empty(Reads);
        SourceFile entry = (await Storage.Sources.FindAsync("mof-trade", Trade2020))!;
        Assert.Equal((Start, Start.AddDays(7)), (entry.ChangedAt, entry.CheckedAt));
    }

    [Fact]
    public async Task A_publisher_that_gives_no_validators_costs_one_request_too()
    {
        Server.Serve($"/files/{Trade2020}", File2020, withValidators: false);
        await PullAsync("mof-trade", Address(Trade2020));

        Assert.Equal("mof-trade: 1 asked, 1 unchanged, 0 changed, 0 to read, 0 failed", await PullAsync("mof-trade", Address(Trade2020)));

        Assert.Equal(2, Server.Requests.Count);
        Assert.Single(Reads);
    }

    [Fact]
    public async Task Revised_figures_are_a_new_snapshot_known_from_the_day_of_their_change()
    {
        Server.Serve($"/files/{Trade2020}", File2020, March);
        await PullAsync("mof-trade", Address(Trade2020));
        Clock.Move(TimeSpan.FromDays(30));
        DateTimeOffset changed = Start.AddDays(25);
        Server.Serve($"/files/{Trade2020}", Revised(File2020), changed);

        Assert.Equal("mof-trade: 1 asked, 0 unchanged, 1 changed, 1 to read, 0 failed", await PullAsync("mof-trade", Address(Trade2020)));

        List<Snapshot> snapshots = await SnapshotsAsync();
        Assert.Equal(2, snapshots.Count);
        Snapshot revised = snapshots.Single(snapshot => snapshot.Record.KnownAt is not null);
        Assert.Equal(changed, revised.Record.KnownAt);
        Assert.Equal(revised.Hash, Reads[^1].Hash);

        // The change is of 17 December 2026: a vintage of the third quarter goes on with the figures it had.
        Assert.NotEqual(revised.Hash, Assert.Single(SnapshotChoice.For(snapshots, new DateOnly(2026, 9, 30))).Hash);
        Assert.Equal(revised.Hash, Assert.Single(SnapshotChoice.For(snapshots, new DateOnly(2026, 12, 31))).Hash);
    }

    [Fact]
    public async Task One_failing_file_stops_no_other_and_its_alert_is_cleared_when_it_comes()
    {
        Server.Answer($"/files/{Trade2019}", PlayedPublisher.Status(503));
        Server.Serve($"/files/{Trade2020}", File2020);

        Assert.Equal("mof-trade: 2 asked, 0 unchanged, 1 changed, 1 to read, 1 failed", await PullAsync("mof-trade", Address(Trade2019), Address(Trade2020)));

        Assert.Equal([("pull-failed", $"mof-trade/{Trade2019}")], await AlertsAsync());
        Assert.Equal(
            $"{Host}/files/{Trade2019}, status: expected 200; found 503. The next pull asks again; if it stays so, look whether the publisher's site answers.",
            (await Storage.Alerts.ListAsync())[0].Message);
        Assert.Equal(3, Server.Requests.Count(request => request.Path.EndsWith(Trade2019, StringComparison.Ordinal)));

        Server.Serve($"/files/{Trade2019}", Feed("mof-trade", Trade2019));
        await PullAsync("mof-trade", Address(Trade2019), Address(Trade2020));
        Assert.Empty(await AlertsAsync());
    }

    [Fact]
    public async Task A_fault_that_passes_within_three_tries_raises_no_alert()
    {
        Server.AnswerInTurn($"/files/{Trade2020}", PlayedPublisher.Status(503), PlayedPublisher.Status(503), PlayedPublisher.File(File2020));

        Assert.Equal("mof-trade: 1 asked, 0 unchanged, 1 changed, 1 to read, 0 failed", await PullAsync("mof-trade", Address(Trade2020)));

        Assert.Empty(await Storage.Alerts.ListAsync(standingOnly: false));
    }

    [Theory]
    [InlineData("pink-sheet", "CMO-Historical-Data-Monthly.xlsx")]
    [InlineData("wgi", "WGIData.csv")]
    [InlineData("usgs-mcs", "mcs2025-nicke_salient.csv")]
    public async Task A_real_file_of_another_source_is_drift_and_not_kept(string source, string name)
    {
        Server.Serve($"/files/{Trade2020}", Feed(source, name));

        Assert.Equal("mof-trade: 1 asked, 0 unchanged, 0 changed, 0 to read, 1 failed", await PullAsync("mof-trade", Address(Trade2020)));

        Assert.Equal([("source-drift", $"mof-trade/{Trade2020}")], await AlertsAsync());
        Assert.Empty(await SnapshotsAsync());
        Assert.Empty(Reads);
        Assert.Null(await Storage.Sources.FindAsync("mof-trade", Trade2020));
    }

    [Fact]
    public async Task An_error_page_that_repeats_the_address_is_drift_whose_alert_does_not()
    {
        Server.Answer($"/files/{Trade2020}", PlayedPublisher.Page($"<p>No such file: {Secret}</p>"));

        await PullAsync("mof-trade", Address(Trade2020));

        Assert.Equal([("source-drift", $"mof-trade/{Trade2020}")], await AlertsAsync());
        string message = (await Storage.Alerts.ListAsync())[0].Message;
        Assert.Contains("'<p>No such file: appId=(not shown)</p>' (sha-256 ", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_drift_the_earlier_file_stays_and_the_right_one_clears_the_alert()
    {
        Server.Serve($"/files/{Trade2020}", File2020);
        await PullAsync("mof-trade", Address(Trade2020));
        Server.Answer($"/files/{Trade2020}", PlayedPublisher.Page("<html>maintenance</html>"));
        await PullAsync("mof-trade", Address(Trade2020));
        Assert.Single(await AlertsAsync());

        Server.Serve($"/files/{Trade2020}", File2020);
        Assert.Equal("mof-trade: 1 asked, 1 unchanged, 0 changed, 0 to read, 0 failed", await PullAsync("mof-trade", Address(Trade2020)));

        Assert.Empty(await AlertsAsync());
        Assert.Single(Reads);
    }

    [Fact]
    public async Task Killed_between_snapshot_and_register_the_next_pull_does_the_rest_and_nothing_twice()
    {
        Server.Serve($"/files/{Trade2020}", File2020, March);
        KilledBeforeRead = true;
        await Assert.ThrowsAsync<KilledException>(() => PullAsync("mof-trade", Address(Trade2020)));
        Snapshot left = Assert.Single(await SnapshotsAsync());
        Assert.Null(await Storage.Sources.FindAsync("mof-trade", Trade2020));

        KilledBeforeRead = false;
        Clock.Move(TimeSpan.FromDays(1));
        await PullAsync("mof-trade", Address(Trade2020));

        // Equal as written down: the record of the first attempt stays, and says when the bytes were first obtained.
        Assert.Equal(left, Assert.Single(await SnapshotsAsync()));
        Assert.Equal(left, Assert.Single(Reads));
        Assert.Equal(left.Hash, (await Storage.Sources.FindAsync("mof-trade", Trade2020))!.SnapshotHash);
        Assert.Empty(await AlertsAsync());
    }

    [Fact]
    public async Task Killed_in_the_same_place_when_a_file_changed_the_day_it_was_known_stays()
    {
        Server.Serve($"/files/{Trade2020}", File2020, March);
        await PullAsync("mof-trade", Address(Trade2020));
        Clock.Move(TimeSpan.FromDays(10));
        Server.Serve($"/files/{Trade2020}", Revised(File2020));
        KilledBeforeRead = true;
        await Assert.ThrowsAsync<KilledException>(() => PullAsync("mof-trade", Address(Trade2020)));

        KilledBeforeRead = false;
        Clock.Move(TimeSpan.FromDays(10));
        await PullAsync("mof-trade", Address(Trade2020));

        Assert.Equal(Start.AddDays(10), Reads[^1].Record.KnownAt);
        Assert.Equal(2, Reads.Count);
        Assert.Empty(await AlertsAsync());
    }

    [Fact]
    public async Task A_publisher_that_goes_back_to_replaced_bytes_is_told_of_until_it_serves_the_newest_again()
    {
        Server.Serve($"/files/{Trade2020}", File2020);
        await PullAsync("mof-trade", Address(Trade2020));
        Clock.Move(TimeSpan.FromDays(10));
        Server.Serve($"/files/{Trade2020}", Revised(File2020));
        await PullAsync("mof-trade", Address(Trade2020));
        Clock.Move(TimeSpan.FromDays(10));
        Server.Serve($"/files/{Trade2020}", File2020);
        await PullAsync("mof-trade", Address(Trade2020));

        Assert.Equal([("source-reverted", $"mof-trade/{Trade2020}")], await AlertsAsync());
        Assert.Equal(2, (await SnapshotsAsync()).Count);
        Clock.Move(TimeSpan.FromDays(10));
        Server.Serve($"/files/{Trade2020}", Revised(File2020));
        await PullAsync("mof-trade", Address(Trade2020));
        Assert.Empty(await AlertsAsync());
    }

    [Fact]
    public async Task A_source_that_brings_nothing_new_for_longer_than_its_interval_is_late_until_it_does()
    {
        byte[] prices = Feed("pink-sheet", "CMO-Historical-Data-Monthly.xlsx");
        string address = $"https://{WorldBank}/CMO-Historical-Data-Monthly.xlsx";
        Server.Serve("/CMO-Historical-Data-Monthly.xlsx", prices);
        await PullAsync("pink-sheet", address);

        Clock.Move(TimeSpan.FromDays(45));
        await PullAsync("pink-sheet", address);
        Assert.Empty(await AlertsAsync());

        Clock.Move(TimeSpan.FromMinutes(1));
        await PullAsync("pink-sheet", address);
        Assert.Equal([("source-late", "pink-sheet")], await AlertsAsync());
        Assert.Equal(
            "pink-sheet, newest file: expected something new within 45 days; found nothing since 2026-11-22. Look whether the publisher has moved its files or put off its publication.",
            (await Storage.Alerts.ListAsync())[0].Message);

        Server.Serve("/CMO-Historical-Data-Monthly.xlsx", WithComment(prices));
        await PullAsync("pink-sheet", address);
        Assert.Empty(await AlertsAsync());
    }

    [Fact]
    public async Task A_pull_without_addresses_asks_nobody_and_says_so()
    {
        Assert.Equal("mof-trade: not pulled, the settings give no address", await PullAsync("mof-trade"));

        Assert.Empty(Server.Requests);
    }

    /// <summary>The same workbook with a member that no reader looks at.</summary>
    private static byte[] WithComment(byte[] workbook)
    {
        MemoryStream changed = new();
        changed.Write(workbook);
        using (System.IO.Compression.ZipArchive archive = new(changed, System.IO.Compression.ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.CreateEntry("docProps/comment.txt");
        }

        return changed.ToArray();
    }
}
