using Pipeline.App.Vintages;
using Pipeline.Domain;

namespace Pipeline.App.Api;

/// <summary>The routes of minerals.</summary>
internal static class MineralRoutes
{
    /// <summary>The minerals that the ordinance names, in words.</summary>
    public static Bilingual OfOrdinance { get; } = Code.Words(Term.MineralSet, "ordinance");

    /// <summary>The parameter that names a mineral in a path.</summary>
    public static ApiParameter Id { get; } = new("id", new("鉱種の識別子。", "Identifier of a mineral."), new ChoiceRule([.. MineralCatalogue.All.Select(mineral => mineral.Id)])) { Example = "cobalt" };

    private static readonly ApiParameter Group = new(
        "group", new("鉱種の区分。コンマ区切りで複数。", "Kinds of metal, with commas between."), new ChoiceRule([.. MineralCatalogue.All.Select(mineral => mineral.Group).Distinct(StringComparer.Ordinal)])) { IsList = true };

    private static readonly ApiParameter InOrdinance = new(
        "inOrdinance", new($"true は{OfOrdinance.Ja}だけ、false はそれ以外だけ。", $"'true' for the {OfOrdinance.En} only, 'false' for the others only."), new ChoiceRule(["true", "false"]));

    private static readonly CsvColumn<MineralSummary>[] Columns =
    [
        CsvColumn<MineralSummary>.Text("id", mineral => mineral.Id),
        CsvColumn<MineralSummary>.Text("label", mineral => mineral.NameEn),
        CsvColumn<MineralSummary>.Text("symbol", mineral => mineral.Symbol),
        CsvColumn<MineralSummary>.Text("group", mineral => mineral.Group),
        CsvColumn<MineralSummary>.Text("group_label", mineral => Code.Words(Term.Group, mineral.Group).En),
        CsvColumn<MineralSummary>.Truth("in_ordinance", mineral => mineral.InOrdinance),
        CsvColumn<MineralSummary>.Text("assessment", mineral => mineral.Links.Assessment),
        CsvColumn<MineralSummary>.Japanese("label_ja", mineral => mineral.NameJa),
        CsvColumn<MineralSummary>.Japanese("group_label_ja", mineral => Code.Words(Term.Group, mineral.Group).Ja),
    ];

    /// <summary>All routes.</summary>
    public static IReadOnlyList<ApiRoute> All { get; } =
    [
        new("v1/minerals", Access.Reader, "listMinerals", new("現在の版にある鉱種。", "Minerals of the current vintage."), Answers.OfView(List))
        {
            Query = [Group, InOrdinance, .. CsvForm.Parameters], Success = AnswerForm.Table<MineralList>(), Problems = [ProblemKinds.BadParameter, ProblemKinds.NoVintage],
            IsKept = true, MadeAhead = _ => ["/api/v1/minerals"],
        },
        new("v1/minerals/{id}", Access.Reader, "showMineral", new("鉱種一つ：名称、統計品目番号、含有率。", "One mineral: names, trade codes, content factors."), Answers.OfView(Show))
        {
            Path = [Id], Success = AnswerForm.Json<MineralPage>(), Problems = [ProblemKinds.NotFound, ProblemKinds.NoVintage], IsKept = true,
        },
    ];

    private static PreparedAnswer List(ApiRequest request, PublishedView view)
    {
        IReadOnlyList<string> groups = request.QueryList(Group.Name);
        bool? inOrdinance = request.Query(InOrdinance.Name) is { } written ? written == "true" : null;
        MineralSummary[] minerals = [.. Covered(view)
            .Where(mineral => (groups.Count == 0 || groups.Contains(mineral.Group)) && (inOrdinance is null || mineral.InOrdinance == inOrdinance))
            .Select(MineralSummary.Of)];
        return request.Media == MediaForm.Csv
            ? CsvForm.Answer(request, minerals, Columns, $"minerals-{view.Published.Vintage}", Freshness.Latest)
            : Answers.Prepared(request, new MineralList(Meta.Of(view), minerals), Freshness.Latest);
    }

    private static IResult Show(ApiRequest request, PublishedView view) =>
        Covered(view).FirstOrDefault(mineral => mineral.Id == request.Path("id")) is { } mineral
            ? Answers.Prepared(request, new MineralPage(Meta.Of(view), MineralSummary.Of(mineral), [.. TradeCodeTable.ForMineral(mineral.Id).Select(TradeCodeRow.Of)]), Freshness.Latest)
            : ApiProblems.NotFound(new("鉱種", "mineral"));

    private static IEnumerable<Mineral> Covered(PublishedView view) => MineralCatalogue.All.Where(mineral => view.Assessments.ContainsKey(mineral.Id));
}
