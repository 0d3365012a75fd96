namespace Pipeline.Sources.Templates;

/// <summary>A column of a template: its name, what it means, and what a cell of it may hold.</summary>
/// <param name="name">Header name, lower case with underscores.</param>
/// <param name="need">Whether a cell may be empty.</param>
/// <param name="meaning">What the column says, and its unit.</param>
internal abstract class TemplateColumn(string name, Need need, Wording meaning)
{
    /// <summary>Header name.</summary>
    public string Name { get; } = name;

    /// <summary>Whether a cell may be empty.</summary>
    public Need Need { get; } = need;

    /// <summary>What the column says, and its unit.</summary>
    public Wording Meaning { get; } = meaning;

    /// <summary>What a cell may hold; the English words also stand in messages.</summary>
    public abstract Wording Form { get; }

    /// <summary>The codes that documentation lists, or none.</summary>
    public virtual IReadOnlyList<TemplateCode> Codes => [];

    /// <summary>Reads a cell that is not empty.</summary>
    /// <param name="text">Text without blanks at its ends.</param>
    public abstract CellFinding Read(string text);
}

/// <summary>A column whose cells have a type.</summary>
/// <typeparam name="T">Type of a cell that is not empty.</typeparam>
/// <param name="name">Header name.</param>
/// <param name="need">Whether a cell may be empty.</param>
/// <param name="meaning">What the column says, and its unit.</param>
internal abstract class TemplateColumn<T>(string name, Need need, Wording meaning) : TemplateColumn(name, need, meaning)
    where T : notnull;

/// <summary>Whether a cell may be empty.</summary>
/// <param name="IsRequired">True when a row without it is set aside.</param>
/// <param name="Words">The same in words; of a conditional column also the condition, which its reader checks.</param>
internal sealed record Need(bool IsRequired, Wording Words)
{
    /// <summary>Never empty.</summary>
    public static Need Required { get; } = new(true, new Wording("必須", "required"));

    /// <summary>May be empty.</summary>
    public static Need Optional { get; } = new(false, new Wording("任意", "optional"));

    /// <summary>Filled in some rows and empty in others.</summary>
    /// <param name="ja">When, in Japanese.</param>
    /// <param name="en">When, in English.</param>
    public static Need When(string ja, string en) => new(false, new Wording("条件付き: " + ja, "conditional: " + en));
}

/// <summary>A code that a cell may hold.</summary>
/// <param name="Code">The code as written.</param>
/// <param name="Meaning">What it stands for.</param>
internal sealed record TemplateCode(string Code, Wording Meaning);

/// <summary>What a cell holds: a value, or the rule it breaks.</summary>
/// <param name="Value">The value, or none.</param>
/// <param name="Rule">Short stable code of the rule it breaks, or none.</param>
internal readonly record struct CellFinding(object? Value, string? Rule)
{
    /// <summary>Rule of a code that no list knows: it stops the file.</summary>
    public const string UnknownCode = "code";

    /// <summary>A value.</summary>
    public static CellFinding Of(object value) => new(value, null);

    /// <summary>No value.</summary>
    public static CellFinding Broken(string rule) => new(null, rule);
}
