using Pipeline.App.Api;
using Pipeline.App.Vintages;
using Pipeline.Domain;

namespace Pipeline.App.Portal;

/// <summary>The page for exploring and its scripts.</summary>
internal static class ExploreRoutes
{
    /// <summary>The rule of every other page, and scripts of this program itself; nothing may be fetched, and no style or script stands in the page.</summary>
    private const string ContentPolicy = ResponseHeaders.ContentPolicy + "; script-src 'self'";

    /// <summary>All routes.</summary>
    public static IReadOnlyList<ApiRoute> All { get; } =
    [
        ExploreScripts.Route,
        PageRoute.Of("portal/explore", Access.Reader, "portalExplore", new("数値を図と表で見るページ。", "Page with open figures as a chart and a table."), Answers.OfView(Show)) with
        {
            Query =
            [
                new("mineral", new("鉱種。", "The mineral."), new BlankRule(MineralRoutes.Id.Rule)) { Example = "cobalt" },
                new("figure", new("数値。", "The figure."), new BlankRule(new ChoiceRule(ExplorePage.Figures))) { Example = "imports" },
            ],
            Problems = [ProblemKinds.BadParameter, ProblemKinds.NotFound, ProblemKinds.NoVintage],
        },
    ];

    private static IResult Show(ApiRequest request, PublishedView view)
    {
        string figure = request.Query("figure") is { Length: > 0 } named ? named : ExplorePage.Figures[0];
        string? mineral = request.Query("mineral") is { Length: > 0 } given ? given : MineralCatalogue.All.Select(one => one.Id).FirstOrDefault(view.Assessments.ContainsKey);
        if (mineral is null || view.Assessments.GetValueOrDefault(mineral) is not { } assessment)
        {
            return ApiProblems.NotFound(new("鉱種", "mineral"));
        }

        request.Http.Response.Headers.ContentSecurityPolicy = ContentPolicy;
        return ExplorePage.Of(view, assessment, figure, request.Language).Answer();
    }
}
