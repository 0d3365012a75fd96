using Pipeline.App.Vintages;
using Pipeline.Domain;
using Pipeline.Storage;

namespace Pipeline.App.Api;

/// <summary>The figures of a published vintage, without the trees that they rest on.</summary>
/// <param name="Published">Identifier, order and time of publication.</param>
/// <param name="Manifest">What the vintage consists of.</param>
/// <param name="Figures">Figures by mineral in list order, then in the order of the assessment.</param>
/// <param name="Uses">Files that the vintage rests on.</param>
internal sealed record VintageFigures(PublishedVintage Published, VintageManifest Manifest, IReadOnlyList<Datum> Figures, IReadOnlyList<SourceUse> Uses)
{
    private readonly Dictionary<string, Datum> byId = Figures.ToDictionary(datum => datum.Id, StringComparer.Ordinal);

    /// <summary>A figure, or none.</summary>
    public Datum? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>The figures of a vintage in memory.</summary>
    public static VintageFigures Of(PublishedView view) => new(
        view.Published,
        view.Manifest,
        [.. MineralCatalogue.All.Where(mineral => view.Assessments.ContainsKey(mineral.Id)).SelectMany(mineral => AssessmentFigures.Of(view.Assessments[mineral.Id]))],
        [.. view.Manifest.Snapshots.Select(snapshot => snapshot.Use)]);
}

/// <summary>
/// Figures of published vintages. One never changes once it is published, so it is read once; only a few are kept, and the figures of the vintage
/// in memory come from there.
/// </summary>
/// <param name="store">Vintages in storage.</param>
/// <param name="stopping">Ends what is being read when the program stops; a caller who has gone does not.</param>
internal sealed class FigureShelf(VintageStore store, CancellationToken stopping)
{
    private const int Kept = 4;

    private readonly Lock gate = new();
    private readonly OrderedDictionary<string, Task<VintageFigures>> vintages = [];

    /// <summary>The figures of the vintage in memory.</summary>
    public Task<VintageFigures> OfAsync(PublishedView view) => OfAsync(view.Published.Vintage, () => Task.Run(() => VintageFigures.Of(view), stopping));

    /// <summary>The figures of a published vintage.</summary>
    /// <exception cref="MissingContentException">A file of it is not stored.</exception>
    /// <exception cref="CorruptContentException">The present code does not understand a file of it.</exception>
    public Task<VintageFigures> OfAsync(PublishedVintage published) => OfAsync(
        published.Vintage, () => Task.Run(async () => VintageFigures.Of(await PublishedView.LoadAsync(store, published, stopping)), stopping));

    /// <summary>The figures of a published vintage for one who goes through all of them: read and not kept, so that none that others ask for has to go.</summary>
    /// <exception cref="MissingContentException">A file of it is not stored.</exception>
    /// <exception cref="CorruptContentException">The present code does not understand a file of it.</exception>
    public async Task<VintageFigures> PassingAsync(PublishedVintage published)
    {
        Task<VintageFigures>? known;
        lock (gate)
        {
            known = vintages.GetValueOrDefault(published.Vintage);
        }

        return known is { IsFaulted: false, IsCanceled: false } ? await known : VintageFigures.Of(await PublishedView.LoadAsync(store, published, stopping));
    }

    private Task<VintageFigures> OfAsync(string vintage, Func<Task<VintageFigures>> read)
    {
        lock (gate)
        {
            // The one used longest ago is the first to go; one that failed is read again.
            if (vintages.Remove(vintage, out Task<VintageFigures>? known) && !known.IsFaulted && !known.IsCanceled)
            {
                vintages.Add(vintage, known);
                return known;
            }

            if (vintages.Count == Kept)
            {
                vintages.RemoveAt(0);
            }

            Task<VintageFigures> reading = read();
            vintages.Add(vintage, reading);
            return reading;
        }
    }
}
