using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.App.Overview;
using Pipeline.App.Refresh;
using Pipeline.App.Settings;
using Pipeline.App.Tests.Running;
using Pipeline.App.Vintages;
using Pipeline.Briefings;
using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Numbers;
using Pipeline.Briefings.Pdf.Fonts;
using Pipeline.Domain;
using Pipeline.Indicators.SelfSufficiency;
using Pipeline.Storage;

namespace Pipeline.App.Tests.Refreshing;

/// <summary>A briefing of a refreshed storage: its file, the assessment it is made from, and its document composed anew.</summary>
internal sealed record StoredBriefing(string Path, MineralAssessment Assessment, ComposedBriefing Composed)
{
    /// <summary>Its document.</summary>
    public Document Document => Composed.Document;

    /// <summary>Name of the file.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);
}

/// <summary>The briefings of single minerals of a refreshed storage, composed once for all tests that look at them.</summary>
internal sealed record StoredBriefings(IReadOnlyList<StoredBriefing> All, IReadOnlyList<MineralAssessment> Assessments, BriefingContext Context)
{
    private static readonly ConditionalWeakTable<RefreshedStorage, Task<StoredBriefings>> Known = [];

    /// <summary>The typeface of the briefings.</summary>
    public static FontFamily Fonts { get; } = FontFamily.LoadFrom(Path.Combine(AppContext.BaseDirectory, "fonts"));

    /// <summary>Briefings of a storage.</summary>
    public static Task<StoredBriefings> OfAsync(RefreshedStorage refreshed) => Known.GetValue(refreshed, LoadAsync);

    /// <summary>What the briefing of all minerals is made from.</summary>
    public static async Task<OverviewInputs> OverviewInputsOf(RefreshedStorage refreshed)
    {
        RefreshEngine engine = new(refreshed.Account, new PipelineSettings(), TimeProvider.System, NullLogger.Instance);
        RunRecord run = (await refreshed.Account.Runs.FindRunAsync(refreshed.Summary.GetProperty("run").GetString()!))!;
        return await new OverviewMaker(refreshed.Account, engine.Memory, NullLogger.Instance).InputsAsync(engine.Driver.View(run), default);
    }

    private static async Task<StoredBriefings> LoadAsync(RefreshedStorage refreshed)
    {
        VintageManifest manifest = await VintageFiles.ReadManifestAsync(refreshed.Account.Vintages, refreshed.Summary.GetProperty("vintage").GetString()!, default);
        PipelineSettings settings = new();
        Assert.True(Quarter.TryParse(manifest.Quarter, out Quarter quarter));
        BriefingContext context = new(manifest.Vintage, quarter, manifest.AsOf, manifest.Method, settings.OfficeNameJa, settings.OfficeNameEn)
        {
            Measure = Fonts.Measure,
            Goal = SelfSufficiencyGoals.InForce(AssessStage.Parameters(quarter)),
        };
        List<MineralAssessment> assessments = [];
        foreach (AssessmentFile file in manifest.Assessments)
        {
            assessments.Add(await VintageFiles.ReadAssessmentAsync(refreshed.Account.Vintages, manifest.Vintage, file.Mineral, default));
        }

        return new StoredBriefings(
            [.. manifest.Briefings.Where(file => file.Mineral != BriefingStore.Overview).Select(file =>
            {
                MineralAssessment assessment = assessments.Single(assessment => assessment.Mineral == file.Mineral);
                ComposedBriefing composed = MineralBriefing.ComposeNumbered(assessment, context, file.Language == "ja" ? Language.Japanese : Language.English);
                return new StoredBriefing(Path.Combine(refreshed.OutputFolder, "briefings", $"{file.Mineral}.{file.Language}.pdf"), assessment, composed);
            })],
            assessments,
            context);
    }
}
