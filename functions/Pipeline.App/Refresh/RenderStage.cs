using System.Globalization;
using Pipeline.App.Overview;
using Pipeline.App.Settings;
using Pipeline.App.Vintages;
using Pipeline.Briefings;
using Pipeline.Briefings.Charts;
using Pipeline.Briefings.Numbers;
using Pipeline.Briefings.Pdf;
using Pipeline.Briefings.Pdf.Fonts;
using Pipeline.Domain;
using Pipeline.Indicators.SelfSufficiency;
using Pipeline.Storage;

namespace Pipeline.App.Refresh;

/// <summary>Assessments become briefings: one step a mineral and language, and in a run of all minerals one of all of them together in each language.</summary>
internal sealed class RenderStage(StorageAccount storage, PipelineSettings settings, VintageNaming naming, OverviewMaker overview, TimeProvider clock) : RefreshStage
{
    private static readonly Lazy<FontFamily> Fonts = new(() => FontFamily.LoadFrom(Path.Combine(AppContext.BaseDirectory, "fonts")));
    private static readonly Lazy<PdfRenderer> Renderer = new(() => new PdfRenderer(Fonts.Value));

    /// <summary>Version of the code that renders.</summary>
    public static string Code { get; } = Refresh.CodeVersion.Of([typeof(Observation).Assembly, typeof(PdfRenderer).Assembly, typeof(RenderStage).Assembly]);

    /// <summary>Widths of texts in the typeface of the briefings.</summary>
    public static TextMeasure Measure { get; } = (text, size, weight) => Fonts.Value.Measure(text, size, weight);

    /// <inheritdoc/>
    public override string Name => StageNames.Render;

    /// <inheritdoc/>
    public override string Queue => QueueNames.RenderBriefing;

    /// <inheritdoc/>
    public override string CodeVersion => Code;

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<PlannedStep>> PlanAsync(RunView run, CancellationToken cancellation)
    {
        IReadOnlyList<StepRecord> assessed = await run.StepsAsync(StageNames.Assess, cancellation);
        StageFailedException.ThrowIfAny(assessed);
        if (run.Record.Vintage is null)
        {
            // Every briefing prints the name of its vintage: it is fixed here, once for the run, whatever is published meanwhile.
            (string name, bool isPublished) = await naming.NameAsync(run, assessed, cancellation);
            await run.NameAsync(name, isPublished, clock.GetUtcNow(), cancellation);
        }

        string previous = (await PreviousChoice.OfAsync(run, storage.Vintages, cancellation)).Dependency;
        Dictionary<string, StepKey> keys = assessed.ToDictionary(step => step.Subject, step => step.Key, StringComparer.Ordinal);
        return
        [
            .. BriefingName.Of(run.Request).Select(name => new PlannedStep(
                name.Text,
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["assessment"] = name.IsOverview ? Together(keys.Values) : keys[name.Mineral].ToString(), ["vintage"] = run.Vintage,
                    ["office"] = Office(name.Language), ["api"] = ApiAddress, ["previous"] = previous,
                })),
        ];
    }

    /// <inheritdoc/>
    public override async Task<StepWork> DoAsync(RunView run, StepRecord step, CancellationToken cancellation)
    {
        BriefingName name = BriefingName.Parse(step.Subject);
        ComposedBriefing composed = name.IsOverview
            ? OverviewBriefing.ComposeNumbered(await overview.InputsAsync(run, cancellation), await ContextAsync(run, cancellation), name.Language)
            : await MineralAsync(run, name, cancellation);
        RenderedDocument rendered = Renderer.Value.RenderNumbered(composed.Document);
        byte[] numbers = VintageFiles.Write(composed.OnPages(rendered.Pages));
        await storage.Briefings.PutAsync(run.Vintage, name.Mineral, name.Code, rendered.Pdf, cancellation);
        await storage.Briefings.PutNumbersAsync(run.Vintage, name.Mineral, name.Code, numbers, cancellation);
        return new StepWork([ContentHash.Of(rendered.Pdf), rendered.Pdf.Length.ToString(CultureInfo.InvariantCulture), ContentHash.Of(numbers)]);
    }

    /// <summary>What the briefings of a run say about themselves; of the vintage they compare with the name alone.</summary>
    public async Task<BriefingContext> ContextAsync(RunView run, CancellationToken cancellation) => new(
        run.Vintage, run.Request.OfQuarter, (await run.ReadAsync<Reading>(Reading.File, cancellation)).AsOf, VintageNaming.Method(AssessStage.Parameters(run)),
        settings.OfficeNameJa, settings.OfficeNameEn)
    {
        Measure = Measure,
        Api = settings.ApiAddress,
        Goal = SelfSufficiencyGoals.InForce(AssessStage.Parameters(run)),
        Previous = PreviousVintages.Named((await PreviousChoice.OfAsync(run, storage.Vintages, cancellation)).Previous, null),
    };

    private async Task<ComposedBriefing> MineralAsync(RunView run, BriefingName name, CancellationToken cancellation)
    {
        StepRecord assessed = await storage.Runs.FindStepAsync(run.Record.Id, StageNames.Assess, name.Mineral, cancellation) ?? throw new MissingContentException(new Fault(
            $"run {run.Record.Id}", $"assess {name.Mineral}", "a step of the run", "none", "start the refresh again"));
        MineralAssessment assessment = await VintageFiles.ReadAssessmentAsync(storage.Assessments, assessed.Key, cancellation);
        PreviousChoice choice = await PreviousChoice.OfAsync(run, storage.Vintages, cancellation);
        PreviousVintage? previous = await PreviousVintages.LoadAsync(storage.Vintages, choice.Previous, name.Mineral, cancellation);
        return MineralBriefing.ComposeNumbered(assessment, await ContextAsync(run, cancellation) with { Previous = previous }, name.Language);
    }

    /// <summary>One hash over the keys of all assessments.</summary>
    private static string Together(IEnumerable<StepKey> keys) =>
        ContentHash.Of(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', keys.Select(key => key.ToString()).Order(StringComparer.Ordinal))));

    private string ApiAddress => settings.ApiAddress?.AbsoluteUri ?? "none";

    private string Office(Language language) => language == Language.Japanese ? settings.OfficeNameJa : settings.OfficeNameEn;
}

/// <summary>Name of a briefing within a vintage: <c>cobalt.ja</c>, or <c>overview.ja</c> for that of all minerals.</summary>
internal sealed record BriefingName(string Mineral, Language Language)
{
    /// <summary>True for the briefing of all minerals.</summary>
    public bool IsOverview => Mineral == BriefingStore.Overview;

    /// <summary>The briefings of a run: that of all minerals first, unless the run is of some minerals only, then those of its minerals in list order.</summary>
    public static IReadOnlyList<BriefingName> Of(RunRequest request)
    {
        IEnumerable<string> all = request.Minerals.Count == 0 ? [BriefingStore.Overview] : [];
        return [.. all.Concat(AssessStage.Minerals(request)).SelectMany(subject => Languages.Select(language => new BriefingName(subject, language)))];
    }

    /// <summary>Languages in which every briefing is written.</summary>
    public static IReadOnlyList<Language> Languages { get; } = [Language.Japanese, Language.English];

    /// <summary>Two-letter code of the language.</summary>
    public string Code => Language == Language.Japanese ? "ja" : "en";

    /// <summary>The name as text.</summary>
    public string Text => $"{Mineral}.{Code}";

    /// <summary>The name from its text.</summary>
    public static BriefingName Parse(string text) => Languages.Select(language => new BriefingName(text[..^3], language)).Single(name => name.Text == text);
}
