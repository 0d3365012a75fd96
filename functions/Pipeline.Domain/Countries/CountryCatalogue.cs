using Pipeline.Domain.Reference;

namespace Pipeline.Domain;

/// <summary>Countries by ISO code, and the customs codes of the trade statistics.</summary>
public static class CountryCatalogue
{
    private static readonly Lazy<IReadOnlyList<Country>> Loaded = new(() =>
        [.. ReferenceTable.Read("countries.csv").Select(row => new Country(row["iso3"], row["name_ja"], row["name_en"]))
            .OrderBy(country => country.Iso3, StringComparer.Ordinal)]);

    private static readonly Lazy<Dictionary<string, Country>> ByIso =
        new(() => Loaded.Value.ToDictionary(country => country.Iso3, StringComparer.Ordinal));

    private static readonly Lazy<Dictionary<string, CustomsCountry>> ByCustomsCode = new(() =>
        ReferenceTable.Read("customs-countries.csv")
            .Select(row => new CustomsCountry(row["customs_code"], row["iso3"].Length == 0 ? null : row["iso3"], row["name_en"], row["name_ja"], row["status"]))
            .ToDictionary(country => country.Code, StringComparer.Ordinal));

    private static readonly Lazy<Dictionary<string, string>> CustomsCodes = new(() => ByCustomsCode.Value.Values
        .Where(country => country.Iso3 is not null && country.Status == "current")
        .GroupBy(country => country.Iso3!, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Min(country => country.Code)!, StringComparer.Ordinal));

    /// <summary>All countries by code.</summary>
    public static IReadOnlyList<Country> All => Loaded.Value;

    /// <summary>The country with an ISO code.</summary>
    /// <exception cref="UnknownCodeException">There is no such country.</exception>
    public static Country Get(string iso3) => Find(iso3) ?? throw new UnknownCodeException("country", iso3, "an ISO 3166-1 alpha-3 code of countries.csv");

    /// <summary>The country with an ISO code, or none.</summary>
    public static Country? Find(string iso3) => ByIso.Value.GetValueOrDefault(iso3);

    /// <summary>The customs country with a three-digit code, or none.</summary>
    public static CustomsCountry? FindCustoms(string code) => ByCustomsCode.Value.GetValueOrDefault(code);

    /// <summary>Three-digit customs code under which a country is an origin today, or none where it has none.</summary>
    public static string? CustomsCodeOf(string iso3) => CustomsCodes.Value.GetValueOrDefault(iso3);
}

/// <summary>A three-digit country of origin of the trade statistics.</summary>
/// <param name="Code">Customs code, for example <c>105</c>.</param>
/// <param name="Iso3">ISO code, or none where the code is no country (stateless goods, unknown origin).</param>
/// <param name="NameEn">English name.</param>
/// <param name="NameJa">Japanese name.</param>
/// <param name="Status"><c>current</c>, <c>former</c> or another mark of the table.</param>
public sealed record CustomsCountry(string Code, string? Iso3, string NameEn, string NameJa, string Status);
