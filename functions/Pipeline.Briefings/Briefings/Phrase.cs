using System.Globalization;
using Pipeline.Domain;

namespace Pipeline.Briefings;

/// <summary>A sentence or word in both languages, side by side, with numbered places for what is computed.</summary>
/// <param name="Ja">Japanese, in である style.</param>
/// <param name="En">British English.</param>
public sealed record Phrase(string Ja, string En)
{
    /// <summary>The words in a language with the places filled.</summary>
    public string In(Language language, params ReadOnlySpan<object?> arguments) =>
        string.Format(CultureInfo.InvariantCulture, language == Language.Japanese ? Ja : En, arguments);
}
