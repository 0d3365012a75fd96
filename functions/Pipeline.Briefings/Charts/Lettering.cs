using Pipeline.Briefings.Documents;
using Pipeline.Domain;

namespace Pipeline.Briefings.Charts;

/// <summary>Breaks labels of charts into lines. A label is never cut off: a word that is wider than the line stands on a line of its own.</summary>
internal static class Lettering
{
    /// <summary>Size of most labels, in points.</summary>
    public const double Size = 7.2;

    /// <summary>Size of axis marks and legends, in points.</summary>
    public const double Small = 6.6;

    /// <summary>A Japanese compound up to this length reads badly in two lines.</summary>
    private const int Unbroken = 9;

    /// <summary>Lines of a label within a width.</summary>
    public static IReadOnlyList<string> Wrap(this ChartContext context, string text, double size, double width, FontWeight weight = FontWeight.Regular)
    {
        if (context.Width(text, size, weight) <= width) return [text];
        List<string> lines = [];
        string line = string.Empty;
        foreach (string piece in Pieces(text, context.Language))
        {
            string longer = line + piece;
            if (line.Length > 0 && context.Width(longer.TrimEnd(), size, weight) > width)
            {
                lines.Add(line.TrimEnd());
                line = piece;
            }
            else
            {
                line = longer;
            }
        }

        lines.Add(line.TrimEnd());
        return lines;
    }

    /// <summary>
    /// Pieces between which a line may break. A Japanese label breaks before an opening bracket, after a middle dot, or, if it has neither and is
    /// long, after any character; a Latin one after a space.
    /// </summary>
    private static IEnumerable<string> Pieces(string text, Language language)
    {
        bool anywhere = language == Language.Japanese && text.Length > Unbroken && !text.AsSpan().ContainsAny('（', '・', ' ');
        int start = 0;
        for (int index = 1; index < text.Length; index++)
        {
            bool breaks = text[index - 1] is ' ' or '・' || text[index] is '（' || (anywhere && text[index] >= '\u2E80' && text[index] is not ('ー' or '）'));
            if (!breaks) continue;
            yield return text[start..index];
            start = index;
        }

        yield return text[start..];
    }

    /// <summary>Labels of lines one below the other, the block centred on a height.</summary>
    public static IEnumerable<Label> Stack(
        IReadOnlyList<(string Text, FontWeight Weight, Colour Colour)> lines, double x, double middle, double size, double leading, Alignment alignment)
    {
        double first = middle - (leading * (lines.Count - 1) / 2) + (size * 0.36);
        return lines.Select((line, index) => new Label(x, first + (index * leading), line.Text, size, line.Colour, alignment, line.Weight));
    }
}
