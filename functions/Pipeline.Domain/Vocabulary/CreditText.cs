using Pipeline.Domain.Reference;

namespace Pipeline.Domain;

/// <summary>
/// Publisher, title, terms and credit line of a source for readers. The licence file of a feed states each once, in the words in which it was laid down; here
/// are the same in either language. A text that is not in the table is shown as it was laid down.
/// </summary>
public static class CreditText
{
    private static readonly Lazy<Dictionary<string, (string Ja, string En)>> Loaded = new(() =>
        ReferenceTable.Read(typeof(CreditText).Assembly, "Pipeline.Domain.Vocabulary.credits.csv", "credits.csv").ToDictionary(row => row["text"], row => (row["ja"], row["en"]), StringComparer.Ordinal));

    /// <summary>A text of a licence file in a language.</summary>
    /// <param name="text">The text as the licence file has it.</param>
    /// <param name="language">Language of the reader.</param>
    public static string In(string text, Language language) => !Loaded.Value.TryGetValue(text, out (string Ja, string En) words) ? text
        : language == Language.Japanese ? words.Ja : words.En;

    /// <summary>True when a text has words in both languages.</summary>
    public static bool Knows(string text) => Loaded.Value.ContainsKey(text);
}
