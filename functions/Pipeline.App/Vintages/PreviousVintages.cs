using System.Text.Json.Serialization;
using Pipeline.Briefings;
using Pipeline.Domain;
using Pipeline.Storage;

namespace Pipeline.App.Vintages;

/// <summary>A published vintage and its quarter.</summary>
/// <param name="Vintage">Identifier, for example <c>2026Q3-ff0fbefb</c>.</param>
/// <param name="Quarter">Quarter it was made for, for example <c>2026Q3</c>.</param>
internal sealed record VintageReference(string Vintage, string Quarter)
{
    /// <summary>The quarter it was made for.</summary>
    /// <exception cref="CorruptContentException">What is stored is no quarter.</exception>
    [JsonIgnore]
    public Quarter OfQuarter => Domain.Quarter.TryParse(Quarter, out Quarter quarter) ? quarter : throw new CorruptContentException(new Fault(
        $"vintage {Vintage}", VintageStore.Manifest, "a quarter such as 2026Q4", $"'{Quarter}'", "make the vintage again with this version"));
}

/// <summary>Loads what a briefing compares with.</summary>
internal static class PreviousVintages
{
    /// <summary>The previous vintage with what it says of a mineral, or none.</summary>
    /// <param name="previous">The vintage, or none.</param>
    /// <param name="assessment">The mineral as it was, or none.</param>
    public static PreviousVintage? Named(VintageReference? previous, MineralAssessment? assessment) => previous is null
        ? null
        : new PreviousVintage(previous.Vintage, previous.OfQuarter, assessment);

    /// <summary>The previous vintage as the briefing of a mineral needs it, or none.</summary>
    /// <exception cref="CorruptContentException">The present code does not understand the assessment.</exception>
    public static async Task<PreviousVintage?> LoadAsync(VintageStore vintages, VintageReference? previous, string mineral, CancellationToken cancellation) => previous is null
        ? null
        : Named(previous, await VintageFiles.TryReadAssessmentAsync(vintages, previous.Vintage, mineral, cancellation));

    /// <summary>The same for several minerals.</summary>
    public static async Task<IReadOnlyDictionary<string, PreviousVintage>> LoadAsync(
        VintageStore vintages, VintageReference? previous, IEnumerable<string> minerals, CancellationToken cancellation)
    {
        (string Mineral, PreviousVintage? Previous)[] loaded = await Task.WhenAll(minerals.Select(async mineral =>
            (mineral, await LoadAsync(vintages, previous, mineral, cancellation))));
        return loaded.Where(one => one.Previous is not null).ToDictionary(one => one.Mineral, one => one.Previous!, StringComparer.Ordinal);
    }
}
