using Pipeline.Domain;

namespace Pipeline.Sources.Templates;

/// <summary>A code of a closed list. A code that the list does not know stops the file: a row that nobody can place is never dropped.</summary>
/// <typeparam name="T">What a code stands for.</typeparam>
internal sealed class CodeColumn<T> : TemplateColumn<T>
    where T : notnull
{
    private readonly Dictionary<string, T> values;

    /// <summary>A column with its list.</summary>
    /// <param name="name">Header name.</param>
    /// <param name="need">Whether a cell may be empty.</param>
    /// <param name="meaning">What the column says.</param>
    /// <param name="form">What the list is, in words.</param>
    /// <param name="codes">The list, in the order of documentation.</param>
    public CodeColumn(string name, Need need, Wording meaning, Wording form, IReadOnlyList<(TemplateCode Code, T Value)> codes)
        : base(name, need, meaning)
    {
        Form = form;
        Codes = [.. codes.Select(entry => entry.Code)];
        values = codes.ToDictionary(entry => entry.Code.Code, entry => entry.Value, StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public override Wording Form { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<TemplateCode> Codes { get; }

    /// <inheritdoc/>
    public override CellFinding Read(string text) =>
        values.TryGetValue(text, out T? value) ? CellFinding.Of(value) : CellFinding.Broken(CellFinding.UnknownCode);
}

/// <summary>Makes columns of codes.</summary>
internal static class CodeColumn
{
    /// <summary>Identifiers of minerals, and of what else the template may name in their place.</summary>
    /// <param name="name">Header name.</param>
    /// <param name="need">Whether a cell may be empty.</param>
    /// <param name="meaning">What the column says.</param>
    /// <param name="others">Groups of minerals, or a code for all of them.</param>
    public static CodeColumn<string> Minerals(string name, Need need, Wording meaning, params TemplateCode[] others) => new(
        name, need, meaning, new Wording("鉱種コード", "a mineral, for example 'cobalt'"),
        [
            .. MineralCatalogue.All.Select(mineral => new TemplateCode(mineral.Id, new Wording(mineral.NameJa, mineral.NameEn)))
                .Concat(others).Select(code => (code, code.Code)),
        ]);

    /// <summary>ISO codes of countries.</summary>
    /// <param name="name">Header name.</param>
    /// <param name="need">Whether a cell may be empty.</param>
    /// <param name="meaning">What the column says.</param>
    public static CodeColumn<string> Countries(string name, Need need, Wording meaning) => new(
        name, need, meaning, new Wording("国コード（ISO 3166-1 alpha-3）", "a country in ISO 3166-1 alpha-3, for example 'CHL'"),
        [
            .. CountryCatalogue.All
                .Select(country => (new TemplateCode(country.Iso3, new Wording(country.NameJa, country.NameEn)), country.Iso3)),
        ]);

    /// <summary>A list of the template's own.</summary>
    /// <param name="name">Header name.</param>
    /// <param name="need">Whether a cell may be empty.</param>
    /// <param name="meaning">What the column says.</param>
    /// <param name="codes">Code as written, value, and words.</param>
    public static CodeColumn<T> Of<T>(
        string name, Need need, Wording meaning, params (string Code, T Value, string Ja, string En)[] codes)
        where T : notnull
    {
        string list = string.Join(", ", codes.Select(code => code.Code));
        return new(
            name, need, meaning, new Wording("次のいずれか: " + list, "one of: " + list),
            [.. codes.Select(code => (new TemplateCode(code.Code, new Wording(code.Ja, code.En)), code.Value))]);
    }
}
