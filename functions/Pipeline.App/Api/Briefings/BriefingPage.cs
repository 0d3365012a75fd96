using Pipeline.App.Vintages;
using Pipeline.Domain;
using Pipeline.Storage;

namespace Pipeline.App.Api;

/// <summary>Answer of <c>/briefings/{id}</c>: what a briefing is and what it rests on.</summary>
/// <param name="Meta">Vintage of the briefing.</param>
/// <param name="Briefing">The briefing with its length, hash and addresses.</param>
/// <param name="MediaType">Media type of the file.</param>
/// <param name="Label">Who may see it: the highest label of what it shows; factor scores are left out before anything is laid out.</param>
/// <param name="ClassificationJa">The same in Japanese words.</param>
/// <param name="ClassificationEn">The same in English words.</param>
/// <param name="NumbersSha256">Hash of the list of the numbers that it prints; none in a vintage of an earlier version.</param>
/// <param name="Previous">Vintage that it compares with, or none.</param>
/// <param name="Files">Files that its vintage rests on.</param>
internal sealed record BriefingPage(
    Meta Meta, BriefingRow Briefing, string MediaType, AccessLabel Label, string ClassificationJa, string ClassificationEn, string? NumbersSha256, string? Previous, IReadOnlyList<SourceFileRow> Files)
{
    /// <summary>The page of a briefing.</summary>
    public static BriefingPage Of(PublishedVintage published, VintageManifest manifest, BriefingFile file, AccessLabel label)
    {
        Bilingual classification = Code.Words(Term.Label, Code.Of(label));
        return new BriefingPage(
            Meta.Of(published, manifest), BriefingRow.Of(file, published.Vintage), MediaForm.Pdf.Type, label, classification.Ja, classification.En, file.Numbers, manifest.Previous?.Vintage,
            [.. manifest.Snapshots.Select(SourceFileRow.Of)]);
    }
}
