using System.Text.RegularExpressions;
using Pipeline.App.Refresh;
using Pipeline.Domain;
using Pipeline.Storage;

namespace Pipeline.App.Vintages;

/// <summary>Finds the vintage that somebody means: by its identifier, or by a quarter, which stands for its newest published vintage.</summary>
internal static partial class VintageLookup
{
    /// <summary>A published vintage, or none.</summary>
    /// <param name="published">Published vintages, the current one first, then by falling ordinal.</param>
    /// <param name="wanted">Identifier such as <c>2026Q4-ff0fbefb</c>, or quarter such as <c>2026Q4</c>.</param>
    public static PublishedVintage? Published(IReadOnlyList<PublishedVintage> published, string wanted) => Quarter.TryParse(wanted, out Quarter quarter)
        ? published.Where(one => one.Vintage.StartsWith(quarter.Code + "-", StringComparison.Ordinal)).MaxBy(one => one.Ordinal)
        : published.FirstOrDefault(one => one.Vintage == wanted);

    /// <summary>The vintage that was published before another one, or none for the first.</summary>
    /// <param name="published">Published vintages in any order.</param>
    /// <param name="later">The other one.</param>
    public static PublishedVintage? Before(IReadOnlyList<PublishedVintage> published, PublishedVintage later) =>
        published.Where(one => one.Ordinal < later.Ordinal).MaxBy(one => one.Ordinal);

    /// <summary>The newest published vintage of the latest quarter before that of another one: what its briefings compare with; none where there is none.</summary>
    /// <param name="published">Published vintages in any order.</param>
    /// <param name="later">The other one.</param>
    public static PublishedVintage? OfEarlierQuarter(IReadOnlyList<PublishedVintage> published, PublishedVintage later) =>
        Quarter.TryParse(later.Vintage.Split('-')[0], out Quarter quarter) && PreviousChoice.Among(published, quarter).Previous is { } previous
            ? published.First(one => one.Vintage == previous.Vintage)
            : null;

    /// <summary>A published vintage, or one of some minerals that is stored and not published; none when neither is there.</summary>
    public static async Task<string?> StoredAsync(VintageStore store, IReadOnlyList<PublishedVintage> published, string wanted, CancellationToken cancellation) =>
        Published(published, wanted)?.Vintage
        ?? (Identifier().IsMatch(wanted) && await store.TryGetAsync(wanted, VintageStore.Manifest, cancellation) is not null ? wanted : null);

    [GeneratedRegex("^[0-9]{4}Q[1-4]-[0-9a-z]{1,40}$")]
    private static partial Regex Identifier();
}
