using Pipeline.Domain;
using Pipeline.Storage;

namespace Pipeline.App.Refresh;

/// <summary>Files are taken in as snapshots, named by the hash of their bytes; a file that is there already is not stored again.</summary>
internal sealed class TakeStage(StorageAccount storage, TimeProvider clock)
{
    /// <summary>Stores the recognised files.</summary>
    /// <returns>The files, two of the same bytes as one, refused ones with them; and how many were new.</returns>
    public async Task<(IReadOnlyList<TakenFeed> Taken, int New)> RunAsync(IReadOnlyList<Feed> feeds, CancellationToken cancellation)
    {
        HashSet<string> there = new(StringComparer.Ordinal);
        await foreach (string hash in storage.Snapshots.HashesAsync(cancellation))
        {
            there.Add(hash);
        }

        // Two files with the same bytes are one snapshot; the first by path names it.
        Feed[] distinct = [.. feeds.DistinctBy(feed => feed.File.Snapshot)];
        Feed[] fresh = [.. distinct.Where(feed => feed.Reader is not null && !there.Contains(feed.File.Snapshot))];
        await Parallel.ForEachAsync(fresh, cancellation, async (feed, token) => await storage.Snapshots.PutAsync(feed.File.Bytes, Record(feed), token));
        return ([.. distinct.Select(Taken)], fresh.Length);
    }

    private SnapshotRecord Record(Feed feed) => new()
    {
        SourceId = feed.Reader!.Source,
        FileName = feed.File.Name,
        Publisher = feed.Origin.Licence.Publisher,
        Title = feed.Origin.Licence.Title,
        Licence = feed.Origin.Licence.Licence,
        Citation = feed.Origin.Licence.Citation,
        ObtainedAt = clock.GetUtcNow(),
        PublisherFileHash = feed.Origin.PublisherFileHash,
        Illustrative = feed.Origin.Illustrative,
    };

    private static TakenFeed Taken(Feed feed) => new(feed, new SourceUse(
        feed.Reader?.Source ?? string.Empty, feed.File.Snapshot, feed.File.Name, feed.Origin.Licence.Publisher, feed.Origin.Licence.Title,
        feed.Origin.Licence.Licence, feed.Origin.Licence.Citation, feed.Origin.Illustrative));
}
