using System.Collections.Concurrent;
using Pipeline.Domain;

namespace Pipeline.App.Api;

/// <summary>The routes of pages for integrators. They rest on the code alone, so each is made once.</summary>
internal sealed class DocsRoutes(IReadOnlyList<ApiRoute> contract)
{
    private static readonly ApiParameter Slug = new(
        "slug", new("問題の種類。", "Kind of the problem."), new ChoiceRule([.. ProblemKinds.All.Select(kind => kind.Slug)])) { Example = ProblemKinds.NotFound.Slug };

    private readonly ConcurrentDictionary<(ProblemKind? Kind, Language Language), PreparedAnswer> made = new();

    /// <summary>All routes.</summary>
    public IReadOnlyList<ApiRoute> All =>
    [
        new("v1/problems/{slug}", Access.Reader, "showProblem", new("問題の種類の説明ページ。", "The page on a kind of problem."), request => Task.FromResult(Problem(request)))
        {
            Path = [Slug], Success = AnswerForm.Of(MediaForm.Html), Problems = [ProblemKinds.NotFound], IsSpoken = true,
        },
        Docs("v1/docs", "showDocs"),
        Docs("docs", "showDocsPage"),
    ];

    private ApiRoute Docs(string pattern, string name) =>
        new(pattern, Access.Reader, name, new("API の使い方のページ。", "The page on using the API."), request => Task.FromResult<IResult>(Page(null, request.Language)))
        {
            Success = AnswerForm.Of(MediaForm.Html), IsSpoken = true,
        };

    private IResult Problem(ApiRequest request) => ProblemKinds.All.FirstOrDefault(kind => kind.Slug == request.Path(Slug.Name)) is { } kind
        ? Page(kind, request.Language)
        : ApiProblems.NoSuchAddress();

    private PreparedAnswer Page(ProblemKind? kind, Language language) => made.GetOrAdd(
        (kind, language), key => (key.Kind is { } of ? ProblemKindPage.Of(of, key.Language) : DocsPage.Of(contract, key.Language)).Answer());
}
