using Pipeline.Sources;

namespace Pipeline.App.Refresh;

/// <summary>Where a refresh takes its files from: the starter feeds of the program, or a folder tree of publisher files.</summary>
internal static class FeedFolders
{
    /// <summary>Files of the starter feeds, every one checked against its hash.</summary>
    public static IReadOnlyList<Feed> Starter() =>
    [
        // The manifest names the source of each file, and the hash vouches for the bytes: nothing is left to recognise.
        .. StarterFeeds.Load(Path.Combine(AppContext.BaseDirectory, "starter-feeds")).Select(starter =>
            new Feed(starter.File, Origin(starter.Entry), SourceReaders.All.Single(reader => reader.Source == starter.Entry.Source), Refusal: null)),
    ];

    /// <summary>Files of a folder tree in order of path; notes about the files (<c>README…</c>, <c>manifest…</c>, metadata in XML, hidden files) are passed over.</summary>
    public static IReadOnlyList<Feed> Tree(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(path => !IsNote(Path.GetFileName(path)))
            .Order(StringComparer.Ordinal)
            .Select(path => Feed.Recognise(
                SourceFile.From(Path.GetFileName(path), File.ReadAllBytes(path)),
                reader => new FeedOrigin(reader.Licence, PublisherFileHash: null, Illustrative: false))),
    ];

    private static FeedOrigin Origin(StarterFeedEntry entry) =>
        new(new SourceLicence(entry.Publisher, entry.Title, entry.Licence, entry.Citation, entry.Url), entry.OriginalSnapshot, entry.Illustrative);

    private static bool IsNote(string name) =>
        name.StartsWith('.') || name.StartsWith("README", StringComparison.OrdinalIgnoreCase) || name.StartsWith("manifest", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase);
}
