using System.Text;

namespace Pipeline.Sources;

/// <summary>Makes a name that came from outside fit to be shown and compared. It is a label and never part of a path.</summary>
public static class FileLabel
{
    /// <summary>Longest label in characters.</summary>
    public const int Longest = 120;

    private const int LongestExtension = 10;
    private const string Nameless = "unnamed";

    /// <summary>
    /// The last part of a name without controls and blanks at its ends; a long one is cut before its extension, and one of which nothing
    /// is left (<c>..</c>, blanks) is <c>unnamed</c>.
    /// </summary>
    public static string Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        StringBuilder kept = new();
        foreach (Rune rune in name[(name.LastIndexOfAny(['/', '\\', ':']) + 1)..].EnumerateRunes().Where(IsShown))
        {
            kept.Append(rune.ToString());
        }

        string label = kept.ToString().Trim();
        return label.All(letter => letter == '.') ? Nameless : label.Length <= Longest ? label : Cut(label);
    }

    // Marks that turn the direction of writing are formats: they would let one name look like another.
    private static bool IsShown(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        System.Globalization.UnicodeCategory.Control or System.Globalization.UnicodeCategory.Format
        or System.Globalization.UnicodeCategory.Surrogate or System.Globalization.UnicodeCategory.LineSeparator
        or System.Globalization.UnicodeCategory.ParagraphSeparator);

    private static string Cut(string label)
    {
        int dot = label.LastIndexOf('.');
        string extension = dot > 0 && label.Length - dot <= LongestExtension ? label[dot..] : string.Empty;
        int length = Longest - extension.Length;
        return label[..(char.IsHighSurrogate(label[length - 1]) ? length - 1 : length)] + extension;
    }
}
