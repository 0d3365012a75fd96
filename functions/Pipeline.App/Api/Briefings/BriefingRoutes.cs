using System.Text.RegularExpressions;
using Pipeline.App.Vintages;
using Pipeline.Storage;

namespace Pipeline.App.Api;

/// <summary>The routes of briefings: which there are, and the files.</summary>
internal sealed partial class BriefingRoutes(BriefingStore briefings)
{
    /// <summary>The parameter that names a briefing in a path.</summary>
    public static ApiParameter Id { get; } = new(
        "id", new("概要資料の識別子（cobalt.ja など）。", "Identifier of a briefing, such as cobalt.ja."),
        new ShapeRule(Identifier(), new("cobalt.ja のような識別子", "an identifier such as cobalt.ja"))) { Example = "cobalt.ja" };

    /// <summary>All routes.</summary>
    public IReadOnlyList<ApiRoute> All =>
    [
        new("v1/briefings", Access.Reader, "listBriefings", new("現在の版の概要資料。", "Briefings of the current vintage."), Answers.OfView(List))
        {
            Success = AnswerForm.Json<BriefingList>(), Problems = [ProblemKinds.NoVintage], IsKept = true, MadeAhead = _ => ["/api/v1/briefings"],
        },
        new("v1/briefings/{id}/content", Access.Reader, "downloadBriefing", new("概要資料の PDF。", "The PDF of a briefing."), Answers.OfView(ContentAsync))
        {
            Path = [Id], Success = AnswerForm.Of(MediaForm.Pdf), Problems = [ProblemKinds.NotFound, ProblemKinds.RangeNotSatisfiable, ProblemKinds.NoVintage], IsKept = true,
        },
    ];

    private static IResult List(ApiRequest request, PublishedView view) =>
        Answers.Prepared(request, new BriefingList(Meta.Of(view), [.. view.Manifest.Briefings.Select(BriefingRow.Of)]), Freshness.Latest);

    private async Task<IResult> ContentAsync(ApiRequest request, PublishedView view)
    {
        if (view.Manifest.Briefings.FirstOrDefault(briefing => BriefingRow.IdOf(briefing) == request.Path("id")) is not { } file)
        {
            return ApiProblems.NotFound(new("概要資料", "briefing"));
        }

        StoredContent content = await briefings.TryGetAsync(view.Published.Vintage, file.Mineral, file.Language, request.Cancellation)
            ?? throw new MissingContentException(new Domain.Fault(
                $"vintage {view.Published.Vintage}", BriefingRow.IdOf(file), "a stored briefing", "none", "start the refresh of this quarter again"));
        return new PreparedAnswer(new Representation(MediaForm.Pdf, content.Bytes.ToArray()), Freshness.Latest) { FileName = $"{file.Mineral}.{file.Language}.pdf" };
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{0,40}\\.(ja|en)$")]
    private static partial Regex Identifier();
}
