using Pipeline.App.Vintages;
using Pipeline.Domain;

namespace Pipeline.App.Api;

/// <summary>The routes of minerals.</summary>
internal static class MineralRoutes
{
    /// <summary>The parameter that names a mineral in a path.</summary>
    public static ApiParameter Id { get; } = new("id", new("鉱種の識別子。", "Identifier of a mineral."), new ChoiceRule([.. MineralCatalogue.All.Select(mineral => mineral.Id)])) { Example = "cobalt" };

    /// <summary>All routes.</summary>
    public static IReadOnlyList<ApiRoute> All { get; } =
    [
        new("v1/minerals", Access.Reader, "listMinerals", new("現在の版にある鉱種。", "Minerals of the current vintage."), Answers.OfView(List))
        {
            Success = AnswerForm.Json<MineralList>(), Problems = [ProblemKinds.NoVintage], IsKept = true, MadeAhead = _ => ["/api/v1/minerals"],
        },
        new("v1/minerals/{id}", Access.Reader, "showMineral", new("鉱種一つ：名称、統計品目番号、含有率。", "One mineral: names, trade codes, content factors."), Answers.OfView(Show))
        {
            Path = [Id], Success = AnswerForm.Json<MineralPage>(), Problems = [ProblemKinds.NotFound, ProblemKinds.NoVintage], IsKept = true,
        },
    ];

    private static IResult List(ApiRequest request, PublishedView view) =>
        Answers.Prepared(request, new MineralList(Meta.Of(view), [.. Covered(view).Select(MineralSummary.Of)]), Freshness.Latest);

    private static IResult Show(ApiRequest request, PublishedView view) =>
        Covered(view).FirstOrDefault(mineral => mineral.Id == request.Path("id")) is { } mineral
            ? Answers.Prepared(request, new MineralPage(Meta.Of(view), MineralSummary.Of(mineral), [.. TradeCodeTable.ForMineral(mineral.Id).Select(TradeCodeRow.Of)]), Freshness.Latest)
            : ApiProblems.NotFound(new("鉱種", "mineral"));

    private static IEnumerable<Mineral> Covered(PublishedView view) => MineralCatalogue.All.Where(mineral => view.Assessments.ContainsKey(mineral.Id));
}
