using Pipeline.Domain;

namespace Pipeline.Sources.Tests.StarterFeeds;

public class StarterFeedToolTests
{
    [Fact]
    public void Making_feeds_from_the_feeds_gives_the_same_bytes()
    {
        using TemporaryFolder to = new();
        StarterFeedReport report = StarterFeedTool.Make(PublisherFile.StarterFolder, to.Path);
        Assert.Equal(Contents(PublisherFile.StarterFolder), Contents(to.Path));
        Assert.Equal(StarterFeedManifest.FileName, Assert.Single(report.PassedOver).Path);
    }

    [Fact]
    public void Making_feeds_twice_gives_the_same_manifest_and_leaves_nothing_of_the_first_time()
    {
        using TemporaryFolder from = Folder(
            ("a/trade.csv", "mof-trade/ik-100h2020i015.csv"), ("prices.bin", "pink-sheet/CMO-Historical-Data-Monthly.xlsx"));
        using TemporaryFolder to = new();
        StarterFeedTool.Make(from.Path, to.Path);
        string first = File.ReadAllText(Path.Combine(to.Path, StarterFeedManifest.FileName));
        File.Move(Path.Combine(from.Path, "prices.bin"), Path.Combine(from.Path, "prices.xlsx"));
        StarterFeedTool.Make(from.Path, to.Path);
        Assert.Equal(["manifest.json", "mof-trade/trade.csv", "pink-sheet/prices.xlsx"], Contents(to.Path, withManifest: true).Keys);
        Assert.Equal(first.Replace("prices.bin", "prices.xlsx", StringComparison.Ordinal),
            File.ReadAllText(Path.Combine(to.Path, StarterFeedManifest.FileName)));
    }

    [Fact]
    public void A_feed_names_the_file_it_was_cut_from_and_its_licence()
    {
        using TemporaryFolder from = Folder(("ik-100h2020i015.csv", "mof-trade/ik-100h2020i015.csv"));
        using TemporaryFolder to = new();
        StarterFeedEntry entry = Assert.Single(StarterFeedTool.Make(from.Path, to.Path).Written);
        Assert.Equal(("mof-trade/ik-100h2020i015.csv", "2020 (by country)", 20), (entry.Path, entry.Edition, entry.RowsKept));
        Assert.Equal(PublisherFile.File("mof-trade/ik-100h2020i015.csv").Snapshot, entry.OriginalSnapshot);
        Assert.NotEqual(entry.OriginalSnapshot, entry.Snapshot);
        Assert.Contains("財務省「貿易統計」", entry.Citation, StringComparison.Ordinal);
        Assert.Equal(entry, Assert.Single(Sources.StarterFeeds.Load(to.Path)).Entry);
    }

    [Fact]
    public void What_is_no_feed_is_reported_with_its_reason()
    {
        using TemporaryFolder from = Folder(
            ("1988.csv", "mof-trade/d01h88i005.csv"), ("2020.csv", "mof-trade/ik-100h2020i015.csv"), ("old.xlsx", "wgi/wgidataset.xlsx"));
        File.WriteAllText(Path.Combine(from.Path, "README.md"), "# Notes\n");

        // Some of the rows of 2020.csv under another name.
        string[] lines = PublisherFile.Text("mof-trade/ik-100h2020i015.csv").Split('\n');
        File.WriteAllText(Path.Combine(from.Path, "part.csv"), string.Join('\n', lines.Take(8)) + "\n");
        using TemporaryFolder to = new();
        StarterFeedReport report = StarterFeedTool.Make(from.Path, to.Path);
        Assert.Equal(["mof-trade/2020.csv"], report.Written.Select(entry => entry.Path));
        Assert.Equal(["1988.csv", "README.md", "old.xlsx", "part.csv"], report.PassedOver.Select(file => file.Path));
        Assert.Equal("no figure of 2009 or later", report.PassedOver[0].Reason);
        Assert.Contains("'# Notes'", report.PassedOver[1].Reason, StringComparison.Ordinal);
        Assert.StartsWith("superseded", report.PassedOver[2].Reason, StringComparison.Ordinal);
        Assert.Equal("all its rows are in 2020.csv", report.PassedOver[3].Reason);
    }

    [Fact]
    public void A_damaged_file_of_a_known_source_is_never_left_out_in_silence()
    {
        using TemporaryFolder from = new();
        using TemporaryFolder to = new();
        byte[] bytes = PublisherFile.Bytes("mof-trade/ik-100h2020i015.csv");
        File.WriteAllBytes(Path.Combine(from.Path, "cut.csv"), bytes[..^40]);
        Assert.Throws<UnreadableFileException>(() => StarterFeedTool.Make(from.Path, to.Path));
        Assert.Empty(Directory.EnumerateFileSystemEntries(to.Path));
    }

    [Fact]
    public void Two_feeds_of_one_name_are_refused()
    {
        using TemporaryFolder from = Folder(
            ("a/2020.csv", "mof-trade/ik-100h2020i015.csv"), ("b/2020.csv", "mof-trade/ik-100h2020i014.csv"));
        using TemporaryFolder to = new();
        Assert.Equal("file name", Assert.Throws<LayoutDriftException>(() => StarterFeedTool.Make(from.Path, to.Path)).Fault.Place);
    }

    private static TemporaryFolder Folder(params (string Path, string Feed)[] files)
    {
        TemporaryFolder folder = new();
        foreach ((string path, string feed) in files)
        {
            string target = Path.Combine(folder.Path, path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllBytes(target, PublisherFile.Bytes(feed));
        }

        return folder;
    }

    /// <summary>Path and hash of every feed.</summary>
    private static SortedDictionary<string, string> Contents(string folder, bool withManifest = false) => new(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => (Path: Path.GetRelativePath(folder, path).Replace('\\', '/'),
                SourceFile.From("x", File.ReadAllBytes(path)).Snapshot))
            .Where(file => withManifest || file.Path != StarterFeedManifest.FileName)
            .ToDictionary(file => file.Path, file => file.Snapshot),
        StringComparer.Ordinal);
}
