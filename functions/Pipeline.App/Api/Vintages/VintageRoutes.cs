using System.Text.RegularExpressions;
using Pipeline.App.Changes.Causes;
using Pipeline.App.Vintages;
using Pipeline.Storage;

namespace Pipeline.App.Api;

/// <summary>Answer of <c>/vintages</c>: published vintages, the current one first.</summary>
/// <param name="Vintages">Published vintages.</param>
internal sealed record VintageList(IReadOnlyList<VintageRow> Vintages);

/// <summary>A published vintage.</summary>
/// <param name="Vintage">Identifier.</param>
/// <param name="Current">True for the one that readers get unless they ask for another.</param>
/// <param name="PublishedAt">Time of publication.</param>
/// <param name="Self">Its address.</param>
/// <param name="Changes">Address that tells why figures moved since the vintage before it, or none for the first.</param>
internal sealed record VintageRow(string Vintage, bool Current, DateTimeOffset PublishedAt, string Self, string? Changes)
{
    /// <summary>The row of a vintage.</summary>
    /// <param name="published">Published vintages, the current one first, then by falling ordinal.</param>
    /// <param name="vintage">The vintage among them.</param>
    public static VintageRow Of(IReadOnlyList<PublishedVintage> published, PublishedVintage vintage)
    {
        string? before = VintageLookup.Before(published, vintage)?.Vintage;
        return new VintageRow(
            vintage.Vintage, vintage == published[0], vintage.PublishedAt, $"/api/v1/vintages/{vintage.Vintage}",
            before is null ? null : $"/api/v1/vintages/{before}/changes/{vintage.Vintage}");
    }
}

/// <summary>Answer of <c>/vintages/{id}</c>: what the vintage consists of and what it rests on.</summary>
/// <param name="Row">The vintage.</param>
/// <param name="Manifest">What it consists of.</param>
internal sealed record VintagePage(VintageRow Row, VintageManifest Manifest);

/// <summary>The routes of published vintages: which there are, what each rests on, and why figures moved between two of them.</summary>
/// <param name="storage">Storage account.</param>
/// <param name="causes">Reports on two vintages.</param>
internal sealed partial class VintageRoutes(StorageAccount storage, KnownCauses causes)
{
    /// <summary>The query parameter that names another vintage than the current one.</summary>
    public static ApiParameter OfVintage { get; } = new(
        "vintage", new("現在の版の代わりに使う公表版（識別子、または四半期）。", "A published vintage instead of the current one: its identifier, or a quarter, which stands for its newest vintage."),
        new ShapeRule(Identifier(), new("2026Q4-ff0fbefb のような版、または 2026Q4 のような四半期", "a vintage such as 2026Q4-ff0fbefb or a quarter such as 2026Q4")));

    private static readonly ApiParameter Mineral = MineralRoutes.Id with { Name = "mineral", Meaning = new("この鉱種だけ。", "This mineral only."), Example = null };

    /// <summary>All routes.</summary>
    public IReadOnlyList<ApiRoute> All =>
    [
        new("v1/vintages", Access.Reader, "listVintages", new("公表された版、現在の版から。", "Published vintages, the current one first."), ListAsync)
        {
            Success = AnswerForm.Json<VintageList>(),
        },
        new("v1/vintages/{id}", Access.Reader, "showVintage", new("版の内容と、何に基づくか。", "What a vintage consists of and what it rests on."), ShowAsync)
        {
            Path = [Named("id", new("版（識別子、または四半期）。四半期はその最も新しい版を指す。", "The vintage: its identifier, or a quarter, which stands for its newest vintage."))], Success = AnswerForm.Json<VintagePage>(), Problems = [ProblemKinds.NotFound],
        },
        new("v1/vintages/{before}/changes/{after}", Access.Reader, "listChanges", new("二つの版の間で数値が動いた理由。", "Why figures moved between two vintages."), ChangesAsync)
        {
            Path =
            [
                Named("before", new("比べる前の版（識別子、または四半期）。", "The vintage that is compared from, usually the earlier: its identifier, or a quarter.")),
                Named("after", new("比べる後の版（識別子、または四半期）。", "The vintage that is compared with it: its identifier, or a quarter.")),
            ],
            Query = [Mineral],
            Success = AnswerForm.Json<CausesAnswer>(), Problems = [ProblemKinds.BadParameter, ProblemKinds.NotFound, ProblemKinds.TooManyWait],
        },
    ];

    private static ApiParameter Named(string name, Bilingual meaning) => OfVintage with { Name = name, Meaning = meaning, Example = "2026Q4" };

    private async Task<IResult> ListAsync(ApiRequest request)
    {
        IReadOnlyList<PublishedVintage> published = await storage.Vintages.ListAsync(request.Cancellation);
        return Answers.Prepared(request, new VintageList([.. published.Select(vintage => VintageRow.Of(published, vintage))]), Freshness.Latest);
    }

    private async Task<IResult> ShowAsync(ApiRequest request)
    {
        IReadOnlyList<PublishedVintage> published = await storage.Vintages.ListAsync(request.Cancellation);
        return VintageLookup.Published(published, request.Path("id")) is { } vintage
            ? Answers.Prepared(
                request, new VintagePage(VintageRow.Of(published, vintage), await VintageFiles.ReadManifestAsync(storage.Vintages, vintage.Vintage, request.Cancellation)), Freshness.Latest)
            : ApiProblems.NoSuchVintage();
    }

    private async Task<IResult> ChangesAsync(ApiRequest request)
    {
        IReadOnlyList<PublishedVintage> published = await storage.Vintages.ListAsync(request.Cancellation);
        if (VintageLookup.Published(published, request.Path("before")) is not { } before || VintageLookup.Published(published, request.Path("after")) is not { } after)
        {
            return ApiProblems.NoSuchVintage();
        }

        if (causes.TryOf(before.Vintage, after.Vintage) is not { } computing)
        {
            return ApiProblems.TooManyWait();
        }

        CausesReport report = await computing.WaitAsync(request.Cancellation);
        return Answers.Prepared(request, CausesAnswer.Of(request.Query(Mineral.Name) is { } mineral ? report.Only(mineral) : report), Freshness.Latest);
    }

    [GeneratedRegex("^[0-9]{4}Q[1-4](-[0-9a-z]{1,40})?$")]
    private static partial Regex Identifier();
}
