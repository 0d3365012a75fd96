using System.Globalization;
using Pipeline.Briefings.Numbers;

namespace Pipeline.App.Api;

/// <summary>
/// The routes of printed numbers: what a briefing prints on its pages, and what each number rests on. A briefing on paper may be older than the
/// current vintage, so every address can name its vintage.
/// </summary>
internal sealed class NumberRoutes(PrintedNumbers printing)
{
    private static readonly ApiParameter Page = new("page", new("この頁に印刷された数値だけ。", "Numbers printed on this page only."), new WholeNumberRule(1, 999)) { Example = "1" };

    /// <summary>The parameter that names a number in a path.</summary>
    public static ApiParameter Number { get; } = new("n", new("資料の中の通し番号。", "Running number within the briefing."), new WholeNumberRule(1, 99_999)) { Example = "1" };

    /// <summary>All routes.</summary>
    public IReadOnlyList<ApiRoute> All =>
    [
        new("v1/briefings/{id}/numbers", Access.Reader, "listNumbers", new("資料に印刷された数値。", "Numbers that a briefing prints."), ListAsync)
        {
            Path = [BriefingRoutes.Id], Query = [Page, VintageRoutes.OfVintage], Success = AnswerForm.Json<NumberList>(),
            Problems = [ProblemKinds.BadParameter, ProblemKinds.NotFound, ProblemKinds.NoVintage], IsKept = true,
        },
        new("v1/briefings/{id}/numbers/{n}", Access.Reader, "showNumber", new("印刷された数値の根拠。", "What a printed number rests on."), ShowAsync)
        {
            Path = [BriefingRoutes.Id, Number], Query = [VintageRoutes.OfVintage], Success = AnswerForm.Json<NumberPage>(),
            Problems = [ProblemKinds.BadParameter, ProblemKinds.NotFound, ProblemKinds.CannotBeComputed, ProblemKinds.NoVintage], IsKept = true,
        },
    ];

    private async Task<IResult> ListAsync(ApiRequest request)
    {
        (NumbersOfBriefing? printed, ApiProblem? problem) = await FindAsync(request);
        if (printed is null)
        {
            return problem!;
        }

        int? page = request.Query(Page.Name) is { } wanted ? int.Parse(wanted, CultureInfo.InvariantCulture) : null;
        IEnumerable<PrintedNumber> numbers = page is { } one ? printed.Numbers.Where(number => number.Pages.Contains(one)) : printed.Numbers;
        return Prepared(request, printed, printed.Chosen.Freshness, new NumberList(printed.Meta, printed.Briefing, [.. numbers.Select(number => NumberRow.Of(number, printed.Briefing, printed.Meta.Vintage))]));
    }

    private async Task<IResult> ShowAsync(ApiRequest request)
    {
        (NumbersOfBriefing? printed, ApiProblem? problem) = await FindAsync(request);
        if (printed is null)
        {
            return problem!;
        }

        return printed.Find(request.Path("n")) is { } number
            // The check is made by the present code and says so: it may read otherwise after the next version.
            ? Prepared(request, printed, Freshness.Latest, await printing.PageAsync(printed, number, request.View!, request.Cancellation))
            : ApiProblems.NotFound(new("番号", "number"));
    }

    private Task<(NumbersOfBriefing? Printed, ApiProblem? Problem)> FindAsync(ApiRequest request) =>
        printing.FindAsync(request.View, request.Path("id"), request.Query(VintageRoutes.OfVintage.Name), request.Cancellation);

    private static PreparedAnswer Prepared<T>(ApiRequest request, NumbersOfBriefing printed, Freshness freshness, T answer) =>
        Answers.Prepared(request, answer, freshness) with { IsOfView = printed.Chosen.IsSettled };
}
