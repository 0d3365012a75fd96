using Pipeline.Domain;
using Pipeline.Domain.Reference;
using Pipeline.Sources.Corrections;

namespace Pipeline.Sources.UsgsMcs;

/// <summary>What the publisher's words mean here: commodities, countries, world tables and price series. Each table is complete, so a new word stops the source.</summary>
internal static class UsgsTables
{
    private static readonly Lazy<ILookup<string, (string ColumnPart, string Mineral)>> Commodities = new(() => Read("usgs-commodities.csv")
        .ToLookup(row => row["name"], row => (row["column_part"], row["mineral"]), StringComparer.OrdinalIgnoreCase));

    private static readonly Lazy<Dictionary<string, string>> Countries = new(() => Read("usgs-countries.csv")
        .ToDictionary(row => row["name"], row => row["iso3"], StringComparer.Ordinal));

    private static readonly Lazy<Dictionary<string, WorldTable>> Worlds = new(() => Read("usgs-world-tables.csv").ToDictionary(
        row => Key(row["edition"], row["commodity"], row["words"], row["measure"]),
        row => new WorldTable(row["series"], Enum.Parse<Statistic>(row["statistic"]), row["basis"]), StringComparer.OrdinalIgnoreCase));

    private static readonly Lazy<Dictionary<string, PriceSeries>> Prices = new(() => Read("usgs-price-series.csv").ToDictionary(
        row => Key(row["edition"], row["commodity"], row["column"]),
        row => new PriceSeries(row["series"], row["mineral"], row["unit"], row.Flag("deflated")), StringComparer.Ordinal));

    /// <summary>True when rows of a commodity belong to a mineral under watch.</summary>
    /// <exception cref="UnknownCodeException">The commodity is in no list, neither of minerals under watch nor of those passed over.</exception>
    public static bool IsInScope(string commodity, SourceCell at) => Entries(commodity, at).Any(entry => entry.Mineral.Length > 0);

    /// <summary>Mineral of a cell.</summary>
    public static string Mineral(RawCell cell)
    {
        // The chapter "Zirconium and Hafnium" tells its two metals apart by column only.
        List<(string ColumnPart, string Mineral)> entries = [.. Entries(cell.Commodity, cell.At)];
        (string ColumnPart, string Mineral) entry = entries.Find(
            candidate => candidate.ColumnPart.Length > 0 && cell.Words.Contains(candidate.ColumnPart, StringComparison.Ordinal));
        return entry.Mineral ?? entries.Find(candidate => candidate.ColumnPart.Length == 0).Mineral;
    }

    /// <summary>Place of a cell: a country, the rest, or the world.</summary>
    /// <exception cref="UnknownCodeException">The name is in no list.</exception>
    public static Place Place(RawCell cell)
    {
        string name = cell.Place.TrimEnd("0123456789".ToCharArray()).TrimEnd();
        return name switch
        {
            _ when name.StartsWith("World total", StringComparison.Ordinal) => new Place(PlaceKind.WorldTotal, null),
            _ when name.Equals("Other countries", StringComparison.OrdinalIgnoreCase) => new Place(PlaceKind.Residual, null),
            _ when Countries.Value.TryGetValue(name, out string? iso3) => new Place(PlaceKind.Country, iso3),
            _ => throw Unknown("country of usgs-mcs", cell.Place, cell.At, "a name of usgs-countries.csv, 'Other countries' or 'World total'"),
        };
    }

    /// <summary>Series, statistic and basis of a cell of a world table, or none when no table of these words is known.</summary>
    public static WorldTable? FindWorld(RawCell cell) => Worlds.Value.GetValueOrDefault(
        Key(cell.Edition.ToString(System.Globalization.CultureInfo.InvariantCulture), cell.Commodity, WithoutRounding(cell.Words), cell.Measure));

    /// <summary>Series of a price cell.</summary>
    /// <exception cref="UnknownCodeException">The column or statistic is no known price series of the edition.</exception>
    public static PriceSeries Price(RawCell cell) => Prices.Value.GetValueOrDefault(
        Key(cell.Edition.ToString(System.Globalization.CultureInfo.InvariantCulture), cell.Commodity, cell.Words))
        ?? throw Unknown("price series of usgs-mcs", cell.Words, cell.At, $"a series of usgs-price-series.csv for {cell.Commodity}");

    /// <summary>An unknown word, with its place.</summary>
    public static UnknownCodeException Unknown(string list, string code, SourceCell at, string expected) =>
        new(list, code, new Fault(at.File, at.Address, expected, $"'{code}'", "compare with the publisher's table and add the word to the list"));

    private static IEnumerable<(string ColumnPart, string Mineral)> Entries(string commodity, SourceCell at) =>
        Commodities.Value.Contains(commodity)
            ? Commodities.Value[commodity]
            : throw Unknown("commodity of usgs-mcs", commodity, at, "a name of usgs-commodities.csv");

    private static string WithoutRounding(string words)
    {
        // World totals say "rounded" in the words of the statistic; the table is the same.
        string[] endings = [": rounded", ", rounded", " (rounded)"];
        return endings.FirstOrDefault(ending => words.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) is { } found ? words[..^found.Length].TrimEnd() : words;
    }

    private static string Key(params string[] parts) => string.Join('\n', parts);

    private static IReadOnlyList<ReferenceRow> Read(string table) =>
        ReferenceTable.Read(typeof(UsgsTables).Assembly, "Pipeline.Sources.UsgsMcs." + table, table);
}

/// <summary>A table of production, reserves or capacity by country.</summary>
/// <param name="Series">Form within the mineral.</param>
/// <param name="Statistic">What is measured.</param>
/// <param name="Basis">Content basis in words.</param>
internal sealed record WorldTable(string Series, Statistic Statistic, string Basis);

/// <summary>An annual price series.</summary>
/// <param name="Id">Identifier; editions share it only where commodity, statistic, unit and nominal basis are the same.</param>
/// <param name="Mineral">Mineral.</param>
/// <param name="Unit">Currency per mass.</param>
/// <param name="IsDeflated">True for constant dollars.</param>
internal sealed record PriceSeries(string Id, string Mineral, string Unit, bool IsDeflated);
