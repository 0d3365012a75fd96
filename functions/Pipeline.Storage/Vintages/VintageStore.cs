using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Pipeline.Domain;

namespace Pipeline.Storage;

/// <summary>
/// Vintages: the assessments of a quarter as they were known at one time. Files are written under the vintage's name, which nobody reads
/// yet; publishing is one conditional write of the blob <c>current</c>, which names the current vintage and all published ones, so a
/// half-written vintage is never seen. A published vintage never changes: a correction is a new one.
/// </summary>
public sealed class VintageStore
{
    /// <summary>The file that every vintage has, written last.</summary>
    public const string Manifest = "manifest.json";

    private const string Pointer = "current";

    private readonly BlobContainerClient container;
    private readonly ImmutableBlobs blobs;

    internal VintageStore(BlobContainerClient container) => (this.container, blobs) = (container, new ImmutableBlobs(container));

    /// <summary>Stores a file of a vintage, such as <c>assessments/cobalt.json</c>; false when the same one was there already.</summary>
    /// <exception cref="ImmutableContentException">The vintage has another file of this name.</exception>
    public Task<bool> PutAsync(
        string vintage, string file, ReadOnlyMemory<byte> content, string contentType, CancellationToken cancellationToken = default) =>
        blobs.PutAsync(Name(vintage, file), content, contentType, compress: false, cancellationToken);

    /// <summary>A file of a vintage, published or not; null when there is none.</summary>
    public Task<StoredContent?> TryGetAsync(string vintage, string file, CancellationToken cancellationToken = default) =>
        blobs.TryGetAsync(Name(vintage, file), cancellationToken);

    /// <summary>Files of a vintage by name within it, in ordinal order.</summary>
    public async IAsyncEnumerable<StoredName> FilesAsync(
        string vintage, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var prefix = Id(vintage) + "/";
        await foreach (var blob in blobs.ListAsync(prefix, cancellationToken)) yield return blob with { Name = blob.Name[prefix.Length..] };
    }

    /// <summary>The current vintage, or null before the first.</summary>
    public async Task<PublishedVintage?> CurrentAsync(CancellationToken cancellationToken = default) =>
        (await ListAsync(cancellationToken)) is [var current, ..] ? current : null;

    /// <summary>Published vintages, the current one first, then by falling ordinal.</summary>
    public async Task<IReadOnlyList<PublishedVintage>> ListAsync(CancellationToken cancellationToken = default) =>
        (await ReadPointerAsync(cancellationToken)).Published;

    /// <summary>
    /// Publishes a vintage whose manifest is stored. May be called again, by any number of processes at once: a vintage is published
    /// once, and the pointer never moves to a lower ordinal.
    /// </summary>
    /// <exception cref="MissingContentException">The vintage has no manifest: it is not complete.</exception>
    /// <exception cref="VintageOrderException">The ordinal is another vintage's, or the vintage has another ordinal.</exception>
    public async Task<Publication> PublishAsync(PublishedVintage vintage, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(vintage);
        if (!await blobs.ExistsAsync(Name(vintage.Vintage, Manifest), cancellationToken))
            throw new MissingContentException(
                new Fault(
                    "container vintages", vintage.Vintage, $"a stored {Manifest}", "none", "store the whole vintage before publishing it"));

        while (true)
        {
            var (published, etag) = await ReadPointerAsync(cancellationToken);
            if (Taken(published, vintage)) return Publication.WasPublished;

            var added = vintage with { PublishedAt = vintage.PublishedAt.ToUniversalTime() };
            IReadOnlyList<PublishedVintage> next = [.. published.Append(added).OrderByDescending(one => one.Ordinal)];
            if (await TryWritePointerAsync(next, etag, cancellationToken))
                return next[0].Vintage == vintage.Vintage ? Publication.BecameCurrent : Publication.JoinedBehindCurrent;
        }
    }

    /// <summary>True when the vintage is published already; an error when it cannot be.</summary>
    private static bool Taken(IReadOnlyList<PublishedVintage> published, PublishedVintage vintage)
    {
        var same = published.FirstOrDefault(one => one.Vintage == vintage.Vintage || one.Ordinal == vintage.Ordinal);
        if (same is null) return false;
        if (same.Vintage == vintage.Vintage && same.Ordinal == vintage.Ordinal) return true;
        throw new VintageOrderException(new Fault(
            "published vintages", vintage.Vintage,
            $"{same.Vintage} with ordinal {same.Ordinal}", $"{vintage.Vintage} with ordinal {vintage.Ordinal}",
            "give a correction its own vintage id and the next ordinal"));
    }

    private async Task<(IReadOnlyList<PublishedVintage> Published, ETag? ETag)> ReadPointerAsync(CancellationToken cancellationToken)
    {
        try
        {
            var answer = (await container.GetBlobClient(Pointer).DownloadContentAsync(cancellationToken)).Value;
            return (StorageJson.Read<PublishedVintage[]>(answer.Content), answer.Details.ETag);
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return ([], null);
        }
    }

    private async Task<bool> TryWritePointerAsync(
        IReadOnlyList<PublishedVintage> published, ETag? read, CancellationToken cancellationToken)
    {
        var options = new BlobUploadOptions
        {
            Conditions = read is { } etag
                ? new BlobRequestConditions { IfMatch = etag }
                : new BlobRequestConditions { IfNoneMatch = ETag.All },
            HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" },
        };
        var meant = new BinaryData(StorageJson.Write(published));
        var tries = SentAgain.Watch();
        try
        {
            await container.GetBlobClient(Pointer).UploadAsync(meant, options, cancellationToken);
            return true;
        }
        catch (RequestFailedException changed) when (changed.Status is 409 or 412)
        {
            if (!ConditionalWrite.MayBeDone(changed, tries)) return false;
            // An earlier try may have moved the pointer; then it is as this call meant it to be, unless another has moved it on since.
            return (await container.GetBlobClient(Pointer).DownloadContentAsync(cancellationToken)).Value.Content.ToMemory().Span
                .SequenceEqual(meant.ToMemory().Span);
        }
    }

    private static string Name(string vintage, string file) => $"{Id(vintage)}/{BlobNames.Path(file, nameof(file))}";

    private static string Id(string vintage) => char.IsAsciiDigit(BlobNames.Part(vintage, nameof(vintage))[0])
        ? vintage
        : throw new ArgumentException($"A vintage id starts with its year; found '{vintage}'.", nameof(vintage));
}
