using System.Text.Json;
using Pipeline.Domain;

namespace Pipeline.App.Api;

/// <summary>Codes of the vocabulary and their words.</summary>
internal static class Code
{
    /// <summary>The code of a member of an enumeration, as in JSON and CSV.</summary>
    public static string Of<T>(T member)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(member.ToString());

    /// <summary>The codes of all members of an enumeration, in their order.</summary>
    public static IReadOnlyList<string> All<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(Of)];

    /// <summary>The words of a code.</summary>
    public static Bilingual Words(Term term, string code) => new(Vocabulary.Word(term, code, Language.Japanese), Vocabulary.Word(term, code, Language.English));

    /// <summary>The words of a publisher's own term; the term itself where the vocabulary has none.</summary>
    public static Bilingual WordsOrItself(Term term, string code) => Vocabulary.Knows(term, code) ? Words(term, code) : Bilingual.Same(code);
}
