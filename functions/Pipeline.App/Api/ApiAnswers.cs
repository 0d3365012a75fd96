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
internal sealed record MineralList(Meta Meta, IReadOnlyList<MineralSummary> Minerals);

/// <summary>A mineral with the addresses that lead on from it.</summary>
internal sealed record MineralSummary(string Id, string NameJa, string NameEn, string Symbol, string Group, bool InOrdinance, MineralLinks Links)
{
    /// <summary>The row of a mineral.</summary>
    public static MineralSummary Of(Mineral mineral) => new(
        mineral.Id, mineral.NameJa, mineral.NameEn, mineral.Symbol, mineral.Group, mineral.InOrdinance,
        new MineralLinks($"/api/v1/minerals/{mineral.Id}", $"/api/v1/assessments/{mineral.Id}", $"/api/v1/briefings/{mineral.Id}.ja/content", $"/api/v1/briefings/{mineral.Id}.en/content"));
}

/// <summary>Addresses of a mineral.</summary>
internal sealed record MineralLinks(string Self, string Assessment, string BriefingJa, string BriefingEn);

/// <summary>Answer of <c>/minerals/{id}</c>.</summary>
internal sealed record MineralPage(Meta Meta, MineralSummary Mineral, IReadOnlyList<TradeCodeRow> TradeCodes);

/// <summary>A trade code of a mineral: what it counts for and with which content.</summary>
internal sealed record TradeCodeRow(string Code, Stage Stage, double? ContentFactor, string Basis, Confidence Confidence, Allocation Allocation)
{
    /// <summary>The row of a code.</summary>
    public static TradeCodeRow Of(TradeCode code) => new(code.Code, code.Stage, code.ContentFactor, code.Basis, code.Confidence, code.Allocation);
}

/// <summary>Answer of <c>/assessments/{id}</c>.</summary>
internal sealed record AssessmentPage(Meta Meta, MineralAssessment Assessment);

/// <summary>Answer of <c>/briefings</c>.</summary>
internal sealed record BriefingList(Meta Meta, IReadOnlyList<BriefingRow> Briefings);

/// <summary>A briefing of the current vintage.</summary>
internal sealed record BriefingRow(string Id, string Mineral, string Language, long Length, string Sha256, string Content, string? Numbers)
{
    /// <summary>The row of a stored briefing.</summary>
    public static BriefingRow Of(BriefingFile file) => new(IdOf(file), file.Mineral, file.Language, file.Length, file.Sha256, $"/api/v1/briefings/{IdOf(file)}/content",
        file.Numbers is null ? null : $"/api/v1/briefings/{IdOf(file)}/numbers");

    /// <summary>Identifier of a briefing within a vintage: <c>cobalt.ja</c>.</summary>
    public static string IdOf(BriefingFile file) => $"{file.Mineral}.{file.Language}";
}
