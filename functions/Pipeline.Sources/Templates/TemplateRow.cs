using Pipeline.Domain;

namespace Pipeline.Sources.Templates;

/// <summary>A row whose cells have all been read.</summary>
internal sealed class TemplateRow
{
    private readonly TemplateTable table;
    private readonly TemplateRecord record;
    private readonly IReadOnlyDictionary<TemplateColumn, object> values;
    private readonly bool illustrative;

    /// <summary>A row of a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="record">The row as text.</param>
    /// <param name="values">Values of the cells that are not empty.</param>
    public TemplateRow(TemplateTable table, TemplateRecord record, IReadOnlyDictionary<TemplateColumn, object> values)
    {
        this.table = table;
        this.record = record;
        this.values = values;
        illustrative = Get(table.Template.Illustrative);
    }

    /// <summary>Text of a cell without blanks at its ends.</summary>
    public string Text(TemplateColumn column) => table.Text(record, column);

    /// <summary>True when the cell is not empty.</summary>
    public bool Has(TemplateColumn column) => values.ContainsKey(column);

    /// <summary>Value of a required cell.</summary>
    /// <exception cref="KeyNotFoundException">The cell is empty: the column is not required, or a rule has not been checked.</exception>
    public T Get<T>(TemplateColumn<T> column)
        where T : notnull => (T)values[column];

    /// <summary>Value of a cell, or none.</summary>
    public T? Find<T>(TemplateColumn<T> column)
        where T : class => values.TryGetValue(column, out object? value) ? (T)value : null;

    /// <summary>Value of a cell, or none.</summary>
    public T? FindValue<T>(TemplateColumn<T> column)
        where T : struct => values.TryGetValue(column, out object? value) ? (T)value : null;

    /// <summary>Place of a cell, marked when the row is illustrative.</summary>
    public SourceCell At(TemplateColumn column) => table.At(record, column) with { Illustrative = illustrative };
}

/// <summary>A rule that a row breaks although each of its cells can be read.</summary>
/// <param name="Rule">Short stable code.</param>
/// <param name="Column">Column whose cell is at fault.</param>
/// <param name="Expected">What the rule asks for, and what to do where that is not plain.</param>
internal sealed record RowFault(string Rule, TemplateColumn Column, string Expected);
