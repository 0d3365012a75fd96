using System.IO.Compression;
using System.Text;
using Pipeline.App.Tests.Running;
using Pipeline.Storage;

namespace Pipeline.App.Tests.Pulling;

/// <summary>The governance indicators come in an archive, with lists of countries and series beside the figures.</summary>
public sealed class ArchivePullTests(EmptyAccounts accounts) : PulledStorage(accounts)
{
    private const string Path = "/data/download/WGI_CSV.zip";
    private const string ArchiveAddress = $"https://{WorldBank}{Path}";
    private static readonly byte[] Figures = Feed("wgi", "WGIData.csv");
    private static readonly byte[] Countries = "\"Country Code\",\"Short Name\"\r\n\"JPN\",\"Japan\"\r\n"u8.ToArray();

    [Fact]
    public async Task The_figures_become_a_snapshot_that_names_the_archive_and_the_lists_are_passed_over()
    {
        byte[] archive = Zip(("WGICSV.csv", Figures), ("WGICountry.csv", Countries));
        Server.Serve(Path, archive);

        Assert.Equal("wgi: 1 asked, 0 unchanged, 1 changed, 1 to read, 0 failed", await PullAsync("wgi", ArchiveAddress));

        Snapshot stored = Assert.Single(await SnapshotsAsync());
        Assert.Equal((ContentHash.Of(Figures), "WGICSV.csv", ContentHash.Of(archive)), (stored.Hash, stored.Record.FileName, stored.Record.PublisherFileHash));
        Assert.Equal(stored, Assert.Single(Reads));
        SourceFile whole = (await Storage.Sources.FindAsync("wgi", "WGI_CSV.zip"))!;
        SourceFile member = (await Storage.Sources.FindAsync("wgi", "WGICSV.csv"))!;
        Assert.Equal((true, ContentHash.Of(archive)), (whole.IsArchive, whole.SnapshotHash));
        Assert.Equal((false, stored.Hash, "WGI_CSV.zip"), (member.IsArchive, member.SnapshotHash, member.AddressFile));
    }

    [Fact]
    public async Task An_unchanged_archive_costs_one_request()
    {
        Server.Serve(Path, Zip(("WGICSV.csv", Figures)));
        await PullAsync("wgi", ArchiveAddress);

        Assert.Equal("wgi: 1 asked, 1 unchanged, 0 changed, 0 to read, 0 failed", await PullAsync("wgi", ArchiveAddress));

        Assert.Equal(2, Server.Requests.Count);
        Assert.NotEmpty(Server.Requests.Last().IfNoneMatch);
    }

    [Fact]
    public async Task An_archive_packed_anew_around_the_same_figures_starts_no_read()
    {
        Server.Serve(Path, Zip(("WGICSV.csv", Figures)));
        await PullAsync("wgi", ArchiveAddress);
        Server.Serve(Path, Zip(("WGICSV.csv", Figures), ("WGICountry.csv", Countries)));

        Assert.Equal("wgi: 1 asked, 0 unchanged, 1 changed, 0 to read, 0 failed", await PullAsync("wgi", ArchiveAddress));

        Assert.Single(await SnapshotsAsync());
        Assert.Single(Reads);
    }

    [Fact]
    public async Task A_new_release_in_the_archive_is_known_from_when_it_was_obtained_where_no_date_is_given()
    {
        Server.Serve(Path, Zip(("WGICSV.csv", Figures)));
        await PullAsync("wgi", ArchiveAddress);
        Clock.Move(TimeSpan.FromDays(300));
        Server.Serve(Path, Zip(("WGICSV.csv", Figures[..(Figures.AsSpan(0, Figures.Length - 2).LastIndexOf((byte)'\n') + 1)])));

        await PullAsync("wgi", ArchiveAddress);

        Assert.Equal(Start.AddDays(300), Reads[^1].Record.KnownAt);
    }

    [Theory]
    [InlineData("../WGICSV.csv")]
    [InlineData("data/WGICSV.csv")]
    public async Task A_member_with_a_path_refuses_the_archive(string name)
    {
        Server.Serve(Path, Zip(("good.csv", Figures), (name, Figures)));

        await AssertRefusedAsync();
    }

    [Fact]
    public async Task A_member_that_is_no_file_of_the_source_refuses_the_archive_with_all_others()
    {
        Server.Serve(Path, Zip(("WGICSV.csv", Figures), ("trade.csv", Feed("mof-trade", Trade2020))));

        await AssertRefusedAsync();
    }

    [Fact]
    public async Task Too_many_members_refuse_the_archive()
    {
        Server.Serve(Path, Zip([.. Enumerable.Range(0, 401).Select(number => ($"{number}.csv", Countries))]));

        await AssertRefusedAsync();
    }

    [Fact]
    public async Task A_member_that_unpacks_beyond_measure_refuses_the_archive()
    {
        Server.Serve(Path, Zip(("WGICSV.csv", Encoding.ASCII.GetBytes(new string(',', 10_000_000)))));

        await AssertRefusedAsync();
    }

    [Fact]
    public async Task An_archive_of_lists_alone_is_drift()
    {
        Server.Serve(Path, Zip(("WGICountry.csv", Countries)));

        await AssertRefusedAsync();
    }

    [Fact]
    public async Task Killed_after_the_figures_were_stored_the_next_pull_starts_their_read()
    {
        Server.Serve(Path, Zip(("WGICSV.csv", Figures)));
        KilledBeforeRead = true;
        await Assert.ThrowsAsync<KilledException>(() => PullAsync("wgi", ArchiveAddress));
        Assert.Single(await SnapshotsAsync());

        KilledBeforeRead = false;
        await PullAsync("wgi", ArchiveAddress);

        Assert.Equal(Assert.Single(await SnapshotsAsync()), Assert.Single(Reads));
        Assert.NotNull(await Storage.Sources.FindAsync("wgi", "WGI_CSV.zip"));
    }

    private async Task AssertRefusedAsync()
    {
        Assert.Equal("wgi: 1 asked, 0 unchanged, 0 changed, 0 to read, 1 failed", await PullAsync("wgi", ArchiveAddress));
        Assert.Equal([("source-drift", "wgi/WGI_CSV.zip")], await AlertsAsync());
        Assert.Empty(await SnapshotsAsync());
        Assert.Empty(Reads);
    }

    private static byte[] Zip(params (string Name, byte[] Content)[] members)
    {
        MemoryStream zip = new();
        using (ZipArchive archive = new(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] content) in members)
            {
                using Stream member = archive.CreateEntry(name).Open();
                member.Write(content);
            }
        }

        return zip.ToArray();
    }
}
