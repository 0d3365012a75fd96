using Microsoft.Net.Http.Headers;
using Pipeline.App.Api;
using Pipeline.Domain;
using static Pipeline.App.Portal.Markup;

namespace Pipeline.App.Portal;

/// <summary>A problem as a page, for people who came by a link or a form of the portal.</summary>
internal static class ProblemPage
{
    private static readonly Bilingual Trace = new("問い合わせの番号：", "Number for questions to the operators: ");
    private static readonly Bilingual Back = new("鉱種一覧へ戻る", "Back to the list of minerals");

    /// <summary>True for an address of the portal asked for by somebody who reads pages.</summary>
    public static bool IsWanted(HttpRequest request) =>
        request.Path.StartsWithSegments(PortalAddress.Root, StringComparison.Ordinal)
        && MediaTypeHeaderValue.TryParseList([request.Headers.Accept.ToString()], out IList<MediaTypeHeaderValue>? accepted)
        && accepted.Any(range => range.MediaType.Equals(MediaForm.Html.Type, StringComparison.OrdinalIgnoreCase) && range.Quality is not 0);

    /// <summary>The page; it repeats nothing that was sent.</summary>
    public static PortalPage Of(ApiProblem problem, string traceId, Language language)
    {
        Voice voice = new(language);
        string[] places = [.. problem.Places.Select(place => voice.Say(place.Detail)).Where(words => words != voice.Say(problem.Detail)).Distinct(StringComparer.Ordinal)];
        return new PortalPage(language, PortalAddress.Minerals, voice.Say(problem.Kind.Title),
        [
            Tag("p", voice.Say(problem.Detail)),
            places.Length == 0 ? Html.None : Tag("ul", [.. places.Select(place => Tag("li", place))]),
            problem.Detail == problem.Kind.Remedy ? Html.None : Tag("p", voice.Say(problem.Kind.Remedy)),
            Tag("p", voice.To(PortalAddress.Minerals, Back).Class("button")),
            Tag("p", voice.Say(Trace), Tag("code", traceId)).Class("quiet"),
        ])
        { IsProblem = true };
    }
}
