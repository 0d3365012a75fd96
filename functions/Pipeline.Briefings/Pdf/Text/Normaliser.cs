using System.Text;

namespace Pipeline.Briefings.Pdf.Text;

/// <summary>Replaces characters that differ only in width or in line breaking by those the typeface has.</summary>
internal static class Normaliser
{
    private const char NoBreakSpace = '\u00A0';

    /// <summary>Narrow spaces become plain ones (those that forbid a break stay so), U+2011 becomes U+2010, invisible marks go.</summary>
    public static string Normalise(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.AsSpan().ContainsAnyInRange('\u00AD', '\u00AD') && !text.AsSpan().ContainsAnyInRange('\u2000', '\u2060') && !text.Contains('\uFEFF'))
            return text;
        var result = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            switch (character)
            {
                case '\u2007' or '\u202F':
                    result.Append(NoBreakSpace);
                    break;
                case >= '\u2000' and <= '\u200A' or '\u205F':
                    result.Append(' ');
                    break;
                case '\u2011':
                    result.Append('\u2010');
                    break;
                case '\u00AD' or '\u200B' or '\u2060' or '\uFEFF':
                    break;
                default:
                    result.Append(character);
                    break;
            }
        }
        return result.ToString();
    }
}
