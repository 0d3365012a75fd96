using Pipeline.Domain.Reference;

namespace Pipeline.Sources.DomesticSurvey;

/// <summary>An element that is counted as part of a mineral. Figures of a part are never added to those of its whole.</summary>
/// <param name="Id">Identifier, for example <c>neodymium</c>.</param>
/// <param name="Mineral">Mineral that it is a part of.</param>
/// <param name="NameJa">Japanese name.</param>
/// <param name="NameEn">English name.</param>
internal sealed record MineralPart(string Id, string Mineral, string NameJa, string NameEn)
{
    private static readonly Lazy<IReadOnlyList<MineralPart>> Listed = new(() =>
        [.. ReferenceTable.Read(typeof(MineralPart).Assembly, "Pipeline.Sources.DomesticSurvey.parts.csv", "parts.csv")
            .Select(row => new MineralPart(row["part"], row["mineral_id"], row["name_ja"], row["name_en"]))]);

    /// <summary>All parts in the order of the list.</summary>
    public static IReadOnlyList<MineralPart> All => Listed.Value;
}
