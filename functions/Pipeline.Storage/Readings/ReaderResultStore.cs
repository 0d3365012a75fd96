using System.Runtime.CompilerServices;
using Azure.Storage.Blobs;

namespace Pipeline.Storage;

/// <summary>
/// What one version of a reader makes of one snapshot. The pair is the name, so reading the same bytes again with the same reader
/// changes nothing, and a better reader leaves the earlier result where evidence points to it.
/// </summary>
public abstract class ReaderResultStore
{
    private readonly ImmutableBlobs blobs;

    private protected ReaderResultStore(BlobContainerClient container) => blobs = new ImmutableBlobs(container);

    /// <summary>Stores a result, compressed; false when the same one was there already.</summary>
    /// <exception cref="ImmutableContentException">Another result has this name: the reader is not deterministic, or changed without a new
    /// version.</exception>
    public Task<bool> PutAsync(
        string snapshotHash,
        string readerVersion,
        ReadOnlyMemory<byte> content,
        string contentType,
        CancellationToken cancellationToken = default) =>
        blobs.PutAsync(Name(snapshotHash, readerVersion), content, contentType, compress: true, cancellationToken);

    /// <summary>The result, or null when this reader has not read this snapshot.</summary>
    public Task<StoredContent?> TryGetAsync(string snapshotHash, string readerVersion, CancellationToken cancellationToken = default) =>
        blobs.TryGetAsync(Name(snapshotHash, readerVersion), cancellationToken);

    /// <summary>Snapshots and reader versions that have a result, in ordinal order.</summary>
    public async IAsyncEnumerable<(string SnapshotHash, string ReaderVersion)> ListAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var blob in blobs.ListAsync(prefix: null, cancellationToken))
            if (blob.Name.Split('/') is [var hash, var version]) yield return (hash, version);
    }

    private static string Name(string snapshotHash, string readerVersion) =>
        $"{ContentHash.Require(snapshotHash)}/{BlobNames.Part(readerVersion, nameof(readerVersion))}";
}

/// <summary>Typed rows of a snapshot.</summary>
public sealed class ObservationStore : ReaderResultStore
{
    internal ObservationStore(BlobContainerClient container) : base(container) { }
}

/// <summary>Rows of a snapshot that the reader rejected, each with the rule and the place.</summary>
public sealed class QuarantineStore : ReaderResultStore
{
    internal QuarantineStore(BlobContainerClient container) : base(container) { }
}
