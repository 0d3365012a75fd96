namespace Pipeline.Sources.Templates;

/// <summary>Free text.</summary>
/// <inheritdoc cref="TemplateColumn{T}"/>
internal sealed class TextColumn(string name, Need need, Wording meaning) : TemplateColumn<string>(name, need, meaning)
{
    /// <inheritdoc/>
    public override Wording Form { get; } = new("文字列", "text");

    /// <inheritdoc/>
    public override CellFinding Read(string text) => CellFinding.Of(text);
}
