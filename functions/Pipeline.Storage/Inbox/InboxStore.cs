using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Pipeline.Domain;

namespace Pipeline.Storage;

/// <summary>A file that a vendor or an office has dropped.</summary>
/// <param name="Name">Name as dropped; may hold folders and any letters.</param>
/// <param name="Length">Length in bytes.</param>
/// <param name="DroppedAt">When it was dropped or last replaced.</param>
public sealed record InboxFile(string Name, long Length, DateTimeOffset DroppedAt)
{
    /// <summary>The very file that was listed; a replacement has another.</summary>
    internal ETag ETag { get; init; }
}

/// <summary>Files waiting to be taken. Unlike all other stores it belongs to its users: they replace and delete.</summary>
public sealed class InboxStore
{
    private readonly BlobContainerClient container;

    internal InboxStore(BlobContainerClient container) => this.container = container;

    /// <summary>Waiting files, in the order of their names.</summary>
    public async IAsyncEnumerable<InboxFile> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var blob in container.GetBlobsAsync(cancellationToken: cancellationToken))
            yield return new InboxFile(
                blob.Name,
                blob.Properties.ContentLength ?? 0,
                blob.Properties.LastModified ?? default) { ETag = blob.Properties.ETag ?? default };
    }

    /// <summary>Drops a file, replacing one of the same name.</summary>
    public Task DropAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default) =>
        container.GetBlobClient(name).UploadAsync(new BinaryData(content), overwrite: true, cancellationToken);

    /// <summary>The bytes of the very file that was listed.</summary>
    /// <exception cref="StorageConflictException">It was replaced or removed since.</exception>
    /// <exception cref="UnreadableFileException">Its name leads out of the inbox.</exception>
    public async Task<ReadOnlyMemory<byte>> ReadAsync(InboxFile file, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        var options = new BlobDownloadOptions { Conditions = new BlobRequestConditions { IfMatch = file.ETag } };
        try
        {
            return (await Client(file).DownloadContentAsync(options, cancellationToken)).Value.Content.ToMemory();
        }
        catch (RequestFailedException changed) when (changed.Status is 404 or 412)
        {
            throw Changed(file, changed);
        }
    }

    /// <summary>
    /// Removes the very file that was listed, once its bytes are stored as a snapshot. One that is gone already is no error: an earlier try
    /// may have removed it and its answer been lost.
    /// </summary>
    /// <exception cref="StorageConflictException">It was replaced since; the replacement waits for the next sweep.</exception>
    public async Task RemoveAsync(InboxFile file, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        var blob = Client(file);
        try
        {
            await blob.DeleteAsync(conditions: new BlobRequestConditions { IfMatch = file.ETag }, cancellationToken: cancellationToken);
        }
        catch (RequestFailedException changed) when (changed.Status is 404 or 412)
        {
            if (await blob.ExistsAsync(cancellationToken)) throw Changed(file, changed);
        }
    }

    /// <summary>A dot segment in a name is resolved in the address of the blob, which then is that of another place, even of another container.</summary>
    private BlobClient Client(InboxFile file) => file.Name.Split('/', '\\').Any(part => part is "." or "..")
        ? throw new UnreadableFileException(new Fault(
            "container inbox", "name of the file", "a name without the parts . and ..", $"{file.Length} bytes under a name that leads elsewhere",
            "drop the file under a plain name and delete this one with the tools of the storage account"))
        : container.GetBlobClient(file.Name);

    private static StorageConflictException Changed(InboxFile file, Exception cause) =>
        new(new Fault("container inbox", file.Name, "the file that was listed", "another or none", "list the inbox again"), cause);
}
