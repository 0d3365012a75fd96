using Pipeline.App.Changes.Causes;
using Pipeline.App.Vintages;
using Pipeline.Domain;
using Pipeline.Storage;

namespace Pipeline.App.Api;

/// <summary>The routes of assessments: all minerals against each other, one mineral whole, and why its figures moved.</summary>
/// <param name="storage">Storage account.</param>
/// <param name="causes">Tells why figures moved.</param>
/// <param name="stopping">Ends what is being read when the program stops.</param>
internal sealed class AssessmentRoutes(StorageAccount storage, KnownCauses causes, CancellationToken stopping)
{
    private const string Full = "full";
    private const int VintagesKept = 4;

    private static readonly ApiParameter Evidence = new(
        "evidence", new("full は出典のセルまでの根拠を添える。", "'full' adds the evidence down to source cells."), new ChoiceRule(["none", Full])) { Default = "none" };

    private static readonly ApiParameter Minerals = MineralRoutes.Id with { Name = "mineral", Meaning = new("鉱種。コンマ区切りで複数。", "Minerals, with commas between."), IsList = true };

    private static readonly ApiParameter From = VintageRoutes.OfVintage with
    {
        Name = "from", Meaning = new("比べる前の版（識別子、または四半期）。指定がなければ to の一つ前の版。", "The vintage that is compared from, by identifier or quarter; without it the one before 'to'."), Example = "2026Q4",
    };

    private static readonly ApiParameter To = VintageRoutes.OfVintage with { Name = "to", Meaning = new("比べる後の版（識別子、または四半期）。指定がなければ現在の版。", "The vintage that is compared with it, by identifier or quarter; without it the current one."), Example = "2026Q4" };

    private readonly ComputedOnce<PublishedVintage, AssessedVintage> others = new(
        async published => AssessedVintage.Of(await PublishedView.LoadAsync(storage.Vintages, published, stopping)), VintagesKept, stopping);

    /// <summary>All routes.</summary>
    public IReadOnlyList<ApiRoute> All =>
    [
        new("v1/assessments", Access.Reader, "listAssessments", new("全鉱種の指標と五つの要素、幅、理由、不足している入力。要素の評点は部内限り。", "Indicators and the five factors of every mineral, with intervals, reasons and missing inputs; factor scores are internal."), Answers.OfView(ListAsync))
        {
            Query = [Minerals, VintageChoice.AsOf, .. CsvForm.Parameters], Success = AnswerForm.Table<AssessmentList>(),
            Problems = [ProblemKinds.BadParameter, ProblemKinds.NotFound, ProblemKinds.CannotBeComputed, ProblemKinds.NoVintage, ProblemKinds.TooManyWait],
            IsKept = true, IsPinnable = true, MadeAhead = _ => ["/api/v1/assessments"],
        },
        new("v1/assessments/{id}", Access.Reader, "showAssessment", new("鉱種一つの評価：指標、幅、理由、時系列。", "The assessment of one mineral: indicators, intervals, reasons, series."), Answers.OfView(ShowAsync))
        {
            Path = [MineralRoutes.Id], Query = [Evidence, VintageChoice.AsOf], Success = AnswerForm.Json<AssessmentPage>(),
            Problems = [ProblemKinds.BadParameter, ProblemKinds.NotFound, ProblemKinds.NoVintage],
            IsKept = true, IsPinnable = true, MadeAhead = view => view.Assessments.Keys.Order(StringComparer.Ordinal).Select(mineral => $"/api/v1/assessments/{mineral}"),
        },
        new("v1/assessments/{id}/explain", Access.Reader, "explainAssessment", new("数値が動いた理由：新しいデータ、データの改定、パラメータ、算定方法。", "What moved the figures of a mineral: new data, revised data, parameters, method."), Answers.OfView(ExplainAsync))
        {
            Path = [MineralRoutes.Id], Query = [From, To], Success = AnswerForm.Json<CausesAnswer>(),
            Problems = [ProblemKinds.BadParameter, ProblemKinds.NotFound, ProblemKinds.CannotBeComputed, ProblemKinds.NoVintage, ProblemKinds.TooManyWait],
        },
    ];

    private async Task<IResult> ListAsync(ApiRequest request, PublishedView view)
    {
        if (await VintageChoice.FindAsync(request.Query(VintageChoice.AsOf.Name), view, () => storage.Vintages.ListAsync(request.Cancellation)) is not { } chosen)
        {
            return ApiProblems.NoSuchVintage();
        }

        if ((chosen.Published.Vintage == view.Published.Vintage ? Task.FromResult(AssessedVintage.Of(view)) : others.TryOf(chosen.Published)) is not { } reading)
        {
            return ApiProblems.TooManyWait();
        }

        AssessedVintage vintage = await reading.WaitAsync(request.Cancellation);
        IReadOnlyList<string> wanted = request.QueryList(Minerals.Name);
        AssessmentRow[] rows = [.. vintage.Rows.Where(row => wanted.Count == 0 || wanted.Contains(row.Mineral.Id))];
        PreparedAnswer answer = request.Media == MediaForm.Csv
            ? CsvForm.Answer(request, rows.SelectMany(row => row.Results.Select(result => (row, result))), AssessmentCsv.Columns, $"assessments-{chosen.Published.Vintage}", chosen.Freshness)
            : Answers.Prepared(request, new AssessmentList(vintage.Meta, Labels.Highest(rows.SelectMany(row => row.Results).Select(result => result.Label)), rows), chosen.Freshness);
        return answer with { IsOfView = chosen.IsSettled, Link = $"{PageLinks.Licence}, {PageLinks.Description}, {Citation(chosen.Published.Vintage, request.Query(Minerals.Name), request.Media)}" };
    }

    /// <summary>The same question to the vintage that answered it, for citing.</summary>
    private static string Citation(string vintage, string? minerals, MediaForm media) =>
        $"</api/v1/assessments?asOf={vintage}{(minerals is null ? string.Empty : "&mineral=" + minerals)}{(media == MediaForm.Csv ? "&format=csv" : string.Empty)}>; rel=\"cite-as\"";

    private async Task<IResult> ShowAsync(ApiRequest request, PublishedView view)
    {
        if (await VintageChoice.FindAsync(request.Query(VintageChoice.AsOf.Name), view, () => storage.Vintages.ListAsync(request.Cancellation)) is not { } chosen)
        {
            return ApiProblems.NoSuchVintage();
        }

        if (await view.TryAssessmentAsync(storage.Vintages, chosen.Published.Vintage, request.Path("id"), request.Cancellation) is not { } assessment)
        {
            return ApiProblems.NotFound(new("評価", "assessment"));
        }

        Meta meta = Meta.Of(chosen.Published, await view.ManifestAsync(storage.Vintages, chosen.Published.Vintage, request.Cancellation));
        return Answers.Prepared(request, new AssessmentPage(meta, request.Query(Evidence.Name) == Full ? assessment : WithoutEvidence(assessment)), chosen.Freshness) with
        {
            IsOfView = chosen.IsSettled,
        };
    }

    private async Task<IResult> ExplainAsync(ApiRequest request, PublishedView view)
    {
        if (!view.Assessments.ContainsKey(request.Path("id")))
        {
            return ApiProblems.NotFound(new("評価", "assessment"));
        }

        IReadOnlyList<PublishedVintage> published = await storage.Vintages.ListAsync(request.Cancellation);
        if ((request.Query(To.Name) is { } to ? VintageLookup.Published(published, to) : view.Published) is not { } after
            || (request.Query(From.Name) is { } from ? VintageLookup.Published(published, from) : VintageLookup.Before(published, after)) is not { } before)
        {
            return ApiProblems.NoSuchVintage();
        }

        if (causes.TryOf(before.Vintage, after.Vintage) is not { } computing)
        {
            return ApiProblems.TooManyWait();
        }

        CausesReport report = await computing.WaitAsync(request.Cancellation);
        // Causes are computed by the present code: they may be told apart otherwise after the next version.
        return Answers.Prepared(request, CausesAnswer.Of(report.Only(request.Path("id"))), Freshness.Latest);
    }

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
