namespace Pipeline.Sources.Templates;

/// <summary>Yes or no, never guessed from anything else.</summary>
/// <inheritdoc cref="TemplateColumn{T}"/>
internal sealed class YesNoColumn(string name, Need need, Wording meaning) : TemplateColumn<bool>(name, need, meaning)
{
    /// <inheritdoc/>
    public override Wording Form { get; } = new("yes または no", "yes or no");

    /// <inheritdoc/>
    public override IReadOnlyList<TemplateCode> Codes { get; } =
        [new("yes", new Wording("はい", "yes")), new("no", new Wording("いいえ", "no"))];

    /// <inheritdoc/>
    public override CellFinding Read(string text) => text switch
    {
        "yes" => CellFinding.Of(true),
        "no" => CellFinding.Of(false),
        _ => CellFinding.Broken("yes-no"),
    };
}
