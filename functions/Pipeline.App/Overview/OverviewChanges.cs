using Pipeline.App.Changes.Causes;
using Pipeline.App.Telemetry;
using Pipeline.App.Vintages;
using Pipeline.Briefings;
using Pipeline.Domain;
using Pipeline.Storage;

namespace Pipeline.App.Overview;

/// <summary>Tells what moved between two vintages, and why.</summary>
internal sealed class OverviewChanges(StorageAccount storage, ILogger log)
{
    /// <summary>What the briefing of all minerals of a published vintage is composed from, with what moved and why, as on the day of its publication.</summary>
    /// <exception cref="MissingContentException">A file of the vintage, or an assessment of the previous one, is not stored.</exception>
    /// <exception cref="RestrictedContentException">A result is restricted.</exception>
    public async Task<OverviewInputs> InputsAsync(PublishedView view, CancellationToken cancellation)
    {
        VintageManifest manifest = view.Manifest;
        OverviewInputs inputs = await OverviewMaker.OfPublishedAsync(manifest, [.. manifest.Minerals.Select(mineral => view.Assessments[mineral])], before: null);
        if (manifest.Previous is not { } previous)
        {
            return inputs;
        }

        VintageManifest before = await VintageFiles.ReadManifestAsync(storage.Vintages, previous.Vintage, cancellation);
        IReadOnlyDictionary<string, MineralAssessment> published = await VintageSide.AssessmentsAsync(storage.Vintages, before, cancellation);
        WayEnd after = VintageSide.Of(manifest, view.Assessments, await VintageParameters.LoadAsync(storage.Vintages, manifest, cancellation)).End;
        return inputs with
        {
            Before = [.. before.Minerals.Select(mineral => published[mineral])],
            Changes = await OfAsync(before, published, after, cancellation),
        };
    }

    /// <summary>What moved since a vintage. What it published says what moved; only why rests on its files and parameters.</summary>
    /// <exception cref="RestrictedContentException">A result is restricted.</exception>
    public Task<ChangesSince> OfAsync(VintageManifest before, IReadOnlyDictionary<string, MineralAssessment> published, WayEnd after, CancellationToken cancellation) =>
        LargestChanges.OfAsync(published, after.Assessments, minerals => WaysAsync(before, published, after, minerals, cancellation));

    private async Task<IReadOnlyDictionary<string, IReadOnlyList<Station>>?> WaysAsync(
        VintageManifest before, IReadOnlyDictionary<string, MineralAssessment> published, WayEnd after, IReadOnlyList<string> minerals, CancellationToken cancellation)
    {
        try
        {
            VintageParameters parameters = await VintageParameters.LoadAsync(storage.Vintages, before, cancellation);
            return await CausesReport.WaysAsync(storage, VintageSide.Of(before, published, parameters).End, after, minerals, cancellation);
        }
        catch (PipelineException fault)
        {
            // A quarter must not wait for the files of the one before it: the changes are shown, and that their causes cannot be told is said.
            log.LogWarning("What moved the results since vintage {Vintage} cannot be told: {Cause}.", before.Vintage, ErrorText.Of(fault));
            return null;
        }
    }
}
