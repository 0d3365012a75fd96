using System.Text;

namespace Pipeline.Sources;

/// <summary>Tells Japanese text in Shift_JIS from other bytes that are not UTF-8, so that the message can name the encoding.</summary>
internal static class ShiftJis
{
    /// <summary>
    /// True when every byte fits the encoding and kana or common kanji are among the characters. Western text with a few
    /// typographic marks does not pass: its marks stand before blanks and line ends, which no second byte is.
    /// </summary>
    public static bool IsLikely(ReadOnlySpan<byte> bytes)
    {
        int japanese = 0;
        for (int index = 0; index < bytes.Length; index = checked(index + 1))
        {
            byte lead = bytes[index];
            if (lead < 0x80 || lead is >= 0xA1 and <= 0xDF)
            {
                continue;
            }

            bool twoBytes = lead is >= 0x81 and <= 0x9F or >= 0xE0 and <= 0xFC
                && index + 1 < bytes.Length && bytes[index + 1] is >= 0x40 and not 0x7F and <= 0xFC;
            if (!twoBytes)
            {
                return false;
            }

            // 0x82 and 0x83 hold kana, 0x88 to 0x97 the first level of kanji.
            japanese = checked(japanese + (lead is 0x82 or 0x83 or (>= 0x88 and <= 0x97) ? 1 : 0));
            index = checked(index + 1);
        }

        return japanese > 0;
    }

    /// <summary>The text, so that the message shows what the file says.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes) => CodePagesEncodingProvider.Instance.GetEncoding(932)!.GetString(bytes);
}
