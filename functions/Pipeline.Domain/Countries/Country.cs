namespace Pipeline.Domain;

/// <summary>A country or territory that trades or produces.</summary>
/// <param name="Iso3">ISO 3166-1 alpha-3 code (XKX for Kosovo).</param>
/// <param name="NameJa">Usual Japanese short name.</param>
/// <param name="NameEn">Usual English short name.</param>
public sealed record Country(string Iso3, string NameJa, string NameEn);
