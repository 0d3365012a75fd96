using System.Text.RegularExpressions;
using Pipeline.App.Vintages;
using Pipeline.Briefings;
using Pipeline.Domain;
using Pipeline.Storage;

namespace Pipeline.App.Api;

/// <summary>The routes of briefings: which there are, what each is, and the files.</summary>
internal sealed partial class BriefingRoutes(StorageAccount storage)
{
    /// <summary>Address of the list of briefings.</summary>
    public const string ListAddress = "/api/v1/briefings";

    /// <summary>The parameter that names a briefing in a path.</summary>
    public static ApiParameter Id { get; } = new(
        "id", new("概要資料の識別子（cobalt.ja など）。", "Identifier of a briefing, such as cobalt.ja."),
        new ShapeRule(Identifier(), new("cobalt.ja のような識別子", "an identifier such as cobalt.ja"))) { Example = "cobalt.ja" };

    private static readonly ApiParameter Mineral = new(
        "mineral", new("鉱種、又は全鉱種の概況を指す overview。コンマ区切りで複数。", "Minerals, or 'overview' for the briefing of all, with commas between."),
        new ChoiceRule([.. MineralCatalogue.All.Select(mineral => mineral.Id), BriefingStore.Overview])) { IsList = true, Example = "cobalt" };

    private static readonly ApiParameter LanguageOfBriefing = new("language", new("資料の言語。", "Language of the briefings."), new ChoiceRule(RequestLanguage.Codes)) { Example = "ja" };

    /// <summary>All routes.</summary>
    public IReadOnlyList<ApiRoute> All =>
    [
        new("v1/briefings", Access.Reader, "listBriefings", new("現在の版の概要資料。", "Briefings of the current vintage."), Answers.OfView(List))
        {
            Query = [Mineral, LanguageOfBriefing], Success = AnswerForm.Json<BriefingList>(), Problems = [ProblemKinds.BadParameter, ProblemKinds.NoVintage], IsKept = true,
            MadeAhead = _ => [ListAddress],
        },
        new("v1/briefings/{id}", Access.Reader, "showBriefing", new("概要資料一つ：長さ、ハッシュ、区分、何に基づくか。", "One briefing: length, hash, classification, and what it rests on."), Answers.OfView(ShowAsync))
        {
            Path = [Id], Query = [VintageRoutes.OfVintage], Success = AnswerForm.Json<BriefingPage>(), Problems = [ProblemKinds.BadParameter, ProblemKinds.NotFound, ProblemKinds.NoVintage], IsKept = true, IsPinnable = true,
        },
        new("v1/briefings/{id}/content", Access.Reader, "downloadBriefing", new("概要資料の PDF。", "The PDF of a briefing."), Answers.OfView(ContentAsync))
        {
            Path = [Id], Query = [VintageRoutes.OfVintage], Success = AnswerForm.Of(MediaForm.Pdf),
            Problems = [ProblemKinds.BadParameter, ProblemKinds.NotFound, ProblemKinds.RangeNotSatisfiable, ProblemKinds.NoVintage], IsKept = true, IsPinnable = true,
        },
    ];

    private static PreparedAnswer List(ApiRequest request, PublishedView view)
    {
        IReadOnlyList<string> minerals = request.QueryList(Mineral.Name);
        string? language = request.Query(LanguageOfBriefing.Name);
        return Answers.Prepared(
            request,
            new BriefingList(Meta.Of(view), [.. view.Manifest.Briefings
                .Where(file => (minerals.Count == 0 || minerals.Contains(file.Mineral)) && (language is null || file.Language == language))
                .Select(file => BriefingRow.Of(file, view.Published.Vintage))]),
            Freshness.Latest);
    }

    private Task<IResult> ShowAsync(ApiRequest request, PublishedView view) => OfBriefingAsync(request, view, async (found, _) => Answers.Prepared(
        request, BriefingPage.Of(found.Published, found.Manifest, found.File, await LabelAsync(found, view, request.Cancellation)), found.Freshness));

    private Task<IResult> ContentAsync(ApiRequest request, PublishedView view) => OfBriefingAsync(request, view, async (found, id) =>
    {
        StoredContent content = await storage.Briefings.TryGetAsync(found.Published.Vintage, found.File.Mineral, found.File.Language, request.Cancellation)
            ?? throw new MissingContentException(new Fault($"vintage {found.Published.Vintage}", id, "a stored briefing", "none", "start the refresh of this quarter again"));
        BriefingAddress address = new(id, found.Published.Vintage);
        return new PreparedAnswer(new Representation(MediaForm.Pdf, content.Bytes.ToArray()) { Language = RequestLanguage.Find(found.File.Language) }, found.Freshness)
        {
            FileName = $"{found.File.Mineral}.{found.File.Language}.pdf",
            Link = $"{PageLinks.Licence}, <{address.Description}>; rel=\"describedby\", <{address.Content}>; rel=\"cite-as\"",
        };
    });

    /// <summary>Answers for a briefing of the vintage that is asked for, the current one unless the caller names another.</summary>
    private async Task<IResult> OfBriefingAsync(ApiRequest request, PublishedView view, Func<Found, string, Task<PreparedAnswer>> answer)
    {
        if (await VintageChoice.FindAsync(request.Query(VintageRoutes.OfVintage.Name), view, () => storage.Vintages.ListAsync(request.Cancellation)) is not { } chosen)
        {
            return ApiProblems.NoSuchVintage();
        }

        VintageManifest manifest = await view.ManifestAsync(storage.Vintages, chosen.Published.Vintage, request.Cancellation);
        if (manifest.Briefings.FirstOrDefault(briefing => BriefingRow.IdOf(briefing) == request.Path("id")) is not { } file)
        {
            return ApiProblems.NotFound(new("概要資料", "briefing"));
        }

        return await answer(new Found(chosen.Published, manifest, file, chosen.Freshness), BriefingRow.IdOf(file)) with { IsOfView = chosen.IsSettled };
    }

    /// <summary>Who may see a briefing: it follows from the assessments of its minerals, and of those that it compares them with.</summary>
    private async Task<AccessLabel> LabelAsync(Found found, PublishedView view, CancellationToken cancellation)
    {
        string[] minerals = found.File.Mineral == BriefingStore.Overview ? [.. found.Manifest.Assessments.Select(file => file.Mineral)] : [found.File.Mineral];
        IEnumerable<Task<MineralAssessment?>> shown = minerals.Select(mineral => view.TryAssessmentAsync(storage.Vintages, found.Published.Vintage, mineral, cancellation));
        IEnumerable<Task<MineralAssessment?>> before = found.Manifest.Previous is { } previous
            ? minerals.Select(mineral => view.TryAssessmentAsync(storage.Vintages, previous.Vintage, mineral, cancellation))
            : [];
        return BriefingLabel.Of((await Task.WhenAll(shown.Concat(before))).OfType<MineralAssessment>());
    }

    private sealed record Found(PublishedVintage Published, VintageManifest Manifest, BriefingFile File, Freshness Freshness);

    [GeneratedRegex("^[a-z][a-z0-9-]{0,40}\\.(ja|en)$")]
    private static partial Regex Identifier();
}
