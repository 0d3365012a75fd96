using Pipeline.App.Vintages;

namespace Pipeline.App.Api;

/// <summary>The routes of indicators: what each means, how it is computed and which clause asks for it.</summary>
internal static class IndicatorRoutes
{
    private static readonly ApiParameter Id = new("id", new("指標又は系列の識別子。", "Identifier of an indicator or a series."), new ChoiceRule(Measures.Codes)) { Example = "production-concentration" };

    private static readonly ApiParameter Kind = new(
        "kind", new("指標の種類。コンマ区切りで複数。", "Kinds of indicators, with commas between."), new ChoiceRule(Code.All<MeasureKind>())) { IsList = true };

    private static readonly CsvColumn<IndicatorRow>[] Columns =
    [
        CsvColumn<IndicatorRow>.Text("id", row => row.Id),
        CsvColumn<IndicatorRow>.Text("kind", row => Code.Of(row.Kind)),
        CsvColumn<IndicatorRow>.Text("label", row => row.NameEn),
        CsvColumn<IndicatorRow>.Text("definition", row => row.DefinitionEn),
        CsvColumn<IndicatorRow>.Text("formula", row => row.FormulaEn),
        CsvColumn<IndicatorRow>.Text("equation", row => row.EquationEn),
        CsvColumn<IndicatorRow>.Text("basis", row => row.BasisEn),
        CsvColumn<IndicatorRow>.Text("unit", row => row.Unit),
        CsvColumn<IndicatorRow>.Text("stage", row => row.Stage),
        CsvColumn<IndicatorRow>.Text("clause", row => row.Clause),
        CsvColumn<IndicatorRow>.Number("moderate_from", row => row.Bands?.Moderate),
        CsvColumn<IndicatorRow>.Number("high_from", row => row.Bands?.High),
        CsvColumn<IndicatorRow>.Number("very_high_from", row => row.Bands?.VeryHigh),
        CsvColumn<IndicatorRow>.Text("access", row => Code.Of(row.Label)),
        CsvColumn<IndicatorRow>.Japanese("label_ja", row => row.NameJa),
        CsvColumn<IndicatorRow>.Japanese("definition_ja", row => row.DefinitionJa),
        CsvColumn<IndicatorRow>.Japanese("formula_ja", row => row.FormulaJa),
        CsvColumn<IndicatorRow>.Japanese("equation_ja", row => row.EquationJa),
        CsvColumn<IndicatorRow>.Japanese("basis_ja", row => row.BasisJa),
    ];

    /// <summary>All routes.</summary>
    public static IReadOnlyList<ApiRoute> All { get; } =
    [
        new("v1/indicators", Access.Reader, "listIndicators", new("指標と系列：意味、算定方法、単位、根拠となる条項。", "Indicators and series: meaning, formula, unit, policy clause."), Answers.OfView(List))
        {
            Query = [Kind, .. CsvForm.Parameters], Success = AnswerForm.Table<IndicatorList>(), Problems = [ProblemKinds.BadParameter, ProblemKinds.NoVintage], IsKept = true,
            MadeAhead = _ => ["/api/v1/indicators"],
        },
        new("v1/indicators/{id}", Access.Reader, "showIndicator", new("指標一つと、用いるパラメータ。", "One indicator and the parameters that it uses."), Answers.OfView(Show))
        {
            Path = [Id], Success = AnswerForm.Json<IndicatorPage>(), Problems = [ProblemKinds.NotFound, ProblemKinds.NoVintage], IsKept = true,
        },
    ];

    private static PreparedAnswer List(ApiRequest request, PublishedView view)
    {
        IReadOnlyList<string> kinds = request.QueryList(Kind.Name);
        IndicatorRow[] rows = [.. Measures.All.Where(measure => kinds.Count == 0 || kinds.Contains(Code.Of(measure.Kind))).Select(measure => IndicatorRow.Of(measure, view))];
        return request.Media == MediaForm.Csv
            ? CsvForm.Answer(request, rows, Columns, $"indicators-{view.Published.Vintage}", Freshness.Latest)
            : Answers.Prepared(request, new IndicatorList(Meta.Of(view), rows), Freshness.Latest);
    }

    private static IResult Show(ApiRequest request, PublishedView view) => Measures.Find(request.Path("id")) is { } measure
        ? Answers.Prepared(request, IndicatorPage.Of(measure, view), Freshness.Latest)
        : ApiProblems.NotFound(new("指標", "indicator"));
}
