using System.IO.Compression;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Pipeline.Domain;

namespace Pipeline.Storage;

/// <summary>Content as it was stored.</summary>
/// <param name="Bytes">The bytes, checked against the hash that was recorded with them.</param>
/// <param name="ContentType">Media type.</param>
public sealed record StoredContent(ReadOnlyMemory<byte> Bytes, string ContentType);

/// <summary>A name in a store.</summary>
/// <param name="Name">The name, unique in its store.</param>
/// <param name="Length">Stored length in bytes; for compressed content the compressed length.</param>
public sealed record StoredName(string Name, long Length);

/// <summary>
/// A container whose blobs are created and never changed. Writing the same bytes again is no event, so that a step may run twice;
/// writing other bytes under a taken name is an error. The hash beside each blob is that of the content before compression.
/// </summary>
internal sealed class ImmutableBlobs(BlobContainerClient container)
{
    private const string HashKey = "sha256";
    private const string Gzip = "gzip";

    /// <summary>Stores the content; false when the same content was there already.</summary>
    /// <exception cref="ImmutableContentException">Other content has the name.</exception>
    public async Task<bool> PutAsync(
        string name, ReadOnlyMemory<byte> content, string contentType, bool compress, CancellationToken cancellationToken)
    {
        var hash = ContentHash.Of(content.Span);
        var blob = container.GetBlobClient(name);
        var options = new BlobUploadOptions
        {
            Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
            HttpHeaders = new BlobHttpHeaders { ContentType = contentType, ContentEncoding = compress ? Gzip : null },
            Metadata = new Dictionary<string, string> { [HashKey] = hash },
        };
        try
        {
            await blob.UploadAsync(new BinaryData(compress ? Compress(content) : content), options, cancellationToken);
            return true;
        }
        catch (RequestFailedException taken) when (taken.Status is 409 or 412)
        {
            var there = await blob.GetPropertiesAsync(cancellationToken: cancellationToken);
            var found = there.Value.Metadata.TryGetValue(HashKey, out var recorded) ? recorded : "content without a hash";
            return found == hash ? false : throw new ImmutableContentException(new Fault(
                $"container {container.Name}", name, $"the stored content, sha-256 {found}", $"sha-256 {hash}",
                "find what makes the result differ between two runs; stored content is never replaced"), taken);
        }
    }

    /// <summary>The content, or null when the name is free.</summary>
    public async Task<StoredContent?> TryGetAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            var answer = (await container.GetBlobClient(name).DownloadContentAsync(cancellationToken)).Value;
            var bytes = answer.Details.ContentEncoding == Gzip ? Decompress(answer.Content) : answer.Content.ToMemory();
            var hash = ContentHash.Of(bytes.Span);
            if (answer.Details.Metadata.TryGetValue(HashKey, out var recorded) && recorded == hash)
                return new StoredContent(bytes, answer.Details.ContentType);
            throw new CorruptContentException(new Fault(
                $"container {container.Name}", name, $"sha-256 {recorded ?? "recorded beside it"}", $"sha-256 {hash}",
                "restore the blob from the account's backup"));
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }

    public async Task<bool> ExistsAsync(string name, CancellationToken cancellationToken) =>
        await container.GetBlobClient(name).ExistsAsync(cancellationToken);

    /// <summary>Names with the prefix, in ordinal order.</summary>
    public async IAsyncEnumerable<StoredName> ListAsync(
        string? prefix, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var blob in container.GetBlobsAsync(prefix: prefix, cancellationToken: cancellationToken))
            yield return new StoredName(blob.Name, blob.Properties.ContentLength ?? 0);
    }

    private static ReadOnlyMemory<byte> Compress(ReadOnlyMemory<byte> content)
    {
        var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(content.Span);
        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }

    private static ReadOnlyMemory<byte> Decompress(BinaryData content)
    {
        var buffer = new MemoryStream();
        using (var gzip = new GZipStream(content.ToStream(), CompressionMode.Decompress)) gzip.CopyTo(buffer);
        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }
}
