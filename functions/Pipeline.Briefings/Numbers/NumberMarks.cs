using System.Globalization;
using System.Text;
using Pipeline.Briefings.Charts;

namespace Pipeline.Briefings.Numbers;

/// <summary>
/// Marks around a printed number while its sentence is put together. A number is filled into a phrase, the phrase into a paragraph, a cell or
/// a label; what travels with it through all these is the text itself. So a number is written between characters of the private-use area that
/// name it, and a last pass over the document (<see cref="MarkedDocument"/>) takes them out again. The typeface has none of these characters: a
/// mark that was not taken out is an error when the page is set, never an empty box.
/// </summary>
internal static class NumberMarks
{
    private const char Start = '\uE000';
    private const char Middle = '\uE001';
    private const char End = '\uE002';
    private const char Zero = '\uE010';

    /// <summary>A number between its marks.</summary>
    /// <param name="ticket">What the number is known by until it has its running number.</param>
    /// <param name="text">The number as printed.</param>
    public static string Around(int ticket, string text)
    {
        // Digits in private use as well: what looks for digits in a text finds those that are printed.
        string name = string.Concat(ticket.ToString(CultureInfo.InvariantCulture).Select(digit => (char)(Zero + digit - '0')));
        return Start + name + Middle + text + End;
    }

    /// <summary>True when a text holds a mark.</summary>
    public static bool AnyIn(string text) => text.AsSpan().ContainsAny(Start, Middle, End);

    /// <summary>The text as it is printed.</summary>
    public static string Without(string text) => AnyIn(text) ? string.Concat(Pieces(text).Select(piece => piece.Text)) : text;

    /// <summary>The pieces of a text in their order, those that are numbers with their ticket.</summary>
    /// <exception cref="InvalidOperationException">A mark was cut or stands inside another: the text was taken apart after a number was filled in.</exception>
    public static IEnumerable<(string Text, int? Ticket)> Pieces(string text)
    {
        int place = 0;
        while (place < text.Length)
        {
            int start = text.AsSpan(place).IndexOfAny(Start, Middle, End) is var found and >= 0 ? place + found : text.Length;
            if (start > place) yield return (text[place..start], null);
            if (start == text.Length) yield break;
            int middle = text.IndexOf(Middle, start);
            int end = text.IndexOf(End, start);
            if (text[start] != Start || middle < 0 || end < middle || AnyIn(text[(start + 1)..middle]) || AnyIn(text[(middle + 1)..end]))
                throw new InvalidOperationException($"A marked number was cut or stands inside another in \"{Readable(text)}\".");
            yield return (text[(middle + 1)..end], Ticket(text.AsSpan((start + 1)..middle)));
            place = end + 1;
        }
    }

    /// <summary>A measure that does not see the marks.</summary>
    public static TextMeasure Ignoring(TextMeasure measure) => (text, size, weight) => measure(Without(text), size, weight);

    private static int Ticket(ReadOnlySpan<char> name)
    {
        int ticket = 0;
        foreach (char digit in name) ticket = (ticket * 10) + (digit - Zero);
        return ticket;
    }

    private static string Readable(string text) =>
        text.Aggregate(new StringBuilder(), (readable, character) => character is >= Start and < '\uE020' ? readable : readable.Append(character)).ToString();
}
