using Pipeline.Domain;
using Pipeline.Domain.Reference;

namespace Pipeline.Sources.Governance;

/// <summary>
/// ISO codes of the World Bank's economies. Releases up to 2021 use six codes of the bank's own; each is accepted only together with
/// the name it stood for, so that a code which comes to mean something else stops the source.
/// </summary>
internal static class Economies
{
    private static readonly Lazy<Dictionary<(string Code, string Name), string>> Former = new(() =>
        ReferenceTable.Read(typeof(Economies).Assembly, "Pipeline.Sources.Governance.former-codes.csv", "former-codes.csv")
            .ToDictionary(row => (row["code"], row["name"]), row => row["iso3"]));

    /// <summary>ISO code of an economy.</summary>
    /// <param name="code">Code as printed.</param>
    /// <param name="name">Name as printed.</param>
    /// <param name="file">File name for messages.</param>
    /// <param name="place">Line or cell for messages.</param>
    /// <exception cref="UnknownCodeException">The code is neither ISO nor one of the six with its name.</exception>
    public static string Iso3(string code, string name, string file, string place)
    {
        if (CountryCatalogue.Find(code) is { } country)
        {
            return country.Iso3;
        }

        return Former.Value.TryGetValue((code, name), out string? iso3) ? iso3 : throw new UnknownCodeException(
            "economy", code, new Fault(
                file, place, "an ISO 3166-1 alpha-3 code, or a former World Bank code with its name",
                $"{ReadableText.Of(code)} ({ReadableText.Of(name)})",
                "find out which economy it is and add it to countries.csv or former-codes.csv"));
    }
}
