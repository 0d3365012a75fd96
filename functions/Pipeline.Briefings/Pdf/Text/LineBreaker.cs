using System.Runtime.InteropServices;
using System.Text;

namespace Pipeline.Briefings.Pdf.Text;

/// <summary>
/// Fills lines one after the other. The rule looks at the whole paragraph: a change of style is no place to break.
/// A word wider than a line is cut where the line is full.
/// </summary>
internal static class LineBreaker
{
    // Sums of widths differ in the last bits by the order of adding: a text exactly as wide as its line must fit.
    private const double Tolerance = 0.0005;

    /// <summary>The lines of a paragraph; none when it has no characters.</summary>
    /// <param name="runs">Runs in reading order.</param>
    /// <param name="width">Width of a line in points.</param>
    /// <param name="words">True for a heading of few words: its lines end at spaces alone, where that can be had.</param>
    /// <exception cref="Fonts.MissingGlyphException">A face lacks a character.</exception>
    public static IReadOnlyList<TextLine> Break(IReadOnlyList<StyledRun> runs, double width, bool words = false)
    {
        var characters = new List<int>();
        var placed = new List<(int Run, double Width)>();
        for (var r = 0; r < runs.Count; r++)
        {
            var run = runs[r];
            foreach (var rune in run.Text.EnumerateRunes())
            {
                characters.Add(rune.Value);
                placed.Add((r, run.AdvanceOf(rune.Value)));
            }
        }

        var text = CollectionsMarshal.AsSpan(characters);
        var lines = new List<TextLine>();
        for (var start = 0; start < text.Length;)
        {
            var end = words && EndOfLine(text, placed, start, width, atSpaces: true) is var word && (word == text.Length || BreakRules.IsSpace(text[word - 1]))
                ? word
                : EndOfLine(text, placed, start, width, atSpaces: false);
            lines.Add(Line(runs, text, placed, start, end));
            start = end;
        }
        return lines;
    }

    private static int EndOfLine(ReadOnlySpan<int> text, List<(int Run, double Width)> placed, int start, double width, bool atSpaces)
    {
        var filled = 0.0;
        var lastBreak = start;
        var index = start;
        for (; index < text.Length; index++)
        {
            if (index > start && BreakRules.CanBreakBefore(text, index) && (!atSpaces || BreakRules.IsSpace(text[index - 1]))) lastBreak = index;
            if (!BreakRules.IsSpace(text[index]) && filled + placed[index].Width > width + Tolerance) break;
            filled += placed[index].Width;
        }
        if (index == text.Length) return index;
        if (lastBreak > start) return lastBreak;

        // One unbreakable piece fills the line: cut it, but still not against the rules for the ends of lines where that can be had.
        for (var cut = index; cut > start; cut--)
            if (!BreakRules.IsForbiddenAtStart(text[cut]) && !BreakRules.IsForbiddenAtEnd(text[cut - 1]) && !BreakRules.IsSpace(text[cut])) return cut;
        return Math.Max(index, start + 1);
    }

    private static TextLine Line(IReadOnlyList<StyledRun> runs, ReadOnlySpan<int> text, List<(int Run, double Width)> placed, int start, int end)
    {
        var visible = end;
        while (visible > start && BreakRules.IsSpace(text[visible - 1])) visible--;

        var fragments = new List<Fragment>();
        var x = 0.0;
        for (var from = start; from < end;)
        {
            var run = placed[from].Run;
            var width = 0.0;
            var part = new StringBuilder();
            var to = from;
            for (; to < end && placed[to].Run == run; to++)
            {
                Append(part, text[to]);
                if (to < visible) width += placed[to].Width;
            }
            fragments.Add(new Fragment(runs[run], part.ToString(), x, width));
            x += width;
            from = to;
        }
        return new TextLine(fragments, x);
    }

    private static void Append(StringBuilder part, int codePoint)
    {
        Span<char> characters = stackalloc char[2];
        part.Append(characters[..new Rune(codePoint).EncodeToUtf16(characters)]);
    }
}
