using Pipeline.App.Vintages;
using Pipeline.Domain;

namespace Pipeline.App.Api;

/// <summary>The routes of assessments.</summary>
internal static class AssessmentRoutes
{
    private const string Full = "full";

    private static readonly ApiParameter Evidence = new(
        "evidence", new("full は出典のセルまでの根拠を添える。", "'full' adds the evidence down to source cells."), new ChoiceRule(["none", Full])) { Default = "none" };

    /// <summary>All routes.</summary>
    public static IReadOnlyList<ApiRoute> All { get; } =
    [
        new("v1/assessments/{id}", Access.Reader, "showAssessment", new("鉱種一つの評価：指標、区間、理由、時系列。", "The assessment of one mineral: indicators, intervals, reasons, series."), Answers.OfView(Show))
        {
            Path = [MineralRoutes.Id], Query = [Evidence], Success = AnswerForm.Json<AssessmentPage>(), Problems = [ProblemKinds.BadParameter, ProblemKinds.NotFound, ProblemKinds.NoVintage],
            IsKept = true, MadeAhead = view => view.Assessments.Keys.Order(StringComparer.Ordinal).Select(mineral => $"/api/v1/assessments/{mineral}"),
        },
    ];

    private static IResult Show(ApiRequest request, PublishedView view) =>
        view.Assessments.GetValueOrDefault(request.Path("id")) is { } assessment
            ? Answers.Prepared(request, new AssessmentPage(Meta.Of(view), request.Query(Evidence.Name) == Full ? assessment : WithoutEvidence(assessment)), Freshness.Latest)
            : ApiProblems.NotFound(new("評価", "assessment"));

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
}
