using Pipeline.App.Api;
using Pipeline.App.Vintages;
using Pipeline.Briefings.Numbers;
using Pipeline.Storage;

namespace Pipeline.App.Portal;

/// <summary>The routes of the portal: pages for people, in both languages and without scripts.</summary>
internal sealed class PortalRoutes(PublishedBriefings briefings, PrintedNumbers numbers)
{
    private static readonly ApiParameter Briefing = BriefingRoutes.Id with { Name = "briefing" };

    /// <summary>All routes.</summary>
    public IReadOnlyList<ApiRoute> All =>
    [
        Stylesheet.Route,
        PageRoute.Kept("portal", "portalMinerals", new("鉱種の一覧のページ。", "Page with the list of minerals."), Answers.OfView(List)) with
        {
            Query = MineralQuestion.Parameters, Problems = [ProblemKinds.BadParameter, ProblemKinds.NoVintage], MadeAhead = _ => [PortalAddress.Root],
        },
        PageRoute.Kept("portal/minerals/{id}", "portalMineral", new("鉱種一つのページ。", "Page of one mineral."), Answers.OfView(MineralAsync)) with
        {
            Path = [MineralRoutes.Id], Problems = [ProblemKinds.BadParameter, ProblemKinds.NotFound, ProblemKinds.NoVintage],
        },
        PageRoute.Kept("portal/numbers/{briefing}/{n}", "portalNumber", new("印刷された数値一つの根拠のページ。", "Page with the evidence of one printed number."), Answers.OfView(NumberAsync)) with
        {
            Path = [Briefing, NumberRoutes.Number], Query = [VintageRoutes.OfVintage],
            Problems = [ProblemKinds.BadParameter, ProblemKinds.NotFound, ProblemKinds.CannotBeComputed, ProblemKinds.NoVintage],
        },
        PageRoute.Kept("portal/overview", "portalOverview", new("全鉱種の総覧のページ。", "Page of all minerals together."), Answers.OfView(OverviewAsync)),
        PageRoute.Kept("portal/briefings", "portalBriefings", new("概要資料の一覧のページ。", "Page with the briefings to download."), Answers.OfView((request, view) => BriefingListPage.Of(view, request.Language).Answer())),
        PageRoute.Kept("portal/sources", "portalSources", new("出典と鮮度のページ。", "Page with the sources and how fresh they are."), Answers.OfView((request, view) => SourcesPage.Of(view, request.Language).Answer())),
        PageRoute.Kept("portal/help", "portalHelp", new("読み方のページ。", "Page that explains how to read the indicators."), Answers.OfView(HelpAsync)),
    ];

    private static IResult List(ApiRequest request, PublishedView view)
    {
        MineralQuestion question = MineralQuestion.Of(request);
        PreparedAnswer answer = MineralListPage.Of(view, question, request.Language).Answer();
        // What people type in is endless: such answers would take the room of those that many ask for.
        return question.Words is null ? answer : new PassingAnswer(answer);
    }

    private async Task<IResult> MineralAsync(ApiRequest request, PublishedView view)
    {
        string mineral = request.Path("id");
        if (await briefings.MineralAsync(view, mineral, request.Language, request.Cancellation) is not { } briefing)
        {
            return ApiProblems.NotFound(new("鉱種", "mineral"));
        }

        (NumbersOfBriefing? printed, _) = await numbers.FindAsync(view, $"{mineral}.{RequestLanguage.Code(request.Language)}", wanted: null, request.Cancellation);
        return MineralDetailPage.Of(view, mineral, briefing, printed, request.Language).Answer();
    }

    private async Task<IResult> OverviewAsync(ApiRequest request, PublishedView view)
    {
        ComposedBriefing briefing = await briefings.OverviewAsync(view, request.Language, request.Cancellation);
        (NumbersOfBriefing? printed, _) = await numbers.FindAsync(view, $"{BriefingStore.Overview}.{RequestLanguage.Code(request.Language)}", wanted: null, request.Cancellation);
        return OverviewPage.Of(view, briefing, printed, request.Language).Answer();
    }

    private async Task<IResult> HelpAsync(ApiRequest request, PublishedView view) =>
        HelpPage.Of(view, await briefings.ParametersAsync(view.Manifest, request.Cancellation), request.Language).Answer();

    private async Task<IResult> NumberAsync(ApiRequest request, PublishedView view)
    {
        string? vintage = request.Query(VintageRoutes.OfVintage.Name);
        (NumbersOfBriefing? printed, ApiProblem? problem) = await numbers.FindAsync(view, request.Path(Briefing.Name), vintage, request.Cancellation);
        if (printed is null)
        {
            return problem!;
        }

        if (printed.Find(request.Path(NumberRoutes.Number.Name)) is not { } number)
        {
            return ApiProblems.NotFound(new("番号", "number"));
        }

        NumberPage page = await numbers.PageAsync(printed, number, view, request.Cancellation);
        PortalAddress address = PortalAddress.Number(printed.Briefing, number.Number, vintage ?? printed.Meta.Vintage);
        return NumberEvidencePage.Of(page, address, await briefings.ParametersAsync(printed.Manifest, request.Cancellation), new Voice(request.Language))
            .Answer() with { IsOfView = printed.Chosen.IsSettled };
    }
}
