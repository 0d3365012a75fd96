using System.Runtime.CompilerServices;
using Azure.Storage.Blobs;

namespace Pipeline.Storage;

/// <summary>A briefing in the store.</summary>
/// <param name="Vintage">Vintage it belongs to.</param>
/// <param name="Subject">Mineral id, or <see cref="BriefingStore.Overview"/>.</param>
/// <param name="Language"><c>ja</c> or <c>en</c>.</param>
/// <param name="Length">Length in bytes.</param>
public sealed record StoredBriefing(string Vintage, string Subject, string Language, long Length);

/// <summary>
/// Briefings as PDF: <c>&lt;vintage&gt;/&lt;mineral&gt;.&lt;ja|en&gt;.pdf</c>, each with the list of the numbers it prints beside it
/// (<c>….numbers.json</c>). What is stored never changes.
/// </summary>
public sealed class BriefingStore
{
    /// <summary>Subject of the briefing over all minerals.</summary>
    public const string Overview = "overview";

    private const string ContentType = "application/pdf";
    private const string ListType = "application/json";
    private const string Pdf = "pdf";
    private const string Numbers = "numbers.json";

    private readonly ImmutableBlobs blobs;

    internal BriefingStore(BlobContainerClient container) => blobs = new ImmutableBlobs(container);

    /// <summary>Stores a briefing; false when the same one was there already.</summary>
    /// <exception cref="ImmutableContentException">The vintage has another briefing of this subject and language.</exception>
    public Task<bool> PutAsync(
        string vintage, string subject, string language, ReadOnlyMemory<byte> pdf, CancellationToken cancellationToken = default) =>
        blobs.PutAsync(Name(vintage, subject, language, Pdf), pdf, ContentType, compress: false, cancellationToken);

    /// <summary>The briefing's bytes, or null when there is none.</summary>
    public Task<StoredContent?> TryGetAsync(
        string vintage, string subject, string language, CancellationToken cancellationToken = default) =>
        blobs.TryGetAsync(Name(vintage, subject, language, Pdf), cancellationToken);

    /// <summary>Stores the list of the numbers that a briefing prints; false when the same one was there already.</summary>
    /// <exception cref="ImmutableContentException">The vintage has another list for this subject and language.</exception>
    public Task<bool> PutNumbersAsync(
        string vintage, string subject, string language, ReadOnlyMemory<byte> json, CancellationToken cancellationToken = default) =>
        blobs.PutAsync(Name(vintage, subject, language, Numbers), json, ListType, compress: true, cancellationToken);

    /// <summary>The list of the numbers that a briefing prints, or null when there is none.</summary>
    public Task<StoredContent?> TryGetNumbersAsync(
        string vintage, string subject, string language, CancellationToken cancellationToken = default) =>
        blobs.TryGetAsync(Name(vintage, subject, language, Numbers), cancellationToken);

    /// <summary>Briefings of a vintage, in the order of subject and language.</summary>
    public async IAsyncEnumerable<StoredBriefing> ListAsync(
        string vintage, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var blob in blobs.ListAsync(BlobNames.Part(vintage, nameof(vintage)) + "/", cancellationToken))
            if (blob.Name[(vintage.Length + 1)..].Split('.') is [var subject, var language, "pdf"])
                yield return new StoredBriefing(vintage, subject, language, blob.Length);
    }

    private static string Name(string vintage, string subject, string language, string kind)
    {
        if (language is not ("ja" or "en"))
            throw new ArgumentException($"A briefing is in ja or en; found '{language}'.", nameof(language));
        if (BlobNames.Part(subject, nameof(subject)).Contains('.', StringComparison.Ordinal))
            throw new ArgumentException($"A briefing's subject has no dot; found '{subject}'.", nameof(subject));
        return $"{BlobNames.Part(vintage, nameof(vintage))}/{subject}.{language}.{kind}";
    }
}
