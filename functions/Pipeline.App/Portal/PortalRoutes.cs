using Pipeline.App.Api;
using Pipeline.App.Vintages;

namespace Pipeline.App.Portal;

/// <summary>The routes of the portal: pages for people, in both languages and without scripts.</summary>
internal static class PortalRoutes
{
    /// <summary>All routes.</summary>
    public static IReadOnlyList<ApiRoute> All =>
    [
        Stylesheet.Route,
        Page("portal", "portalMinerals", new("鉱種の一覧のページ。", "Page with the list of minerals."), Answers.OfView(List)) with
        {
            Query = MineralQuestion.Parameters, Problems = [ProblemKinds.BadParameter, ProblemKinds.NoVintage], MadeAhead = _ => [PortalAddress.Root],
        },
    ];

    /// <summary>A page that rests on the vintage, its address and its language alone.</summary>
    private static ApiRoute Page(string pattern, string name, Bilingual meaning, Func<ApiRequest, Task<IResult>> answer) => new(pattern, Access.Reader, name, meaning, answer)
    {
        Success = AnswerForm.Of(MediaForm.Html), IsKept = true, IsSpoken = true, Problems = [ProblemKinds.NoVintage],
    };

    private static IResult List(ApiRequest request, PublishedView view)
    {
        MineralQuestion question = MineralQuestion.Of(request);
        PreparedAnswer answer = MineralListPage.Of(view, question, request.Language).Answer();
        // What people type in is endless: such answers would take the room of those that many ask for.
        return question.Words is null ? answer : new PassingAnswer(answer);
    }
}
