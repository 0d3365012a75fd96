using Pipeline.Domain;

namespace Pipeline.Sources.MofTrade;

/// <summary>Decides on the raw bytes of a code whether a row is of use, so that the great majority of rows is never parsed.</summary>
internal static class TradeCodeFilter
{
    /// <summary>A code with its apostrophes: <c>'260300000'</c>.</summary>
    private const int QuotedLength = 11;

    private static readonly bool[] Headings = Mark(1_000_000, heading => heading);
    private static readonly bool[] Chapters = Mark(100, heading => heading[..2]);

    /// <summary>What to do with a row.</summary>
    internal enum Verdict
    {
        /// <summary>The code belongs to no mineral under watch.</summary>
        OutOfScope,

        /// <summary>The code, or its six-digit heading, is mapped; or it is a confidential code of a chapter with mapped
        /// headings.</summary>
        Keep,

        /// <summary>The field is not nine characters between apostrophes, or not a code of digits.</summary>
        Malformed,
    }

    /// <summary>Looks a field up, as it stands in the file.</summary>
    public static Verdict Look(ReadOnlySpan<byte> field)
    {
        if (field.Length != QuotedLength || field[0] != '\'' || field[^1] != '\'')
        {
            return Verdict.Malformed;
        }

        ReadOnlySpan<byte> code = field[1..^1];
        if (code[2] == 'X')
        {
            return IsConfidential(code) ? Chapters[Number(code[..2])] ? Verdict.Keep : Verdict.OutOfScope : Verdict.Malformed;
        }

        int heading = Number(code[..6]);
        return heading < 0 ? Verdict.Malformed
            : !Headings[heading] ? Verdict.OutOfScope
            : Number(code[6..]) < 0 ? Verdict.Malformed
            : Verdict.Keep;
    }

    /// <summary>Codes such as <c>28XXXXXXA</c>, under which the publisher has hidden single consignees since April 2024.</summary>
    private static bool IsConfidential(ReadOnlySpan<byte> code) =>
        Number(code[..2]) >= 0 && code[2..8].SequenceEqual("XXXXXX"u8) && code[8] is >= (byte)'A' and <= (byte)'Z';

    private static int Number(ReadOnlySpan<byte> digits)
    {
        int number = 0;
        foreach (byte digit in digits)
        {
            int value = digit - '0';
            if (value is < 0 or > 9)
            {
                return -1;
            }

            number = (number * 10) + value;
        }

        return number;
    }

    private static bool[] Mark(int size, Func<string, string> key)
    {
        bool[] marks = new bool[size];
        foreach (string heading in TradeCodeTable.Headings)
        {
            marks[int.Parse(key(heading), System.Globalization.CultureInfo.InvariantCulture)] = true;
        }

        return marks;
    }
}
