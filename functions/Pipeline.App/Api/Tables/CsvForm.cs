using CsvHelper;

namespace Pipeline.App.Api;

/// <summary>How a caller wants CSV: with a byte-order mark for spreadsheets, with Japanese words.</summary>
internal static class CsvForm
{
    private const string Yes = "1";
    private const string Japanese = "ja";

    private static readonly ApiParameter Bom = new(
        "bom", new("1 は CSV の先頭に BOM を付ける（Excel 用）。JSON には影響しない。", "1 puts a byte-order mark before CSV, for Excel; JSON stays as it is."), new ChoiceRule(["0", Yes])) { Default = "0" };

    private static readonly ApiParameter Labels = new(
        "labels", new("ja は、日本語の名前がある表で、CSV の末尾にその列を加える。JSON には名前が両言語である。", "'ja' adds columns of Japanese names at the end of CSV where the table has any; JSON has names in both languages anyway."), new ChoiceRule(["en", Japanese])) { Default = "en" };

    private static readonly CsvWriterOptions Plain = new() { WriteByteOrderMark = false, Injection = CsvInjection.Escape };

    private static readonly CsvWriterOptions Marked = new() { WriteByteOrderMark = true, Injection = CsvInjection.Escape };

    /// <summary>The parameters of routes that answer CSV.</summary>
    public static IReadOnlyList<ApiParameter> Parameters { get; } = [Bom, Labels];

    /// <summary>Rows as CSV (RFC 4180), UTF-8, with a line of names; a file to be saved.</summary>
    /// <param name="request">The request, for its wishes.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="columns">The columns in order.</param>
    /// <param name="name">Name of the file without its ending.</param>
    /// <param name="freshness">How long it may be used again.</param>
    public static PreparedAnswer Answer<T>(ApiRequest request, IEnumerable<T> rows, IReadOnlyList<CsvColumn<T>> columns, string name, Freshness freshness) => new(
        new Representation(MediaForm.Csv, Write(rows, columns, request.Query(Bom.Name) == Yes, request.Query(Labels.Name) == Japanese)), freshness)
    {
        FileName = name + ".csv",
        Link = $"{PageLinks.Licence}, {PageLinks.Description}",
    };

    /// <summary>The bytes of a table.</summary>
    public static byte[] Write<T>(IEnumerable<T> rows, IReadOnlyList<CsvColumn<T>> columns, bool isMarked, bool isJapanese)
    {
        CsvColumn<T>[] shown = [.. columns.Where(column => isJapanese || !column.IsJapanese)];
        using MemoryStream stream = new();
        using (CsvWriter writer = CsvWriter.Create(stream, isMarked ? Marked : Plain, leaveOpen: true))
        {
            writer.WriteRecord([.. shown.Select(column => column.Name)]);
            foreach (T row in rows)
            {
                foreach (CsvColumn<T> column in shown)
                {
                    column.Write(writer, row);
                }

                writer.EndRecord();
            }

            writer.Flush();
        }

        return stream.ToArray();
    }
}
