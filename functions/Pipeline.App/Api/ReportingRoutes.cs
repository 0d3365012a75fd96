using Pipeline.App.Vintages;
using Pipeline.Domain;
using Pipeline.Storage;

namespace Pipeline.App.Api;

/// <summary>The routes of the reporting API, answered from the published vintage in memory.</summary>
internal static class ReportingRoutes
{
    private const string Evidence = "evidence";

    /// <summary>All routes.</summary>
    public static IReadOnlyList<ApiRoute> All(BriefingStore briefings) =>
    [
        new("health/live", Access.Anonymous, [], _ => Task.FromResult(Results.Text("live"))),
        new("health/ready", Access.Anonymous, [], request => Task.FromResult(
            request.View is null ? Results.Text("not ready", statusCode: StatusCodes.Status503ServiceUnavailable) : Results.Text("ready"))),
        new("v1/minerals", Access.Reader, [], Of(Minerals)),
        new("v1/minerals/{id}", Access.Reader, [], Of(Mineral)),
        new("v1/assessments/{id}", Access.Reader, [Evidence], Of(Assessment)),
        new("v1/briefings", Access.Reader, [], Of(Briefings)),
        new("v1/briefings/{id}/content", Access.Reader, [], Of((request, view) => BriefingAsync(request, view, briefings))),
    ];

    private static Func<ApiRequest, Task<IResult>> Of(Func<ApiRequest, PublishedView, Task<IResult>> answer) =>
        request => request.View is { } view ? answer(request, view) : Task.FromResult(ApiProblems.NoVintage());

    private static Func<ApiRequest, Task<IResult>> Of(Func<ApiRequest, PublishedView, IResult> answer) =>
        Of((request, view) => Task.FromResult(answer(request, view)));

    private static IResult Minerals(ApiRequest request, PublishedView view) =>
        Json(new MineralList(Meta.Of(view), [.. Covered(view).Select(MineralSummary.Of)]));

    private static IResult Mineral(ApiRequest request, PublishedView view) =>
        Covered(view).FirstOrDefault(mineral => mineral.Id == request.Path("id")) is { } mineral
            ? Json(new MineralPage(Meta.Of(view), MineralSummary.Of(mineral), [.. TradeCodeTable.ForMineral(mineral.Id).Select(TradeCodeRow.Of)]))
            : ApiProblems.NotFound("mineral");

    private static IResult Assessment(ApiRequest request, PublishedView view)
    {
        string[] known = ["none", "full"];
        string wanted = request.Query(Evidence) ?? known[0];
        if (!known.Contains(wanted))
        {
            return ApiProblems.BadParameter(Evidence, known);
        }

        return view.Assessments.GetValueOrDefault(request.Path("id")) is { } assessment
            ? Json(new AssessmentPage(Meta.Of(view), wanted == "full" ? assessment : WithoutEvidence(assessment)))
            : ApiProblems.NotFound("assessment");
    }

    private static IResult Briefings(ApiRequest request, PublishedView view) =>
        Json(new BriefingList(Meta.Of(view), [.. view.Manifest.Briefings.Select(BriefingRow.Of)]));

    private static async Task<IResult> BriefingAsync(ApiRequest request, PublishedView view, BriefingStore briefings)
    {
        BriefingFile? file = view.Manifest.Briefings.FirstOrDefault(briefing => BriefingRow.IdOf(briefing) == request.Path("id"));
        if (file is null)
        {
            return ApiProblems.NotFound("briefing");
        }

        StoredContent content = await briefings.TryGetAsync(view.Published.Vintage, file.Mineral, file.Language, request.Cancellation)
            ?? throw new MissingContentException(new Fault(
                $"vintage {view.Published.Vintage}", BriefingRow.IdOf(file), "a stored briefing", "none", "start the refresh of this quarter again"));
        return Results.Bytes(content.Bytes, "application/pdf", $"{file.Mineral}.{file.Language}.pdf", entityTag: new($"\"{file.Sha256}\""));
    }

    private static IEnumerable<Mineral> Covered(PublishedView view) => MineralCatalogue.All.Where(mineral => view.Assessments.ContainsKey(mineral.Id));

    /// <summary>
    /// The same figures without their trees, which make up most of the bytes, and without the formulas, which say nothing without the trees.
    /// </summary>
    private static MineralAssessment WithoutEvidence(MineralAssessment assessment) => assessment with
    {
        Results = [.. assessment.Results.Select(result => result with
        {
            Evidence = [],
            Formulas = [],
            Contributions = [.. result.Contributions.Select(contribution => contribution with { Evidence = Bare(contribution.Evidence) })],
        })],
        Imports = [.. assessment.Imports.Select(year => year with { Evidence = year.Evidence is { } evidence ? Bare(evidence) : null, ScrapEvidence = null })],
    };

    private static EvidenceNode Bare(EvidenceNode node) => node with { Inputs = [], Cells = [], Formula = null };

    private static IResult Json<T>(T answer) => Results.Json(answer, PipelineJson.Options);
}
