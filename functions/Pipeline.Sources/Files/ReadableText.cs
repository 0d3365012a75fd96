using System.Globalization;
using System.Text;

namespace Pipeline.Sources;

/// <summary>Makes found text fit for a message: one line, control characters escaped, cut to a readable length.</summary>
internal static class ReadableText
{
    /// <summary>Longest text that a message quotes, in characters.</summary>
    public const int Longest = 80;

    /// <summary>Quotes bytes; those that are not UTF-8 show as <c>\xNN</c>.</summary>
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        StringBuilder text = new();
        ReadOnlySpan<byte> rest = bytes;
        while (rest.Length > 0 && text.Length <= Longest)
        {
            if (Rune.DecodeFromUtf8(rest, out Rune rune, out int consumed) == System.Buffers.OperationStatus.Done)
            {
                Append(text, rune);
            }
            else
            {
                // An invalid sequence is shown byte by byte: the reader of the message may recognise the encoding.
                consumed = 1;
                text.Append(CultureInfo.InvariantCulture, $"\\x{rest[0]:X2}");
            }

            rest = rest[consumed..];
        }

        return Quote(text, rest.Length > 0);
    }

    /// <summary>Quotes text.</summary>
    public static string Of(string text)
    {
        StringBuilder escaped = new();
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (escaped.Length > Longest)
            {
                break;
            }

            Append(escaped, rune);
        }

        return Quote(escaped, cut: false);
    }

    private static void Append(StringBuilder text, Rune rune)
    {
        switch (rune.Value)
        {
            case '\n': text.Append("\\n"); break;
            case '\r': text.Append("\\r"); break;
            case '\t': text.Append("\\t"); break;
            case 0xFEFF: text.Append("\\uFEFF"); break;
            case int value when Rune.IsControl(rune): text.Append(CultureInfo.InvariantCulture, $"\\x{value:X2}"); break;
            default: text.Append(rune.ToString()); break;
        }
    }

    private static string Quote(StringBuilder text, bool cut)
    {
        if (text.Length > Longest)
        {
            // A character outside the basic plane is two units; half of one must not be left at the end.
            text.Length = char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest;
            cut = true;
        }

        return $"'{text}{(cut ? "…" : string.Empty)}'";
    }
}
