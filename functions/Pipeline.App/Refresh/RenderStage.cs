using Pipeline.App.Settings;
using Pipeline.App.Vintages;
using Pipeline.Briefings;
using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Pdf;
using Pipeline.Briefings.Pdf.Fonts;
using Pipeline.Domain;
using Pipeline.Storage;

namespace Pipeline.App.Refresh;

/// <summary>Assessments become briefings: one step a mineral and language.</summary>
internal sealed class RenderStage(StorageAccount storage, StageRunner steps, PipelineSettings settings)
{
    private static readonly Lazy<FontFamily> Fonts = new(() => FontFamily.LoadFrom(Path.Combine(AppContext.BaseDirectory, "fonts")));
    private static readonly Lazy<PdfRenderer> Renderer = new(() => new PdfRenderer(Fonts.Value));

    /// <summary>Version of the code that renders.</summary>
    public static string Code { get; } = CodeVersion.Of([typeof(Observation).Assembly, typeof(PdfRenderer).Assembly, typeof(RenderStage).Assembly]);

    /// <summary>Renders the briefings of a vintage.</summary>
    /// <param name="vintage">Identifier of the vintage, printed on every briefing.</param>
    /// <param name="quarter">Quarter of the vintage.</param>
    /// <param name="asOf">Date of the newest publication used.</param>
    /// <param name="method">Parameter set, printed in the notes.</param>
    /// <param name="assessed">Minerals in list order.</param>
    /// <param name="assessments">Gives an assessment.</param>
    /// <param name="cancellation">Ends the stage.</param>
    /// <exception cref="StageFailedException">A briefing could not be rendered.</exception>
    public async Task<(IReadOnlyList<BriefingFile> Briefings, StageCount Count)> RunAsync(
        string vintage,
        Quarter quarter,
        DateOnly asOf,
        string method,
        IReadOnlyList<AssessedMineral> assessed,
        Func<string, CancellationToken, Task<MineralAssessment>> assessments,
        CancellationToken cancellation)
    {
        (AssessedMineral Mineral, Language Language)[] subjects = [.. assessed.SelectMany(mineral => new[] { (mineral, Language.Japanese), (mineral, Language.English) })];
        StepPlan[] plans =
        [
            .. subjects.Select(subject => new StepPlan(
                $"{subject.Mineral.Mineral}.{Code2(subject.Language)}",
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["assessment"] = subject.Mineral.Key.ToString(), ["vintage"] = vintage, ["office"] = Office(subject.Language),
                },
                async (_, token) =>
                {
                    BriefingContext context = new(vintage, quarter, asOf, method, settings.OfficeNameJa, settings.OfficeNameEn) { Measure = Fonts.Value.Measure };
                    Document document = MineralBriefing.Compose(await assessments(subject.Mineral.Mineral, token), context, subject.Language);
                    byte[] pdf = Renderer.Value.Render(document);
                    await storage.Briefings.PutAsync(vintage, subject.Mineral.Mineral, Code2(subject.Language), pdf, token);
                    return new StepWork([ContentHash.Of(pdf), pdf.Length.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
                })),
        ];
        IReadOnlyList<StepRecord> ended = await steps.RunAsync(StageNames.Render, Code, plans, cancellation);
        StageFailedException.ThrowIfAny(ended);
        return (
            [.. subjects.Zip(ended).Select(pair => new BriefingFile(
                pair.First.Mineral.Mineral, Code2(pair.First.Language), pair.Second.Outputs[0], long.Parse(pair.Second.Outputs[1], System.Globalization.CultureInfo.InvariantCulture)))],
            new StageCount(StageNames.Render, ended.Count(step => !step.Reused), ended.Count(step => step.Reused)));
    }

    private string Office(Language language) => language == Language.Japanese ? settings.OfficeNameJa : settings.OfficeNameEn;

    private static string Code2(Language language) => language == Language.Japanese ? "ja" : "en";
}
