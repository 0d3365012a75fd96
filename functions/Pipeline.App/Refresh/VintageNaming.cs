using System.Globalization;
using System.Text;
using Pipeline.App.Settings;
using Pipeline.App.Vintages;
using Pipeline.Domain;
using Pipeline.Indicators.Parameters;
using Pipeline.Storage;

namespace Pipeline.App.Refresh;

/// <summary>A vintage is named after its content: the same content has the same name, in whatever storage and after however many attempts.</summary>
internal sealed class VintageNaming(StorageAccount storage, PipelineSettings settings)
{
    private const int Shown = 8;

    /// <summary>Short name of a parameter set, as printed.</summary>
    public static string Method(ParameterSet parameters) => parameters.Hash[..Shown];

    /// <summary>
    /// The name for what a run has assessed. When an older vintage of the quarter had this very content, the name also depends on the vintage
    /// it now follows.
    /// </summary>
    /// <returns>The name, and whether the newest vintage of the quarter has it already.</returns>
    public async Task<(string Vintage, bool IsPublished)> NameAsync(RunView run, IReadOnlyList<StepRecord> assessed, CancellationToken cancellation)
    {
        string contentKey = await ContentKeyAsync(run, assessed, cancellation);
        string name = $"{run.Request.Quarter}-{contentKey[..Shown]}";
        PublishedVintage[] ofQuarter = await OfQuarterAsync(storage.Vintages, run.Request.OfQuarter, cancellation);
        if (ofQuarter.Length == 0)
        {
            return (name, false);
        }

        PublishedVintage newest = ofQuarter[0];
        if ((await VintageFiles.ReadManifestAsync(storage.Vintages, newest.Vintage, cancellation)).ContentKey == contentKey)
        {
            return (newest.Vintage, true);
        }

        return ofQuarter.Any(one => one.Vintage == name)
            ? ($"{run.Request.Quarter}-{ContentHash.Of(Encoding.UTF8.GetBytes(contentKey + newest.Vintage))[..Shown]}", false)
            : (name, false);
    }

    /// <summary>Hash over everything that the content of a run's vintage depends on.</summary>
    public async Task<string> ContentKeyAsync(RunView run, IReadOnlyList<StepRecord> assessed, CancellationToken cancellation) => ContentKey(
        run.Request, AssessStage.Parameters(run), await run.ReadAsync<Reading>(Reading.File, cancellation), await PreviousChoice.OfAsync(run, storage.Vintages, cancellation), assessed);

    private string ContentKey(RunRequest request, ParameterSet parameters, Reading reading, PreviousChoice previous, IReadOnlyList<StepRecord> assessed)
    {
        Dictionary<string, StepKey> keys = assessed.ToDictionary(step => step.Subject, step => step.Key, StringComparer.Ordinal);
        IEnumerable<string> parts =
        [
            request.Quarter, parameters.Hash, reading.AsOf.ToString("O", CultureInfo.InvariantCulture), RenderStage.Code, settings.OfficeNameJa, settings.OfficeNameEn,
            "previous " + previous.Dependency,
            "api " + settings.ApiAddress?.AbsoluteUri,
            .. reading.Missing.Select(missing => $"{missing.Source} {missing.File} {missing.Fault}"),
            .. AssessStage.Minerals(request).Select(mineral => $"{mineral} {keys[mineral]}"),
        ];
        return ContentHash.Of(Encoding.UTF8.GetBytes(string.Join('\n', parts)));
    }

    /// <summary>Published vintages of a quarter, newest first.</summary>
    public static async Task<PublishedVintage[]> OfQuarterAsync(VintageStore vintages, Quarter quarter, CancellationToken cancellation) =>
        [.. (await vintages.ListAsync(cancellation)).Where(one => one.Vintage.StartsWith(quarter.Code + "-", StringComparison.Ordinal)).OrderByDescending(one => one.Ordinal)];
}
