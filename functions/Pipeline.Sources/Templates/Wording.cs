namespace Pipeline.Sources.Templates;

/// <summary>Words for the offices that fill a template, in both languages.</summary>
/// <param name="Ja">Japanese.</param>
/// <param name="En">English.</param>
internal sealed record Wording(string Ja, string En);
