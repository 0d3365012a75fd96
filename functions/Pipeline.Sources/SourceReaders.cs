using Pipeline.Domain;
using Pipeline.Sources.AdditionalElements;
using Pipeline.Sources.DisruptionSurvey;
using Pipeline.Sources.DomesticSurvey;
using Pipeline.Sources.ExportMeasures;
using Pipeline.Sources.Governance;
using Pipeline.Sources.MarketOutlook;
using Pipeline.Sources.Mines;
using Pipeline.Sources.MofTrade;
using Pipeline.Sources.PinkSheet;
using Pipeline.Sources.UsgsMcs;

namespace Pipeline.Sources;

/// <summary>All readers, and the choice of the one for a file by its content.</summary>
public static class SourceReaders
{
    private const int LongestHeader = 16 * 1024;

    /// <summary>All readers in order of source.</summary>
    public static IReadOnlyList<SourceReader> All { get; } =
        [
            new AdditionalElementsReader(), new DisruptionSurveyReader(), new DomesticSurveyReader(), new ExportMeasuresReader(),
            new MarketOutlookReader(), new MinesReader(), new MofTradeReader(), new PinkSheetReader(), new UsgsMcsReader(), new WgiReader(),
        ];

    /// <summary>The reader for a file, chosen by its content and never by its name.</summary>
    /// <param name="file">The file.</param>
    /// <param name="source">Source the caller expects, or none to choose among all.</param>
    /// <exception cref="UnreadableFileException">The file is empty, an error page, an archive or in another encoding.</exception>
    /// <exception cref="UnknownCodeException">There is no source of that name.</exception>
    /// <exception cref="LayoutDriftException">No reader knows the layout.</exception>
    public static SourceReader For(SourceFile file, string? source = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        FileKind kind = FileGuard.Check(file);
        SourceReader[] candidates = [.. All.Where(reader => source is null || reader.Source == source)];
        if (candidates.Length == 0)
        {
            throw new UnknownCodeException("source", source!, "one of " + string.Join(", ", All.Select(reader => reader.Source)));
        }

        if (candidates.FirstOrDefault(reader => reader.Recognises(file)) is { } found)
        {
            return found;
        }

        if (kind == FileKind.Text)
        {
            FileGuard.RequireUtf8(file.Name, file.Bytes.Span);
        }

        throw new LayoutDriftException(new Fault(
            file.Name,
            kind == FileKind.Text ? "first line" : "sheet names",
            "a layout of " + string.Join(", ", candidates.Select(reader => reader.Source)),
            kind == FileKind.Text ? ReadableText.Of(FirstLine(file.Bytes.Span))
                : string.Join(", ", Workbook.SheetNames(file).Select(ReadableText.Of)),
            "check that the file is the publisher's own, or add its new layout to the reader"));
    }

    /// <summary>Chooses the reader of a file and reads it.</summary>
    /// <param name="file">The file.</param>
    /// <param name="source">Source the caller expects, or none to choose among all.</param>
    /// <exception cref="PipelineException">As for <see cref="For"/> and <see cref="SourceReader.Read"/>.</exception>
    public static ReadResult Read(SourceFile file, string? source = null) => For(file, source).Read(file);

    /// <summary>
    /// Reads a file on disk. Years of trade, which can be a hundred megabytes, go through in one pass and are never held; other files are small.
    /// </summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="source">Source the caller expects, or none to choose among all.</param>
    /// <exception cref="PipelineException">As for <see cref="For"/> and <see cref="SourceReader.Read"/>.</exception>
    public static StreamedFile ReadFile(string path, string? source = null)
    {
        string name = Path.GetFileName(path);
        MofTradeReader trade = All.OfType<MofTradeReader>().Single();
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1);
        byte[] head = new byte[Math.Min(stream.Length, LongestHeader)];
        stream.ReadExactly(head);
        if ((source is null || source == trade.Source) && trade.Recognises(new SourceFile(name, head, string.Empty)))
        {
            stream.Position = 0;
            return trade.ReadStream(stream, name);
        }

        SourceFile file = SourceFile.From(name, File.ReadAllBytes(path));
        return new StreamedFile(file.Snapshot, file.Bytes.Length, Read(file, source));
    }

    private static ReadOnlySpan<byte> FirstLine(ReadOnlySpan<byte> text)
    {
        int end = text.IndexOfAny((byte)'\n', (byte)'\r');
        return end < 0 ? text : text[..end];
    }
}
