using Pipeline.App.Changes.Causes;
using Pipeline.App.Vintages;
using Pipeline.Domain;
using Pipeline.Storage;

namespace Pipeline.App.Api;

/// <summary>Answer of <c>/vintages</c>: published vintages, the current one first.</summary>
internal sealed record VintageList(IReadOnlyList<VintageRow> Vintages);

/// <summary>A published vintage.</summary>
/// <param name="Vintage">Identifier.</param>
/// <param name="Current">True for the one that readers get unless they ask for another.</param>
/// <param name="PublishedAt">Time of publication.</param>
/// <param name="Self">Its address.</param>
/// <param name="Changes">Address that tells why figures moved since the vintage before it, or none for the first.</param>
internal sealed record VintageRow(string Vintage, bool Current, DateTimeOffset PublishedAt, string Self, string? Changes)
{
    /// <summary>The row of a vintage.</summary>
    /// <param name="published">Published vintages, the current one first, then by falling ordinal.</param>
    /// <param name="place">Place of the vintage among them.</param>
    public static VintageRow Of(IReadOnlyList<PublishedVintage> published, int place)
    {
        PublishedVintage vintage = published[place];
        string? before = published.Where(one => one.Ordinal < vintage.Ordinal).MaxBy(one => one.Ordinal)?.Vintage;
        return new VintageRow(
            vintage.Vintage, place == 0, vintage.PublishedAt, $"/api/v1/vintages/{vintage.Vintage}",
            before is null ? null : $"/api/v1/vintages/{before}/changes/{vintage.Vintage}");
    }
}

/// <summary>Answer of <c>/vintages/{id}</c>: what the vintage consists of and what it rests on.</summary>
internal sealed record VintagePage(VintageRow Row, VintageManifest Manifest);

/// <summary>The routes of published vintages: which there are, what each rests on, and why figures moved between two of them.</summary>
internal sealed class VintageRoutes(StorageAccount storage, CancellationToken stopping)
{
    private const string Mineral = "mineral";

    private readonly KnownCauses causes = new((before, after) => CausesReport.ComputeAsync(storage, before, after, stopping), stopping);

    /// <summary>All routes.</summary>
    public IReadOnlyList<ApiRoute> All =>
    [
        new("v1/vintages", Access.Reader, [], ListAsync),
        new("v1/vintages/{id}", Access.Reader, [], ShowAsync),
        new("v1/vintages/{before}/changes/{after}", Access.Reader, [Mineral], ChangesAsync),
    ];

    private async Task<IResult> ListAsync(ApiRequest request)
    {
        IReadOnlyList<PublishedVintage> published = await storage.Vintages.ListAsync(request.Cancellation);
        return Json(new VintageList([.. published.Select((_, place) => VintageRow.Of(published, place))]));
    }

    private async Task<IResult> ShowAsync(ApiRequest request)
    {
        IReadOnlyList<PublishedVintage> published = await storage.Vintages.ListAsync(request.Cancellation);
        return VintageLookup.Published(published, request.Path("id")) is { } vintage
            ? Json(new VintagePage(
                VintageRow.Of(published, published.Select(one => one.Vintage).ToList().IndexOf(vintage)),
                await VintageFiles.ReadManifestAsync(storage.Vintages, vintage, request.Cancellation)))
            : ApiProblems.NoSuchVintage();
    }

    private async Task<IResult> ChangesAsync(ApiRequest request)
    {
        if (request.Query(Mineral) is { } wanted && MineralCatalogue.Find(wanted) is null)
        {
            return ApiProblems.BadParameter(Mineral, [.. MineralCatalogue.All.Select(mineral => mineral.Id)]);
        }

        IReadOnlyList<PublishedVintage> published = await storage.Vintages.ListAsync(request.Cancellation);
        if (VintageLookup.Published(published, request.Path("before")) is not { } before || VintageLookup.Published(published, request.Path("after")) is not { } after)
        {
            return ApiProblems.NoSuchVintage();
        }

        if (causes.TryOf(before, after) is not { } computing)
        {
            return ApiProblems.TooManyWait();
        }

        CausesReport report = await computing.WaitAsync(request.Cancellation);
        return Json(CausesAnswer.Of(request.Query(Mineral) is { } mineral ? report.Only(mineral) : report));
    }

    private static IResult Json<T>(T answer) => Results.Json(answer, PipelineJson.Options);
}
