using System.Globalization;
using Pipeline.Domain;
using static System.FormattableString;

namespace Pipeline.Sources.Templates;

/// <summary>
/// Reads what offices hand in on a template, as CSV (UTF-8, RFC 4180) or as the sheet of a workbook. A column, version or code that the template
/// does not know stops the file; a single row with a bad cell is set aside, whole, with the rule, the cell, what was expected and what was found.
/// </summary>
public abstract class TemplateReader : SourceReader
{
    /// <summary>The template.</summary>
    internal abstract FeedTemplate Template { get; }

    /// <inheritdoc/>
    public sealed override string Source => Template.Source;

    /// <summary>True: an office can be told what to mend as long as the file is still in its hands.</summary>
    public sealed override bool IsReadOnArrival => true;

    /// <inheritdoc/>
    public sealed override bool Recognises(SourceFile file) => TemplateTable.Fits(file, Template);

    /// <inheritdoc/>
    public sealed override ReadResult Read(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        TemplateTable table = TemplateTable.Open(file, Template);
        List<Observation> observations = [];
        List<QuarantinedRow> quarantined = [];
        HashSet<string> keys = new(StringComparer.Ordinal);
        BoundCells bound = new(Template.Agreements);
        DateOnly? known = null;
        foreach (TemplateRecord record in table.Records)
        {
            // First of all, and on the raw cells: a row that must not be here is not repeated because it has another fault as well.
            if (Restricted(column => table.Text(record, column)) is { } restricted)
            {
                quarantined.Add(table.Quarantine(record, restricted.Column, restricted.Rule, restricted.Expected));
                continue;
            }

            if (Cells(table, record, out QuarantinedRow? bad) is not { } row)
            {
                quarantined.Add(bad!);
                continue;
            }

            if (Broken(row) is { } fault)
            {
                quarantined.Add(table.Quarantine(record, fault.Column, fault.Rule, fault.Expected));
                continue;
            }

            if (Template.Key.Count > 0 && !keys.Add(string.Join('\u001f', Template.Key.Select(row.Text))))
            {
                quarantined.Add(table.Quarantine(
                    record, Template.Key[0], "duplicate", "one row for each " + string.Join(", ", Template.Key.Select(column => column.Name))));
                continue;
            }

            if (bound.Broken(row) is { } disagreement)
            {
                quarantined.Add(table.Quarantine(record, disagreement.Column, disagreement.Rule, disagreement.Expected));
                continue;
            }

            observations.AddRange(Observe(row));
            DateOnly day = row.Get(Template.KnownFrom);
            known = known is { } latest && latest > day ? latest : day;
        }

        return new ReadResult(
            Source, known is { } published ? published.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "without rows",
            Invariant($"template version {Template.Version}, {(table.Sheet is null ? "text" : "workbook")}"), table.Records.Count,
            observations, quarantined)
        {
            PublishedOn = known,
        };
    }

    /// <summary>The whole file: every row of a template is in use.</summary>
    public sealed override ReadOnlyMemory<byte>? Cut(SourceFile file) => file?.Bytes;

    /// <summary>The rule by which only the closed application may hold a row, or none; it is asked before any cell is read.</summary>
    /// <param name="cell">Text of a cell of the row, without blanks at its ends.</param>
    private protected virtual RowFault? Restricted(Func<TemplateColumn, string> cell) => null;

    /// <summary>The first rule that a row breaks although each of its cells can be read, or none.</summary>
    /// <param name="row">The row.</param>
    private protected abstract RowFault? Broken(TemplateRow row);

    /// <summary>What a good row says.</summary>
    /// <param name="row">A row that breaks no rule.</param>
    private protected abstract IEnumerable<Observation> Observe(TemplateRow row);

    private static TemplateRow? Cells(TemplateTable table, TemplateRecord record, out QuarantinedRow? bad)
    {
        Dictionary<TemplateColumn, object> values = [];
        bad = null;
        foreach (TemplateColumn column in table.Template.Columns)
        {
            string text = table.Text(record, column);
            if (text.Length == 0)
            {
                if (column.Need.IsRequired)
                {
                    bad ??= table.Quarantine(record, column, "missing", column.Form.En);
                }

                continue;
            }

            CellFinding finding = column.Read(text);
            if (finding.Value is { } value)
            {
                values[column] = value;
            }
            else if (column == table.Template.Mark)
            {
                throw new LayoutDriftException(new Fault(
                    table.File.Name, table.Place(record, column), Invariant($"version {table.Template.Version}"), ReadableText.Of(text),
                    Invariant($"carry the rows over into the template that 'template {table.Template.Source}' writes")));
            }
            else if (finding.Rule == CellFinding.UnknownCode)
            {
                throw new UnknownCodeException($"{column.Name} of {table.Template.Source}", text, new Fault(
                    table.File.Name, table.Place(record, column), column.Form.En, ReadableText.Of(text),
                    "use a code of the template's list of codes; nothing of this file is used until every code is known"));
            }
            else
            {
                bad ??= table.Quarantine(record, column, finding.Rule!, column.Form.En);
            }
        }

        return bad is null ? new TemplateRow(table, record, values) : null;
    }
}
