using System.Runtime.CompilerServices;
using Azure.Storage.Blobs;

namespace Pipeline.Storage;

/// <summary>
/// Files that belong to one run and to no vintage: what the run is to do, and what a dry run would change. They stand in the container
/// of the vintages under <c>runs/&lt;run id&gt;/</c>; no vintage has that name. A stored file never changes.
/// </summary>
public sealed class RunFileStore
{
    /// <summary>Folder of all runs; a vintage id starts with a digit.</summary>
    internal const string Folder = "runs/";

    private readonly ImmutableBlobs blobs;

    internal RunFileStore(BlobContainerClient container) => blobs = new ImmutableBlobs(container);

    /// <summary>Stores a file of a run, such as <c>changes.json</c>; false when the same one was there already.</summary>
    /// <exception cref="ImmutableContentException">The run has another file of this name.</exception>
    public Task<bool> PutAsync(
        string runId, string file, ReadOnlyMemory<byte> content, string contentType, CancellationToken cancellationToken = default) =>
        blobs.PutAsync(Prefix(runId) + BlobNames.Path(file, nameof(file)), content, contentType, compress: false, cancellationToken);

    /// <summary>A file of a run; null when there is none.</summary>
    public Task<StoredContent?> TryGetAsync(string runId, string file, CancellationToken cancellationToken = default) =>
        blobs.TryGetAsync(Prefix(runId) + BlobNames.Path(file, nameof(file)), cancellationToken);

    /// <summary>Files of a run by name within it, in ordinal order.</summary>
    public async IAsyncEnumerable<StoredName> FilesAsync(
        string runId, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var prefix = Prefix(runId);
        await foreach (var blob in blobs.ListAsync(prefix, cancellationToken)) yield return blob with { Name = blob.Name[prefix.Length..] };
    }

    private static string Prefix(string runId) => $"{Folder}{BlobNames.Part(runId, nameof(runId))}/";
}
