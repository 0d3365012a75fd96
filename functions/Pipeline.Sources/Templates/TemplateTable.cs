using Pipeline.Domain;
using static System.FormattableString;

namespace Pipeline.Sources.Templates;

/// <summary>The rows of a filled template as text, with the place of every cell; text file or sheet, nothing after this knows which.</summary>
internal sealed class TemplateTable
{
    private readonly Dictionary<TemplateColumn, int> positions;

    private TemplateTable(SourceFile file, string? sheet, FeedTemplate template, TemplateRecord header, IReadOnlyList<TemplateRecord> records)
    {
        File = file;
        Sheet = sheet;
        Template = template;
        CheckHeader(header);
        positions = template.Columns.ToDictionary(column => column, column => header.IndexOf(column.Name));
        Records = [.. records.Where(record => !record.IsBlank)];
        CheckStrays(header);
    }

    /// <summary>The file.</summary>
    public SourceFile File { get; }

    /// <summary>Name of the sheet, or none for text.</summary>
    public string? Sheet { get; }

    /// <summary>The template.</summary>
    public FeedTemplate Template { get; }

    /// <summary>Rows that hold anything.</summary>
    public IReadOnlyList<TemplateRecord> Records { get; }

    /// <summary>True when the file carries the mark of the template: a text in its first line, a workbook in the name of a sheet.</summary>
    public static bool Fits(SourceFile file, FeedTemplate template)
    {
        ArgumentNullException.ThrowIfNull(file);
        return FileGuard.Check(file) == FileKind.Workbook
            ? Workbook.SheetNames(file).Contains(template.Source, StringComparer.Ordinal)
            : TemplateText.HeaderOf(file.Bytes.Span).Contains(template.Mark.Name, StringComparer.Ordinal);
    }

    /// <summary>Opens a file that carries the mark.</summary>
    /// <exception cref="LayoutDriftException">The columns are not those of the template.</exception>
    /// <exception cref="UnreadableFileException">The file is damaged or in another encoding, or a cell of a sheet holds an error.</exception>
    public static TemplateTable Open(SourceFile file, FeedTemplate template)
    {
        bool isText = FileGuard.Check(file) == FileKind.Text;
        IReadOnlyList<TemplateRecord> rows = isText ? TemplateText.Rows(file) : TemplateSheet.Rows(file, template);
        return new TemplateTable(file, isText ? null : template.Source, template, rows[0], [.. rows.Skip(1)]);
    }

    /// <summary>Text of a cell without blanks at its ends.</summary>
    public string Text(TemplateRecord record, TemplateColumn column) => record[positions[column]];

    /// <summary>Place of a cell for messages: <c>line 7, column value</c>, or <c>sheet mines, cell C7 (column value)</c>.</summary>
    public string Place(TemplateRecord record, TemplateColumn column) => Place(record.Row, positions[column], column.Name);

    /// <summary>Place of a cell: the header name of its column, in a sheet with the address: <c>value (C7)</c>.</summary>
    public SourceCell At(TemplateRecord record, TemplateColumn column) => new(
        File.Snapshot, File.Name, Sheet, record.Row,
        Sheet is null ? column.Name : Invariant($"{column.Name} ({CellAddress.Of(record.Row, positions[column])})"));

    /// <summary>Sets a row aside; of a restricted one only the place is told.</summary>
    public QuarantinedRow Quarantine(TemplateRecord record, TemplateColumn column, string rule, string expected)
    {
        string text = Text(record, column);
        return rule == QuarantinedRow.Restricted
            ? new(rule, At(record, column), expected, "such a figure", "not repeated here: restricted")
            : new(rule, At(record, column), expected, text.Length > 0 ? ReadableText.Of(text) : "nothing", record.Line);
    }

    private void CheckHeader(TemplateRecord header)
    {
        string[] known = [.. Template.Columns.Select(column => column.Name)];
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach ((int index, string name) in header.Cells.Index().Where(cell => cell.Item.Length > 0))
        {
            if (!known.Contains(name, StringComparer.Ordinal) || !seen.Add(name))
            {
                throw Drift(
                    Place(header.Row, index, name), seen.Contains(name) ? "each column once" : "a column of the template: " + string.Join(", ", known),
                    ReadableText.Of(name));
            }
        }

        if (known.FirstOrDefault(name => !seen.Contains(name)) is { } missing)
        {
            throw Drift(Sheet is null ? "line 1" : $"sheet {Sheet}, row 1", $"a column '{missing}'", "none");
        }
    }

    /// <summary>Cells without a column belong nowhere, and would be lost.</summary>
    private void CheckStrays(TemplateRecord header)
    {
        foreach (TemplateRecord record in Records)
        {
            // Which cell is of which column is not known here, so the row may be a restricted one and is not repeated.
            if (Sheet is null && record.Cells.Count != header.Cells.Count)
            {
                throw new LayoutDriftException(new Fault(
                    File.Name, Invariant($"line {record.Row}"), Invariant($"{header.Cells.Count} fields"),
                    Invariant($"{record.Cells.Count} fields"),
                    "put texts with a comma between quotation marks, or hand in the workbook; nothing of this file is used"));
            }

            foreach ((int index, string text) in record.Cells.Index().Where(cell => cell.Item.Length > 0 && header[cell.Index].Length == 0))
            {
                throw Drift(Place(record.Row, index, name: null), "nothing: the column has no header", ReadableText.Of(text));
            }
        }
    }

    private string Place(int row, int index, string? name) => Sheet is null
        ? Invariant($"line {row}, column {name ?? (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)}")
        : Invariant($"sheet {Sheet}, cell {CellAddress.Of(row, index)}") + (name is null ? string.Empty : $" (column {name})");

    private LayoutDriftException Drift(string place, string expected, string found) => new(new Fault(
        File.Name, place, expected, found, $"fill in the template that 'template {Template.Source}' writes, with its columns and no others"));
}

/// <summary>A row as text.</summary>
/// <param name="Row">Line of the file or row of the sheet, from 1.</param>
/// <param name="Cells">Cells without blanks at their ends.</param>
/// <param name="Line">The whole row.</param>
internal sealed record TemplateRecord(int Row, IReadOnlyList<string> Cells, string Line)
{
    /// <summary>True when no cell holds anything.</summary>
    public bool IsBlank => Cells.All(cell => cell.Length == 0);

    /// <summary>A cell; empty beyond the end of the row.</summary>
    public string this[int index] => index < Cells.Count ? Cells[index] : string.Empty;

    /// <summary>Position of a cell with a text, or -1.</summary>
    public int IndexOf(string text) => Cells.Index().Where(cell => cell.Item == text).Select(cell => (int?)cell.Index).FirstOrDefault() ?? -1;
}
