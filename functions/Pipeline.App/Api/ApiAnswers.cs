using Pipeline.App.Vintages;
using Pipeline.Domain;
using Pipeline.Storage;

namespace Pipeline.App.Api;

/// <summary>What every answer says about where it is from.</summary>
/// <param name="Vintage">Vintage the answer was taken from, whole.</param>
/// <param name="Quarter">Quarter of the vintage.</param>
/// <param name="AsOf">Date of the newest publication used.</param>
/// <param name="PublishedAt">Time of publication.</param>
/// <param name="Method">Parameter set.</param>
/// <param name="Direction">How scores are to be read, in both languages.</param>
internal sealed record Meta(string Vintage, string Quarter, DateOnly AsOf, DateTimeOffset PublishedAt, string Method, string Direction)
{
    /// <summary>The block for a vintage.</summary>
    public static Meta Of(PublishedView view) => Of(view.Published, view.Manifest);

    /// <summary>The block for a vintage that is not in memory.</summary>
    public static Meta Of(PublishedVintage published, VintageManifest manifest) => new(
        published.Vintage, manifest.Quarter, manifest.AsOf, published.PublishedAt, manifest.Method,
        "値が大きいほどリスクが大きい / 0 = low risk, 1 = high risk");
}

/// <summary>Answer of <c>/minerals</c>.</summary>
/// <param name="Meta">Vintage of the answer.</param>
/// <param name="Minerals">Minerals of the vintage in catalogue order.</param>
internal sealed record MineralList(Meta Meta, IReadOnlyList<MineralSummary> Minerals);

/// <summary>A mineral with the addresses that lead on from it.</summary>
/// <param name="Id">Identifier, lower case.</param>
/// <param name="NameJa">Japanese name.</param>
/// <param name="NameEn">English name.</param>
/// <param name="Symbol">Chemical symbol, or symbols of a group.</param>
/// <param name="Group">Group of minerals that it belongs to.</param>
/// <param name="InOrdinance">True for one of the 34 minerals of the ordinance.</param>
/// <param name="Links">Addresses that lead on.</param>
internal sealed record MineralSummary(string Id, string NameJa, string NameEn, string Symbol, string Group, bool InOrdinance, MineralLinks Links)
{
    /// <summary>The row of a mineral.</summary>
    public static MineralSummary Of(Mineral mineral) => new(
        mineral.Id, mineral.NameJa, mineral.NameEn, mineral.Symbol, mineral.Group, mineral.InOrdinance,
        new MineralLinks($"/api/v1/minerals/{mineral.Id}", $"/api/v1/assessments/{mineral.Id}", $"/api/v1/briefings/{mineral.Id}.ja/content", $"/api/v1/briefings/{mineral.Id}.en/content"));
}

/// <summary>Addresses of a mineral.</summary>
/// <param name="Self">The mineral.</param>
/// <param name="Assessment">Its assessment.</param>
/// <param name="BriefingJa">Its briefing in Japanese, PDF.</param>
/// <param name="BriefingEn">Its briefing in English, PDF.</param>
internal sealed record MineralLinks(string Self, string Assessment, string BriefingJa, string BriefingEn);

/// <summary>Answer of <c>/minerals/{id}</c>.</summary>
/// <param name="Meta">Vintage of the answer.</param>
/// <param name="Mineral">The mineral.</param>
/// <param name="TradeCodes">Trade codes that are counted for it.</param>
internal sealed record MineralPage(Meta Meta, MineralSummary Mineral, IReadOnlyList<TradeCodeRow> TradeCodes);

/// <summary>A trade code of a mineral: what it counts for and with which content.</summary>
/// <param name="Code">Six digits of the Harmonized System, or nine of the Japanese tariff.</param>
/// <param name="Stage">Stage of the goods.</param>
/// <param name="ContentFactor">Tonnes of metal per tonne of goods, or none where it is not known.</param>
/// <param name="Basis">What the factor rests on.</param>
/// <param name="Confidence">How sure the factor is.</param>
/// <param name="Allocation">Whether the code is of this mineral alone.</param>
internal sealed record TradeCodeRow(string Code, Stage Stage, double? ContentFactor, string Basis, Confidence Confidence, Allocation Allocation)
{
    /// <summary>The row of a code.</summary>
    public static TradeCodeRow Of(TradeCode code) => new(code.Code, code.Stage, code.ContentFactor, code.Basis, code.Confidence, code.Allocation);
}

/// <summary>Answer of <c>/assessments/{id}</c>.</summary>
/// <param name="Meta">Vintage of the answer.</param>
/// <param name="Assessment">The assessment.</param>
internal sealed record AssessmentPage(Meta Meta, MineralAssessment Assessment);

/// <summary>Answer of <c>/briefings</c>.</summary>
/// <param name="Meta">Vintage of the answer.</param>
/// <param name="Briefings">Briefings by mineral and language.</param>
internal sealed record BriefingList(Meta Meta, IReadOnlyList<BriefingRow> Briefings);

/// <summary>A briefing of a vintage.</summary>
/// <param name="Id">Identifier within the vintage: mineral and language.</param>
/// <param name="Mineral">Identifier of the mineral, or of the overview.</param>
/// <param name="Language">Code of the language.</param>
/// <param name="Length">Bytes of the PDF.</param>
/// <param name="Sha256">SHA-256 of the PDF, lower-case hexadecimal.</param>
/// <param name="Content">Address of the PDF in this vintage.</param>
/// <param name="Numbers">Address of the numbers that it prints in this vintage, or none for a briefing without a list.</param>
internal sealed record BriefingRow(string Id, string Mineral, string Language, long Length, string Sha256, string Content, string? Numbers)
{
    /// <summary>The row of a stored briefing.</summary>
    /// <param name="file">The briefing.</param>
    /// <param name="vintage">Identifier of its vintage.</param>
    public static BriefingRow Of(BriefingFile file, string vintage)
    {
        BriefingAddress address = new(IdOf(file), vintage);
        return new BriefingRow(address.Id, file.Mineral, file.Language, file.Length, file.Sha256, address.Content, file.Numbers is null ? null : address.Numbers);
    }

    /// <summary>Identifier of a briefing within a vintage: <c>cobalt.ja</c>.</summary>
    public static string IdOf(BriefingFile file) => $"{file.Mineral}.{file.Language}";
}
