namespace Pipeline.Sources.Templates;

/// <summary>
/// What one type of row fills in, where a template takes rows of several types: columns that must hold something and columns that must not.
/// A cell that does not belong to the row would be lost without a word, so it is at fault.
/// </summary>
/// <param name="Filled">Columns that must hold something.</param>
/// <param name="Empty">Columns that belong to other types of rows.</param>
internal sealed record RowShape(IReadOnlyList<TemplateColumn> Filled, IReadOnlyList<TemplateColumn> Empty)
{
    /// <summary>The first cell of a row that has not this shape, or none.</summary>
    /// <param name="row">The row.</param>
    /// <param name="type">Column that says of which type a row is.</param>
    public RowFault? Broken(TemplateRow row, TemplateColumn type) =>
        Filled.FirstOrDefault(column => !row.Has(column)) is { } missing
                ? new RowFault("missing", missing, $"{missing.Form.En}: a row of type {row.Text(type)} needs it")
            : Empty.FirstOrDefault(row.Has) is { } stray
                ? new RowFault("must-be-empty", stray, $"nothing: it does not belong to a row of type {row.Text(type)}")
            : null;
}
