using Pipeline.Domain;

namespace Pipeline.App.Api;

/// <summary>Words in both languages of the API.</summary>
/// <param name="Ja">Japanese.</param>
/// <param name="En">English.</param>
internal sealed record Bilingual(string Ja, string En)
{
    /// <summary>Words that are the same in both: names, and what is written for operators in English only.</summary>
    public static Bilingual Same(string words) => new(words, words);

    /// <summary>Both, for members of answers that have room for one text.</summary>
    public string Together => $"{Ja} / {En}";

    /// <summary>The words in a language.</summary>
    public string In(Language language) => language == Language.Japanese ? Ja : En;
}
