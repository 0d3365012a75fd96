using Pipeline.Domain;
using Pipeline.Storage;

namespace Pipeline.App.Refresh;

/// <summary>Files are taken in as snapshots, named by the hash of their bytes; a file that is there already is not stored again.</summary>
internal sealed class TakeStage(StorageAccount storage, TimeProvider clock)
{
    /// <summary>Stores the recognised files.</summary>
    /// <returns>All files in order of source and name, refused ones last; and how many were new.</returns>
    public async Task<(IReadOnlyList<TakenFeed> Taken, int New)> RunAsync(IReadOnlyList<Feed> feeds, CancellationToken cancellation)
    {
        Dictionary<string, Snapshot> there = new(StringComparer.Ordinal);
        await foreach (Snapshot snapshot in storage.Snapshots.ListAsync(cancellation))
        {
            there[snapshot.Hash] = snapshot;
        }

        // Two files with the same bytes are one snapshot; the first by path names it.
        Feed[] distinct = [.. feeds.DistinctBy(feed => feed.File.Snapshot)];
        int fresh = 0;
        TakenFeed[] taken = new TakenFeed[distinct.Length];
        await Parallel.ForAsync(0, distinct.Length, cancellation, async (index, token) =>
        {
            Feed feed = distinct[index];
            if (feed.Reader is null)
            {
                taken[index] = Taken(feed, clock.GetUtcNow());
                return;
            }

            if (!there.TryGetValue(feed.File.Snapshot, out Snapshot? snapshot))
            {
                Interlocked.Increment(ref fresh);
                snapshot = await storage.Snapshots.PutAsync(feed.File.Bytes, Record(feed), token);
            }

            taken[index] = Taken(feed, snapshot.Record.ObtainedAt);
        });
        return ([.. taken.OrderBy(one => one.Feed.Reader is null).ThenBy(one => one.Use.Source, StringComparer.Ordinal).ThenBy(one => one.Use.File, StringComparer.Ordinal).ThenBy(one => one.Use.Snapshot, StringComparer.Ordinal)], fresh);
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

    private static TakenFeed Taken(Feed feed, DateTimeOffset obtainedAt) => new(
        feed,
        new SourceUse(
            feed.Reader?.Source ?? string.Empty, feed.File.Snapshot, feed.File.Name, feed.Origin.Licence.Publisher, feed.Origin.Licence.Title,
            feed.Origin.Licence.Licence, feed.Origin.Licence.Citation, feed.Origin.Illustrative),
        DateOnly.FromDateTime(obtainedAt.UtcDateTime));
}
