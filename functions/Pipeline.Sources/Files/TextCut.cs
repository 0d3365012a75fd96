namespace Pipeline.Sources;

/// <summary>Cuts a text file down to some of its lines without touching a byte of them.</summary>
internal static class TextCut
{
    /// <summary>The given lines with their own line ends, in file order. Cutting the result by the same rule gives the result
    /// again.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="lines">Line numbers from 1, ascending.</param>
    public static ReadOnlyMemory<byte> Lines(ReadOnlyMemory<byte> bytes, IEnumerable<int> lines)
    {
        using MemoryStream cut = new();
        ReadOnlyMemory<byte> rest = bytes;
        int current = 1;
        foreach (int line in lines)
        {
            for (; current < line; current++)
            {
                rest = rest[LengthOfFirst(rest.Span)..];
            }

            cut.Write(rest.Span[..LengthOfFirst(rest.Span)]);
        }

        return cut.ToArray();
    }

    private static int LengthOfFirst(ReadOnlySpan<byte> text)
    {
        int end = text.IndexOfAny((byte)'\n', (byte)'\r');
        return end < 0 ? text.Length : text[end..] is [(byte)'\r', (byte)'\n', ..] ? end + 2 : end + 1;
    }
}
