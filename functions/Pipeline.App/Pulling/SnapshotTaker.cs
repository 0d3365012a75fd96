using Pipeline.Sources;
using Pipeline.Storage;
using SourceFile = Pipeline.Sources.SourceFile;

namespace Pipeline.App.Pulling;

/// <summary>When the bytes of a file may have become known, as far as anyone can tell.</summary>
/// <param name="LastModified">When whoever gave them says they were last changed, or none.</param>
/// <param name="EarlierSeenAt">When the earlier bytes were last seen in their place, or none.</param>
internal sealed record Timing(DateTimeOffset? LastModified, DateTimeOffset? EarlierSeenAt);

/// <summary>A file that is stored as a snapshot.</summary>
/// <param name="Snapshot">The snapshot.</param>
/// <param name="IsNew">False when these bytes were stored before.</param>
internal sealed record Taken(Snapshot Snapshot, bool IsNew);

/// <summary>
/// Stores recognised files as snapshots, with where they are from and from when they were known. It looks once which files there are, so it
/// serves one answer or one sweep and is then left.
/// </summary>
internal sealed class SnapshotTaker(StorageAccount storage, TimeProvider clock)
{
    private HashSet<(string Source, string FileName)>? stored;

    // Servers that know no date say 1970 or 1980, and no figure in use was put on the web before this year.
    private static readonly DateTimeOffset FirstPlausible = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Stores a file. Running it twice stores nothing twice.</summary>
    /// <param name="file">The file.</param>
    /// <param name="reader">Reader that recognised it.</param>
    /// <param name="publisherFileHash">Hash of the archive it is a member of, or none.</param>
    /// <param name="timing">What is known of its time.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    /// <exception cref="Domain.PipelineException">The file may not be stored; see <see cref="Takeable"/>.</exception>
    public async Task<Taken> TakeAsync(SourceFile file, SourceReader reader, string? publisherFileHash, Timing timing, CancellationToken cancellation)
    {
        Takeable.Require(file, reader);
        if (await storage.Snapshots.FindAsync(file.Snapshot, cancellation) is { Record.ForOneRun: false } there)
        {
            return new Taken(there, IsNew: false);
        }

        DateTimeOffset now = clock.GetUtcNow();
        bool replaces = !(await StoredAsync(cancellation)).Add((reader.Source, file.Name));
        Snapshot snapshot = await storage.Snapshots.PutAsync(
            file.Bytes,
            new SnapshotRecord
            {
                SourceId = reader.Source,
                FileName = file.Name,
                Publisher = reader.Licence.Publisher,
                Title = reader.Licence.Title,
                Licence = reader.Licence.Licence,
                Citation = reader.Licence.Citation,
                ObtainedAt = now,
                KnownAt = replaces ? KnownAt(timing, now) : null,
                PublisherFileHash = publisherFileHash,
                Illustrative = false,
            },
            cancellation);
        return new Taken(snapshot, IsNew: true);
    }

    /// <summary>
    /// From when bytes that replace others could be known: when they were last changed if that can be true, which is neither in the future
    /// nor before the earlier bytes were last seen; otherwise now. Later is the safe side: no vintage then uses what came after its quarter.
    /// </summary>
    internal static DateTimeOffset KnownAt(Timing timing, DateTimeOffset now) =>
        timing.LastModified is { } changed && changed <= now && changed >= FirstPlausible && changed >= (timing.EarlierSeenAt ?? changed) ? changed : now;

    private async Task<HashSet<(string Source, string FileName)>> StoredAsync(CancellationToken cancellation)
    {
        if (stored is null)
        {
            HashSet<(string, string)> found = [];
            await foreach (Snapshot snapshot in storage.Snapshots.ListAsync(cancellation).Where(snapshot => !snapshot.Record.ForOneRun))
            {
                found.Add((snapshot.Record.SourceId, snapshot.Record.FileName));
            }

            stored = found;
        }

        return stored;
    }
}
