using Microsoft.Net.Http.Headers;
using Pipeline.App.Api;
using Pipeline.Domain;
using static System.FormattableString;
using static Pipeline.App.Portal.Markup;

namespace Pipeline.App.Portal;

/// <summary>A problem as a page, for people who came by a link or a form of the portal. It shows nothing of what they asked for.</summary>
internal static class ProblemPage
{
    private static readonly Bilingual Trace = new("問い合わせの番号：", "Number for questions to the operators: ");
    private static readonly Bilingual Back = new("鉱種一覧へ戻る", "Back to the list of minerals");

    private static readonly Bilingual SignIn = new(
        "サインインしてから、このページを読み込み直してください。サインインの画面が出ないときは、運用担当に問い合わせてください。",
        "Sign in, then load this page again. If you are not asked to sign in, turn to the operators.");

    private static readonly Bilingual AskForRole = new(
        $"サインインはできていますが、役割が足りません。閲覧には {RoleNames.Reader}、運用担当者向けのページには {RoleNames.Operator} が要ります。必要な役割を運用担当に申し出てください。",
        $"You are signed in and lack the role. Reading needs {RoleNames.Reader}, the pages for operators need {RoleNames.Operator}. Ask the operators for the role that you need.");

    /// <summary>True for an address of the portal asked for by somebody who reads pages.</summary>
    public static bool IsWanted(HttpRequest request) =>
        request.Path.StartsWithSegments(PortalAddress.Root, StringComparison.Ordinal)
        && MediaTypeHeaderValue.TryParseList([request.Headers.Accept.ToString()], out IList<MediaTypeHeaderValue>? accepted)
        && accepted.Any(range => range.MediaType.Equals(MediaForm.Html.Type, StringComparison.OrdinalIgnoreCase) && range.Quality is not 0);

    /// <summary>The page; it repeats nothing that was sent.</summary>
    public static PortalPage Of(ApiProblem problem, string traceId, Language language)
    {
        Voice voice = new(language);
        // Where a computation failed, its error may name a figure.
        AccessLabel label = problem.Kind == ProblemKinds.CannotBeComputed ? AccessLabel.Internal : AccessLabel.Open;
        Bilingual remedy = RemedyOf(problem);
        string[] places = [.. problem.Places.Select(place => voice.Say(place.Detail)).Where(words => words != voice.Say(problem.Detail)).Distinct(StringComparer.Ordinal)];
        bool isShutOut = problem.Kind == ProblemKinds.Unauthorized || problem.Kind == ProblemKinds.Forbidden;
        return new PortalPage(language, PortalAddress.Minerals, voice.Say(problem.Kind.Title),
        [
            problem.Detail == problem.Kind.Remedy ? Html.None : Tag("p", voice.Say(problem.Detail)),
            places.Length == 0 ? Html.None : Tag("ul", [.. places.Select(place => Tag("li", place))]),
            Tag("p", voice.Say(remedy)),
            problem.Kind == ProblemKinds.Unauthorized ? Html.None : Tag("p", voice.To(PortalAddress.Minerals, Back).Class("button")),
            Tag("p", voice.Say(Trace), Tag("code", traceId)).Class("quiet"),
        ])
        {
            IsProblem = true,
            // Which other pages open to somebody who was refused one is not known here.
            Menu = isShutOut ? [] : PortalMenu.Entries,
            Classification = (Labels.Mark(label, language), label == AccessLabel.Open),
        };
    }

    /// <summary>What somebody with a browser can do, who sees no headers and reads no contract.</summary>
    private static Bilingual RemedyOf(ApiProblem problem) =>
        problem.Kind == ProblemKinds.Unauthorized ? SignIn
        : problem.Kind == ProblemKinds.Forbidden ? AskForRole
        : problem.RetryAfter is { } seconds ? new(Invariant($"{seconds} 秒ほど待ってから、このページを読み込み直してください。"), Invariant($"Wait {seconds} seconds, then load this page again."))
        : problem.Kind == ProblemKinds.NotFound ? new("一覧から選び直してください。", "Choose it from the list.")
        : problem.Kind == ProblemKinds.BadParameter ? new("ここに示した値に直してください。", "Use a value that is named here.")
        : problem.Kind.Remedy;
}
