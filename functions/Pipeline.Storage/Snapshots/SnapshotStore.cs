using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Pipeline.Domain;

namespace Pipeline.Storage;

/// <summary>
/// Publishers' bytes, named by their SHA-256, with a record beside each. Nothing here is ever changed or deleted, so a figure can be
/// traced to its cell for as long as the ministry keeps the account.
/// </summary>
public sealed class SnapshotStore
{
    private const string RecordSuffix = ".json";

    /// <summary>Record of bytes that were first stored for one run, and then obtained for all.</summary>
    private const string LastingSuffix = ".lasting.json";
    private const int RecordsAtOnce = 8;

    private readonly BlobContainerClient container;
    private readonly ImmutableBlobs blobs;

    internal SnapshotStore(BlobContainerClient container) => (this.container, blobs) = (container, new ImmutableBlobs(container));

    /// <summary>
    /// Stores the bytes and their record, or returns the snapshot that is there: the first record of the same bytes stays, and says when
    /// they were first obtained, unless they were stored for one run and are now obtained for all. The record is written last, so a half-written snapshot is not seen and the next call completes it.
    /// </summary>
    public async Task<Snapshot> PutAsync(ReadOnlyMemory<byte> content, SnapshotRecord record, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        var hash = ContentHash.Of(content.Span);
        var there = await FindAsync(hash, cancellationToken);
        if (there is not null && (record.ForOneRun || !there.Record.ForOneRun)) return there;

        await blobs.PutAsync(hash, content, "application/octet-stream", compress: false, cancellationToken);
        var suffix = there is null ? RecordSuffix : LastingSuffix;
        var snapshot = new Snapshot(hash, content.Length, record with { ObtainedAt = record.ObtainedAt.ToUniversalTime() });
        try
        {
            await blobs.PutAsync(hash + suffix, StorageJson.Write(snapshot), "application/json", compress: false, cancellationToken);
            return snapshot;
        }
        catch (ImmutableContentException)
        {
            // Another process stored the same bytes in the meantime, with its own record: that one was first.
            return await GetAsync(hash, cancellationToken);
        }
    }

    /// <summary>The snapshot's record, or null when it is not stored.</summary>
    public async Task<Snapshot?> FindAsync(string hash, CancellationToken cancellationToken = default)
    {
        var found = await RecordAsync(hash, RecordSuffix, cancellationToken);
        return found is { Record.ForOneRun: true } ? await RecordAsync(hash, LastingSuffix, cancellationToken) ?? found : found;
    }

    /// <summary>The snapshot's record.</summary>
    /// <exception cref="MissingContentException">It is not stored.</exception>
    public async Task<Snapshot> GetAsync(string hash, CancellationToken cancellationToken = default) =>
        await FindAsync(hash, cancellationToken) ?? throw Missing(hash, null);

    /// <summary>
    /// The bytes, as a stream that is read once, forwards. The hash is computed on the way; reading past the last byte throws
    /// <see cref="CorruptContentException"/> when it is another, so a reader that reads to the end never keeps rows of damaged bytes.
    /// </summary>
    /// <exception cref="MissingContentException">It is not stored.</exception>
    public async Task<Stream> OpenReadAsync(string hash, CancellationToken cancellationToken = default)
    {
        try
        {
            var answer = await container.GetBlobClient(ContentHash.Require(hash))
                .DownloadStreamingAsync(cancellationToken: cancellationToken);
            return new VerifyingStream(answer.Value.Content, hash);
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            throw Missing(hash, missing);
        }
    }

    /// <summary>All the bytes, checked before they are returned.</summary>
    public async Task<ReadOnlyMemory<byte>> ReadAsync(string hash, CancellationToken cancellationToken = default)
    {
        await using var stream = await OpenReadAsync(hash, cancellationToken);
        var buffer = new MemoryStream();
        await stream.CopyToAsync(buffer, cancellationToken);
        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }

    /// <summary>Hashes of all snapshots, in ordinal order, without their records.</summary>
    public async IAsyncEnumerable<string> HashesAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var blob in blobs.ListAsync(prefix: null, cancellationToken))
            if (IsRecord(blob.Name)) yield return blob.Name[..^RecordSuffix.Length];
    }

    /// <summary>All snapshots, in the order of their hashes.</summary>
    public async IAsyncEnumerable<Snapshot> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        // Records are fetched a few ahead of the reader: one at a time, a few hundred of them would take seconds.
        var ahead = new Queue<Task<Snapshot>>();
        await foreach (var blob in blobs.ListAsync(prefix: null, cancellationToken))
        {
            if (!IsRecord(blob.Name)) continue;
            ahead.Enqueue(GetAsync(blob.Name[..^RecordSuffix.Length], cancellationToken));
            if (ahead.Count == RecordsAtOnce) yield return await ahead.Dequeue();
        }

        while (ahead.TryDequeue(out var next)) yield return await next;
    }

    private async Task<Snapshot?> RecordAsync(string hash, string suffix, CancellationToken cancellationToken) =>
        await blobs.TryGetAsync(ContentHash.Require(hash) + suffix, cancellationToken) is { } found
            ? StorageJson.Read<Snapshot>(found.Bytes.Span)
            : null;

    private static bool IsRecord(string name) =>
        name.EndsWith(RecordSuffix, StringComparison.Ordinal) && !name.EndsWith(LastingSuffix, StringComparison.Ordinal);

    private static MissingContentException Missing(string hash, Exception? cause) =>
        new(new Fault(
            "container snapshots", hash, "the snapshot of this hash", "none",
            "pull its source again; the same bytes get the same hash"), cause);
}
