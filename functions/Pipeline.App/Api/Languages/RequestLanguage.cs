using Microsoft.Net.Http.Headers;
using Pipeline.Domain;

namespace Pipeline.App.Api;

/// <summary>The language of an answer: the parameter <c>lang</c>, else the caller's first accepted language, else Japanese.</summary>
internal static class RequestLanguage
{
    /// <summary>Name of the query parameter.</summary>
    public const string Parameter = "lang";

    /// <summary>Codes of the languages, Japanese first.</summary>
    public static IReadOnlyList<string> Codes { get; } = ["ja", "en"];

    /// <summary>Code of a language as in addresses and headers.</summary>
    public static string Code(Language language) => Codes[language == Language.Japanese ? 0 : 1];

    /// <summary>What a language calls itself: <c>日本語</c>, <c>English</c>.</summary>
    /// <param name="code">Its code.</param>
    /// <exception cref="UnknownCodeException">The code is of no language.</exception>
    public static string OwnName(string code) => Vocabulary.Word(Term.Language, code, Find(code) ?? throw new UnknownCodeException("language", code, string.Join(", ", Codes)));

    /// <summary>The language that a request asks for; a value that is no language counts as none asked for.</summary>
    public static Language Of(HttpRequest request)
    {
        if (request.Query.TryGetValue(Parameter, out var named) && named.Count == 1 && Find(named[0]!) is { } wanted)
        {
            return wanted;
        }

        string accepted = request.Headers.AcceptLanguage.ToString();
        return accepted.Length == 0 ? Language.Japanese : FirstAccepted(accepted);
    }

    private static Language FirstAccepted(string accepted) =>
        StringWithQualityHeaderValue.TryParseList([accepted], out IList<StringWithQualityHeaderValue>? values)
            ? values.Where(value => value.Quality is not 0)
                .OrderByDescending(value => value.Quality ?? 1)
                .Select(value => Find(value.Value.ToString().Split('-')[0]))
                .OfType<Language>().Cast<Language?>().FirstOrDefault() ?? Language.Japanese
            : Language.Japanese;

    /// <summary>The language of a code, whatever its case, or none.</summary>
    public static Language? Find(string code) =>
        code.Equals("ja", StringComparison.OrdinalIgnoreCase) ? Language.Japanese
        : code.Equals("en", StringComparison.OrdinalIgnoreCase) ? Language.English
        : null;
}
