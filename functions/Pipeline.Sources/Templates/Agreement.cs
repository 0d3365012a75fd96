namespace Pipeline.Sources.Templates;

/// <summary>Cells that agree between the rows of a file: rows that are alike in one column are alike in another.</summary>
/// <param name="By">Column whose equal cells bind rows together, or none where the cell is the same in the whole file.</param>
/// <param name="Same">Column whose cells must then be equal; empty cells bind nothing.</param>
internal sealed record Agreement(TemplateColumn? By, TemplateColumn Same);
