using Azure.Storage.Blobs;

namespace Pipeline.Storage;

/// <summary>
/// Results of the steps of one stage by step key: assessments, rendered briefings. Writing is idempotent, so a step that is killed after
/// its write, or delivered twice, changes nothing when it runs again.
/// </summary>
public sealed class StepResultStore
{
    /// <summary>Where results live in the container of what they become part of; no vintage has this name.</summary>
    internal const string Folder = "steps/";

    private readonly ImmutableBlobs blobs;

    internal StepResultStore(BlobContainerClient container) => blobs = new ImmutableBlobs(container);

    /// <summary>Stores a result; false when the same one was there already.</summary>
    /// <exception cref="ImmutableContentException">The key has another result: something the step depends on is missing from its
    /// key.</exception>
    public Task<bool> PutAsync(
        StepKey key, ReadOnlyMemory<byte> content, string contentType, CancellationToken cancellationToken = default) =>
        blobs.PutAsync(Name(key), content, contentType, compress: false, cancellationToken);

    /// <summary>The result, or null when no step with this key has stored one.</summary>
    public Task<StoredContent?> TryGetAsync(StepKey key, CancellationToken cancellationToken = default) =>
        blobs.TryGetAsync(Name(key), cancellationToken);

    private static string Name(StepKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Folder + BlobNames.Path(key.ToString(), nameof(key));
    }
}
