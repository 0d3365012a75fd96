using Pipeline.App.Api;
using Pipeline.App.Vintages;
using Pipeline.Domain;

namespace Pipeline.App.Portal;

/// <summary>The page on which two minerals stand side by side. There are thousands of pairs, so that none is kept.</summary>
internal static class ComparisonRoutes
{
    private static readonly ValueRule AnyMineral = new BlankRule(MineralRoutes.Id.Rule);

    /// <summary>All routes.</summary>
    public static IReadOnlyList<ApiRoute> All =>
    [
        PageRoute.Of("portal/compare", Access.Reader, "portalComparison", new("二つの鉱種を比べるページ。", "Page on which two minerals stand side by side."), Answers.OfView(Compare)) with
        {
            Query =
            [
                new("a", new("一つ目の鉱種。", "The first mineral."), AnyMineral) { Example = "cobalt" },
                new("b", new("二つ目の鉱種。", "The second mineral."), AnyMineral) { Example = "nickel" },
            ],
            Problems = [ProblemKinds.BadParameter, ProblemKinds.NotFound, ProblemKinds.NoVintage],
        },
    ];

    private static IResult Compare(ApiRequest request, PublishedView view)
    {
        string?[] chosen = [request.Query("a"), request.Query("b")];
        MineralAssessment?[] found = [.. chosen.Select(id => string.IsNullOrEmpty(id) ? null : view.Assessments.GetValueOrDefault(id))];
        return chosen.Zip(found).Any(pair => !string.IsNullOrEmpty(pair.First) && pair.Second is null)
            ? ApiProblems.NotFound(new("鉱種", "mineral"))
            : ComparisonPage.Of(view, found[0], found[1], request.Language).Answer();
    }
}
