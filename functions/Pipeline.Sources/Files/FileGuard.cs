using System.IO.Compression;
using System.Text;
using System.Text.Unicode;
using Pipeline.Domain;
using static System.FormattableString;

namespace Pipeline.Sources;

/// <summary>What a file is made of.</summary>
public enum FileKind
{
    /// <summary>Lines of text.</summary>
    Text,

    /// <summary>An Office Open XML workbook.</summary>
    Workbook,
}

/// <summary>
/// Looks at what a file really is before any reader does: an empty file, an error page, an archive, an old workbook or a file in
/// another encoding is refused here with its place, what was expected, what was found and what to do.
/// </summary>
public static class FileGuard
{
    private const string FetchAgain = "fetch the file from the publisher again";

    /// <summary>Bytes at the start that are enough to tell what a file is.</summary>
    internal const int HeadLength = 4096;

    /// <summary>Tells text and workbook apart and refuses everything else.</summary>
    /// <exception cref="UnreadableFileException">The file is neither.</exception>
    public static FileKind Check(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        ReadOnlySpan<byte> bytes = file.Bytes.Span;
        if (!IsZip(bytes))
        {
            CheckTextHead(file.Name, bytes[..Math.Min(bytes.Length, HeadLength)]);
            return FileKind.Text;
        }

        try
        {
            using ZipArchive archive = new(new MemoryView(file.Bytes), ZipArchiveMode.Read);
            return archive.GetEntry("xl/workbook.xml") is not null ? FileKind.Workbook : throw Archive(file.Name, archive);
        }
        catch (InvalidDataException fault)
        {
            throw new UnreadableFileException(
                new Fault(file.Name, "end of file", "a whole workbook or archive",
                    "a zip archive without its directory: the file was cut off", FetchAgain), fault);
        }
    }

    /// <summary>Refuses a file that should be text and whose first bytes say that it is not.</summary>
    /// <param name="name">File name for messages.</param>
    /// <param name="head">First bytes, up to 4 KiB; all of a shorter file.</param>
    /// <exception cref="UnreadableFileException">The file is no text.</exception>
    internal static void CheckTextHead(string name, ReadOnlySpan<byte> head)
    {
        ReadOnlySpan<byte> text = head.StartsWith("\uFEFF"u8) ? head[3..] : head;
        ReadOnlySpan<byte> content = text.TrimStart(" \t\r\n"u8);
        (string Found, string Remedy)? fault = head switch
        {
            _ when content.IsEmpty => (head.IsEmpty ? "0 bytes" : "blanks only", FetchAgain),
            _ when content.StartsWith("<?xml"u8) =>
                ("an XML document: " + ReadableText.Of(content),
                    "hand in the publisher's data file, not a description or an answer of its server"),
            _ when content[0] == (byte)'<' =>
                ("markup, such as an error page: " + ReadableText.Of(content), "open the address in a browser, then " + FetchAgain),
            [0x1F, 0x8B, ..] => ("a gzip archive", "unpack it and hand in the file inside"),
            _ when IsZip(head) => ("a zip archive", "unpack it and hand in the file inside"),
            [0xD0, 0xCF, 0x11, 0xE0, ..] =>
                ("a workbook of the old binary format (xls)", "save it as xlsx, or fetch the publisher's text file"),
            _ when head.StartsWith("%PDF"u8) => ("a PDF document", "fetch the publisher's data file instead"),
            [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => ("text in UTF-16", "save it as UTF-8, or fetch the publisher's own file"),
            _ when LooksLikeUtf16(head) =>
                ("text in UTF-16 without a byte order mark", "save it as UTF-8, or fetch the publisher's own file"),
            _ when head.Contains((byte)0) => ("binary data: " + ReadableText.Of(head), FetchAgain),
            _ => null,
        };
        if (fault is { } found)
        {
            throw new UnreadableFileException(new Fault(name, "first bytes", "text of the publisher", found.Found, found.Remedy));
        }
    }

    /// <summary>Refuses text that is not UTF-8; says so when it is Japanese text in Shift_JIS.</summary>
    /// <exception cref="UnreadableFileException">The text has a byte that is not UTF-8.</exception>
    internal static void RequireUtf8(string name, ReadOnlySpan<byte> bytes)
    {
        if (!Utf8.IsValid(bytes))
        {
            throw NotUtf8(name, bytes, FirstInvalid(bytes), "UTF-8 text");
        }
    }

    /// <summary>Refuses text with a character outside ASCII, for files that the publisher writes in ASCII alone.</summary>
    /// <exception cref="UnreadableFileException">The text has a byte above 127 after an optional byte order mark.</exception>
    internal static void RequireAscii(string name, ReadOnlySpan<byte> bytes)
    {
        int start = bytes.StartsWith("\uFEFF"u8) ? 3 : 0;
        int foreign = bytes[start..].IndexOfAnyExceptInRange((byte)0, (byte)127);
        if (foreign >= 0)
        {
            throw NotUtf8(name, bytes, start + foreign, "ASCII text, as the publisher writes it");
        }
    }

    /// <summary>The error for a file whose last record is not whole.</summary>
    internal static UnreadableFileException CutOff(string name, long line, string expected, string found) =>
        new(new Fault(name, Invariant($"line {line} (the last, without a line end)"), expected, found + ": the file was cut off",
            FetchAgain));

    private static UnreadableFileException NotUtf8(string name, ReadOnlySpan<byte> bytes, int position, string expected)
    {
        int line = 1 + bytes[..position].Count((byte)'\n');
        ReadOnlySpan<byte> rest = bytes[position..];
        int end = rest.IndexOfAny((byte)'\n', (byte)'\r');
        ReadOnlySpan<byte> text = end < 0 ? rest : rest[..end];
        string found = ShiftJis.IsLikely(bytes) ? "text in Shift_JIS: " + ReadableText.Of(ShiftJis.Decode(text))
            : "text in another encoding: " + ReadableText.Of(text);
        return new UnreadableFileException(new Fault(
            name, Invariant($"line {line}, byte {position}"), expected, found, "save it as UTF-8, or fetch the publisher's own file"));
    }

    private static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        int position = 0;
        while (Rune.DecodeFromUtf8(bytes[position..], out _, out int consumed) == System.Buffers.OperationStatus.Done)
        {
            position = checked(position + consumed);
        }

        return position;
    }

    private static bool IsZip(ReadOnlySpan<byte> head) => head is [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..];

    private static bool LooksLikeUtf16(ReadOnlySpan<byte> head) => head is [not 0, 0, not 0, 0, ..] or [0, not 0, 0, not 0, ..];

    private static UnreadableFileException Archive(string name, ZipArchive archive) => new(new Fault(
        name, "first bytes", "text or a workbook of the publisher",
        Invariant($"a zip archive of {archive.Entries.Count} files")
            + string.Concat(archive.Entries.Take(1).Select(entry => ", first " + ReadableText.Of(entry.FullName))),
        "unpack it and hand in the file inside"));
}
