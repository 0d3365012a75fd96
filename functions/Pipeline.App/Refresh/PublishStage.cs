using Pipeline.App.ResultTable;
using Pipeline.App.Vintages;
using Pipeline.Domain;
using Pipeline.Storage;

namespace Pipeline.App.Refresh;

/// <summary>A vintage is put together under its own name, and becomes visible by one conditional write of the pointer.</summary>
internal sealed class PublishStage(StorageAccount storage, TimeProvider clock)
{
    private const long OrdinalsPerQuarter = 1000;

    /// <summary>
    /// Names the vintage after its content: the same content has the same name, in whatever storage and after however many attempts.
    /// When an older vintage of the quarter had this very content, the name also depends on the vintage it now follows.
    /// </summary>
    /// <returns>The name, and whether the newest vintage of the quarter has it already.</returns>
    public async Task<(string Vintage, bool IsPublished)> NameAsync(Quarter quarter, string contentKey, CancellationToken cancellation)
    {
        string name = $"{quarter.Code}-{contentKey[..8]}";
        PublishedVintage[] ofQuarter = await OfQuarterAsync(quarter, cancellation);
        if (ofQuarter.Length == 0 || ofQuarter.All(one => one.Vintage != name))
        {
            return ofQuarter.Length > 0 && (await VintageFiles.ReadManifestAsync(storage.Vintages, ofQuarter[0].Vintage, cancellation)).ContentKey == contentKey
                ? (ofQuarter[0].Vintage, true)
                : (name, false);
        }

        return ofQuarter[0].Vintage == name ? (name, true) : ($"{quarter.Code}-{ContentHash.Of(System.Text.Encoding.UTF8.GetBytes(contentKey + ofQuarter[0].Vintage))[..8]}", false);
    }

    /// <summary>Stores the files of the vintage, its manifest last.</summary>
    public async Task StoreAsync(VintageManifest manifest, IReadOnlyList<MineralAssessment> assessments, CancellationToken cancellation)
    {
        await Parallel.ForEachAsync(assessments, cancellation, async (assessment, token) => await storage.Vintages.PutAsync(
            manifest.Vintage, VintageFiles.Assessment(assessment.Mineral), VintageFiles.Write(assessment), VintageFiles.Json, token));
        await storage.Vintages.PutAsync(manifest.Vintage, VintageFiles.Results, ResultsCsv.Write(assessments, manifest.Vintage), VintageFiles.Csv, cancellation);
        await storage.Vintages.PutAsync(manifest.Vintage, VintageStore.Manifest, VintageFiles.Write(manifest), VintageFiles.Json, cancellation);
    }

    /// <summary>Publishes a stored vintage.</summary>
    public async Task<RefreshEnd> PublishAsync(Quarter quarter, string vintage, CancellationToken cancellation)
    {
        while (true)
        {
            PublishedVintage[] ofQuarter = await OfQuarterAsync(quarter, cancellation);
            long ordinal = ofQuarter.FirstOrDefault(one => one.Vintage == vintage)?.Ordinal ?? (((((long)quarter.Year * 4) + quarter.Number) * OrdinalsPerQuarter) + ofQuarter.Length + 1);
            try
            {
                return await storage.Vintages.PublishAsync(new PublishedVintage(vintage, ordinal, clock.GetUtcNow()), cancellation) switch
                {
                    Publication.BecameCurrent => RefreshEnd.Published,
                    Publication.JoinedBehindCurrent => RefreshEnd.PublishedBehindCurrent,
                    _ => RefreshEnd.Unchanged,
                };
            }
            catch (VintageOrderException) when (!cancellation.IsCancellationRequested)
            {
                // Another run of this quarter has taken the number in the meantime: the next one is free.
            }
        }
    }

    private async Task<PublishedVintage[]> OfQuarterAsync(Quarter quarter, CancellationToken cancellation) =>
        [.. (await storage.Vintages.ListAsync(cancellation)).Where(one => one.Vintage.StartsWith(quarter.Code + "-", StringComparison.Ordinal)).OrderByDescending(one => one.Ordinal)];
}
