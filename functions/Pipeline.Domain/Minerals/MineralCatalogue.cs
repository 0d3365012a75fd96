using Pipeline.Domain.Reference;

namespace Pipeline.Domain;

/// <summary>The 41 minerals: the 34 of the ordinance, and copper, zinc, lead, tin, aluminium, gold and silver.</summary>
public static class MineralCatalogue
{
    private static readonly Lazy<IReadOnlyList<Mineral>> Loaded = new(() =>
        [.. ReferenceTable.Read("minerals.csv").Select(row => new Mineral(
            row["id"], row["name_ja"], row["name_en"], row["symbol"], row["group"], row.Flag("in_ordinance"), row.Number("order")))
            .OrderBy(mineral => mineral.Order)]);

    private static readonly Lazy<Dictionary<string, Mineral>> ById =
        new(() => Loaded.Value.ToDictionary(mineral => mineral.Id, StringComparer.Ordinal));

    /// <summary>All minerals in list order.</summary>
    public static IReadOnlyList<Mineral> All => Loaded.Value;

    /// <summary>The mineral with an identifier.</summary>
    /// <exception cref="UnknownCodeException">There is no such mineral.</exception>
    public static Mineral Get(string id) => Find(id) ?? throw new UnknownCodeException("mineral", id, "one of the identifiers in minerals.csv, for example 'cobalt'");

    /// <summary>The mineral with an identifier, or none.</summary>
    public static Mineral? Find(string id) => ById.Value.GetValueOrDefault(id);
}
