using System.Text;
using CsvHelper;
using Pipeline.Domain;
using static System.FormattableString;

namespace Pipeline.Sources.Templates;

/// <summary>A filled template as text: UTF-8 with or without byte order mark, RFC 4180.</summary>
internal static class TemplateText
{
    /// <summary>Names of the first line; those of templates need no quotation marks, but programs write them.</summary>
    public static string[] HeaderOf(ReadOnlySpan<byte> bytes)
    {
        int end = bytes.IndexOfAny((byte)'\n', (byte)'\r');
        ReadOnlySpan<byte> line = end < 0 ? bytes : bytes[..end];
        return [.. Encoding.UTF8.GetString(line[..Math.Min(line.Length, FileGuard.HeadLength)])
            .TrimStart('\uFEFF').Split(',').Select(name => name.Trim().Trim('"'))];
    }

    /// <summary>A filled template: header and rows, lines ended by a line feed.</summary>
    /// <param name="template">The template.</param>
    /// <param name="rows">Texts of the cells that are not empty.</param>
    public static string Write(FeedTemplate template, IEnumerable<IReadOnlyDictionary<TemplateColumn, string>> rows) =>
        string.Concat(rows
            .Select(row => template.Columns.Select(column => row.GetValueOrDefault(column, string.Empty)))
            .Prepend(template.Columns.Select(column => column.Name))
            .Select(cells => string.Join(',', cells.Select(Quoted)) + "\n"));

    /// <summary>Header and rows.</summary>
    /// <exception cref="UnreadableFileException">The file is in another encoding, or a quotation mark stands open.</exception>
    public static IReadOnlyList<TemplateRecord> Rows(SourceFile file)
    {
        FileGuard.RequireUtf8(file.Name, file.Bytes.Span);
        using CsvReader reader = CsvReader.Create(file.Bytes, new CsvReaderOptions
        {
            Separator = ',',
            HasHeader = false,
            SkipEmptyLines = false,
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Throw,
        });
        List<TemplateRecord> rows = [];
        try
        {
            while (reader.Read())
            {
                string[] cells = [.. Enumerable.Range(0, reader.FieldCount).Select(index => reader.GetString(index).Trim())];
                rows.Add(new TemplateRecord(checked((int)reader.LineNumber), cells, Encoding.UTF8.GetString(reader.RawRecord)));
            }
        }
        catch (CsvFormatException fault)
        {
            throw new UnreadableFileException(
                new Fault(
                    file.Name, Invariant($"line {fault.LineNumber}"), "quotation marks in pairs, those inside a text doubled",
                    ReadableText.Of(fault.Message), "save the file as CSV again, or hand in the workbook"),
                fault);
        }

        return rows;
    }

    private static string Quoted(string cell) => cell.AsSpan().IndexOfAny(",\"\r\n") < 0
        ? cell
        : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
