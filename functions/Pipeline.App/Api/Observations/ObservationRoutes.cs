using System.Text.RegularExpressions;
using Pipeline.App.Vintages;
using Pipeline.Storage;

namespace Pipeline.App.Api;

/// <summary>The routes of figures: tidy rows of a vintage or of all of them, and what a figure rests on.</summary>
internal sealed partial class ObservationRoutes
{
    private static readonly ApiParameter Id = new(
        "id", new("数値の識別子。行の id にある。", "Identifier of a figure, as rows state it."),
        new ShapeRule(IdShape(), new("cobalt~production-concentration~score のような識別子", "an identifier such as cobalt~production-concentration~score")))
    { Example = "cobalt~production-concentration~score" };

    private readonly StorageAccount storage;
    private readonly FigureShelf shelf;
    private readonly KnownHistory histories;

    /// <summary>Routes over an account.</summary>
    /// <param name="storage">Storage account.</param>
    /// <param name="stopping">Ends what is being read when the program stops.</param>
    public ObservationRoutes(StorageAccount storage, CancellationToken stopping)
    {
        this.storage = storage;
        shelf = new FigureShelf(storage.Vintages, stopping);
        histories = new KnownHistory(shelf, stopping);
    }

    /// <summary>All routes.</summary>
    public IReadOnlyList<ApiRoute> All =>
    [
        new("v1/observations", Access.Reader, "listObservations", new("数値を一行に一つ、欠測も含めて返す。", "Figures, one a row, missing ones among them."), Answers.OfView(ListAsync))
        {
            Query = [.. ObservationQuestion.Parameters, .. CsvForm.Parameters], Success = AnswerForm.Table<ObservationList>(),
            Problems = [ProblemKinds.BadParameter, ProblemKinds.BadCursor, ProblemKinds.NotFound, ProblemKinds.CannotBeComputed, ProblemKinds.NoVintage, ProblemKinds.TooManyWait], IsKept = true, IsPinnable = true,
        },
        new("v1/observations/{id}/evidence", Access.Reader, "showEvidence", new("数値の根拠：出典のセル、計算式、パラメータ、訂正。", "What a figure rests on: source cells, formulas, parameters, corrections."), Answers.OfView(EvidenceAsync))
        {
            Path = [Id], Query = [VintageRoutes.OfVintage, VintageChoice.AsOf], Success = AnswerForm.Json<EvidencePage>(),
            Problems = [ProblemKinds.BadParameter, ProblemKinds.NotFound, ProblemKinds.CannotBeComputed, ProblemKinds.NoVintage], IsKept = true,
        },
    ];

    private async Task<IResult> ListAsync(ApiRequest request, PublishedView view)
    {
        ObservationQuestion question = ObservationQuestion.Of(request);
        if (question.Contradiction is { } contradiction)
        {
            return contradiction;
        }

        PageCursor? cursor = question.CursorText is { } text ? PageCursor.Read(text) : null;
        if (question.CursorText is not null && cursor?.Question != question.Hash)
        {
            return ApiProblems.BadCursor();
        }

        ChosenVintage? chosen = await VintageChoice.FindAsync(cursor?.Vintage ?? request.Query(VintageChoice.AsOf.Name), view, () => ListVintagesAsync(request));
        // A cursor that was given out names a vintage whole, and one that was published when it was.
        if (cursor is not null && (chosen?.Published.Vintage != cursor.Vintage || chosen.Published.PublishedAt > cursor.Until))
        {
            return ApiProblems.BadCursor();
        }

        if (chosen is null)
        {
            return ApiProblems.NoSuchVintage();
        }

        VintageFigures figures = await FiguresAsync(chosen.Published, view);
        IReadOnlyList<PublishedVintage> behind = question.IsOfHistory
            ? [.. (await ListVintagesAsync(request)).Where(vintage => vintage.Ordinal <= chosen.Published.Ordinal && (cursor is null || vintage.PublishedAt <= cursor.Until)).Reverse()]
            : [chosen.Published];
        if (question.Bounds.Calendar == Calendar.Fy && !figures.Figures.Any(datum => datum.Period is Domain.FiscalYear))
        {
            return ObservationQuestion.NoFiscalYears();
        }

        RevisionHistory? history = null;
        if (question.IsOfHistory)
        {
            if (histories.TryOf(behind) is not { } following)
            {
                return ApiProblems.TooManyWait();
            }

            history = await following.WaitAsync(request.Cancellation);
        }

        Revision[] rows = history is not null
            ? [.. FromHistory(question, history, figures)]
            : [.. figures.Figures.Where(question.Admits).Select(datum => new Revision(datum, chosen.Published))];
        int start = cursor?.Start ?? 0;
        if (start > 0 && start >= rows.Length)
        {
            return ApiProblems.BadCursor();
        }

        ObservationRow[] page = [.. rows.Skip(start).Take(question.PageLength).Select(row => ObservationRow.Of(row.Figure, row.Vintage.Vintage))];
        PageCursor first = new(chosen.Published.Vintage, behind.Max(vintage => vintage.PublishedAt), question.Hash, 0);
        bool isPinned = cursor is not null || (chosen.Freshness == Freshness.Pinned && !question.IsOfHistory);
        Freshness freshness = isPinned ? Freshness.Pinned : Freshness.Latest;
        PreparedAnswer answer = request.Media == MediaForm.Csv
            ? CsvForm.Answer(request, page, ObservationCsv.Columns, $"observations-{chosen.Published.Vintage}", freshness)
            : Answers.Prepared(request, new ObservationList(ObservationMeta.Of(figures, question.Bounds.Calendar, rows.Length, page, history?.Uses ?? UsesOf(figures)), page), freshness);
        return answer with
        {
            Link = PageLinks.Of(request, first, start, question.PageLength, rows.Length),
            IsOfView = isPinned || (chosen.IsSettled && !question.IsOfHistory),
        };
    }

    private static Dictionary<string, IReadOnlyList<Domain.SourceUse>> UsesOf(VintageFigures figures) => new(StringComparer.Ordinal) { [figures.Published.Vintage] = figures.Uses };

    /// <summary>Rows across vintages: with <c>latest</c> what the vintage states and an earlier one did not, if it was published since the day.</summary>
    private static IEnumerable<Revision> FromHistory(ObservationQuestion question, RevisionHistory history, VintageFigures figures)
    {
        foreach (IReadOnlyList<Revision> chain in history.Chains)
        {
            IEnumerable<Revision> asked = question.Revisions switch
            {
                Revisions.First => chain.Take(1),
                Revisions.All => chain,
                // As the vintage states it: what is not known may speak of a later period than when that was first said.
                _ => figures.Find(chain[^1].Figure.Id) is { } present && Equals(present.KnownPeriod, chain[^1].Figure.KnownPeriod) ? [chain[^1] with { Figure = present }] : [],
            };
            foreach (Revision revision in asked.Where(revision => question.Admits(revision.Figure) && (question.Since is not { } day || DateOnly.FromDateTime(revision.Vintage.PublishedAt.UtcDateTime) >= day)))
            {
                yield return revision;
            }
        }
    }

    private async Task<IResult> EvidenceAsync(ApiRequest request, PublishedView view)
    {
        string? named = request.Query(VintageRoutes.OfVintage.Name);
        if (named is not null && request.Query(VintageChoice.AsOf.Name) is not null)
        {
            return ParameterProblems.Together(VintageRoutes.OfVintage.Name, new("vintage と asOf はどちらか一方だけ指定してください。", "'vintage' and 'asOf' exclude each other."));
        }

        if (await VintageChoice.FindAsync(named ?? request.Query(VintageChoice.AsOf.Name), view, () => ListVintagesAsync(request)) is not { } chosen)
        {
            return ApiProblems.NoSuchVintage();
        }

        VintageFigures figures = await FiguresAsync(chosen.Published, view);
        if (figures.Find(request.Path("id")) is not { } datum)
        {
            return ApiProblems.NotFound(new("数値", "figure"));
        }

        Domain.MineralAssessment assessment = await view.AssessmentAsync(storage.Vintages, chosen.Published.Vintage, datum.Mineral, request.Cancellation);
        // The tree is resolved, and corrections are told, by the present code: they may be told otherwise after the next version.
        return Answers.Prepared(request, EvidencePage.Of(figures, datum, assessment), Freshness.Latest) with { IsOfView = chosen.IsSettled };
    }

    private Task<VintageFigures> FiguresAsync(PublishedVintage published, PublishedView view) =>
        published.Vintage == view.Published.Vintage ? shelf.OfAsync(view) : shelf.OfAsync(published);

    private Task<IReadOnlyList<PublishedVintage>> ListVintagesAsync(ApiRequest request) => storage.Vintages.ListAsync(request.Cancellation);

    [GeneratedRegex("^[a-z][A-Za-z0-9._~-]{1,200}$")]
    private static partial Regex IdShape();
}
