using System.Runtime.CompilerServices;
using Pipeline.App.Overview;
using Pipeline.App.Refresh;
using Pipeline.App.Settings;
using Pipeline.App.Vintages;
using Pipeline.Briefings;
using Pipeline.Briefings.Numbers;
using Pipeline.Domain;
using Pipeline.Indicators.Parameters;
using Pipeline.Indicators.SelfSufficiency;
using Pipeline.Storage;

namespace Pipeline.App.Portal;

/// <summary>The briefings of a published vintage as trees, composed anew from what the vintage holds: the pages say what the files say.</summary>
internal sealed class PublishedBriefings(StorageAccount storage, PipelineSettings settings, ILogger log)
{
    private readonly ConditionalWeakTable<PublishedView, Task<OverviewInputs>> overviews = [];

    /// <summary>The briefing of a mineral, or none when the vintage does not cover it.</summary>
    public async Task<ComposedBriefing?> MineralAsync(PublishedView view, string mineral, Language language, CancellationToken cancellation) =>
        view.Assessments.GetValueOrDefault(mineral) is { } assessment
            ? MineralBriefing.ComposeNumbered(
                assessment, await ContextAsync(view, await PreviousVintages.LoadAsync(storage.Vintages, view.Manifest.Previous, mineral, cancellation), cancellation), language)
            : null;

    /// <summary>The briefing of all minerals. What moved since the vintage before is computed once a vintage, for both languages.</summary>
    public async Task<ComposedBriefing> OverviewAsync(PublishedView view, Language language, CancellationToken cancellation)
    {
        Task<OverviewInputs> inputs;
        lock (overviews)
        {
            if (!overviews.TryGetValue(view, out inputs!) || inputs.IsFaulted)
            {
                // Not given up when one of those who wait goes away: others still need it.
                overviews.AddOrUpdate(view, inputs = new OverviewChanges(storage, log).InputsAsync(view, CancellationToken.None));
            }
        }

        return OverviewBriefing.ComposeNumbered(await inputs.WaitAsync(cancellation), await ContextAsync(view, PreviousVintages.Named(view.Manifest.Previous, assessment: null), cancellation), language);
    }

    /// <summary>Parameters of a published vintage, with the clauses that print them.</summary>
    public async Task<IReadOnlyList<ParameterEntry>> ParametersAsync(VintageManifest manifest, CancellationToken cancellation) =>
        (await VintageParameters.LoadAsync(storage.Vintages, manifest, cancellation)).Set.Entries;

    private async Task<BriefingContext> ContextAsync(PublishedView view, PreviousVintage? previous, CancellationToken cancellation)
    {
        VintageManifest manifest = view.Manifest;
        VintageParameters parameters = await VintageParameters.LoadAsync(storage.Vintages, manifest, cancellation);
        return new BriefingContext(
            manifest.Vintage,
            new VintageReference(manifest.Vintage, manifest.Quarter).OfQuarter,
            manifest.AsOf,
            manifest.Method,
            settings.OfficeNameJa,
            settings.OfficeNameEn)
        {
            Measure = RenderStage.Measure,
            Api = settings.ApiAddress,
            Goal = SelfSufficiencyGoals.InForce(parameters.Set),
            Previous = previous,
        };
    }
}
