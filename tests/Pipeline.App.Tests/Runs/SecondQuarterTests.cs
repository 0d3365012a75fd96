using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.App.Overview;
using Pipeline.App.Refresh;
using Pipeline.App.Settings;
using Pipeline.App.Tests.Refreshing;
using Pipeline.App.Tests.Running;
using Pipeline.App.Vintages;
using Pipeline.Briefings;
using Pipeline.Briefings.Numbers;
using Pipeline.Briefings.Pdf;
using Pipeline.Briefings.Tests.Acceptance;
using Pipeline.Domain;

namespace Pipeline.App.Tests.Runs;

/// <summary>Briefings of a quarter that has one before it, with numbers that lead to the API: the pages that a ministry reads from its second quarter on.</summary>
[Collection(RevisedCollection.Name)]
public sealed class SecondQuarterTests(RevisedStorage storage)
{
    private static readonly Uri Api = new("https://reporting.example/");

    private RunView Run => storage.Runs.Engine.Driver.View(storage.Backfill[2]);

    private OverviewMaker Overview => new(storage.Account, storage.Runs.Engine.Memory, NullLogger.Instance);

    [Theory]
    [InlineData(Language.Japanese, "国別生産寡占度のリスクの区分は、前回（2026年第2四半期）の「極高」から「高」に下がった。")]
    [InlineData(Language.English, "Production concentration has moved down from very high to high since Q2 2026.")]
    public async Task The_briefing_of_cobalt_compares_with_the_quarter_before_leads_to_its_numbers_and_is_sound(Language language, string says)
    {
        BriefingContext context = await ContextAsync();
        MineralAssessment now = await AssessmentAsync(storage.Backfill[2].Vintage!);
        MineralAssessment before = await AssessmentAsync(storage.Backfill[1].Vintage!);
        ComposedBriefing briefing = MineralBriefing.ComposeNumbered(now, context with { Previous = context.Previous! with { Assessment = before } }, language);

        RequireSound(briefing);
        NumberChecks.All(briefing, new FigureResolver([now], [before], goal: context.Goal));
        CountChecks.None(briefing.Document);
        Assert.Contains(DocumentWalk.WithoutSpaces(says), DocumentWalk.Text(briefing.Document), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.Japanese)]
    [InlineData(Language.English)]
    public async Task The_briefing_of_all_minerals_tells_what_moved_leads_to_its_numbers_and_is_sound(Language language)
    {
        BriefingContext context = await ContextAsync();
        OverviewInputs inputs = await Overview.InputsAsync(Run, default);
        ComposedBriefing briefing = OverviewBriefing.ComposeNumbered(inputs, context, language);

        RequireSound(briefing);
        NumberChecks.All(briefing, new FigureResolver(inputs, context.Quarter, context.Goal));
        CountChecks.None(briefing.Document);
        Assert.Equal(inputs.Changes!.Changed.Count, briefing.Numbers.First(number => number.Address.Text == "all/changes/results/count").Value);
    }

    private static void RequireSound(ComposedBriefing briefing)
    {
        using TemporaryFolder folder = new();
        string file = folder.File("briefing.pdf");
        File.WriteAllBytes(file, new PdfRenderer(StoredBriefings.Fonts).Render(briefing.Document));
        PdfChecks.All(file, briefing.Document);
        Assert.Contains(DocumentWalk.Addresses(briefing.Document), address => address.StartsWith(Api.AbsoluteUri + "api/v1/briefings/", StringComparison.Ordinal));
    }

    private Task<BriefingContext> ContextAsync()
    {
        PipelineSettings settings = new() { ApiAddress = Api };
        return new RenderStage(storage.Account, settings, new VintageNaming(storage.Account, settings), Overview, storage.Runs.Clock).ContextAsync(Run, default);
    }

    private Task<MineralAssessment> AssessmentAsync(string vintage) => VintageFiles.ReadAssessmentAsync(storage.Account.Vintages, vintage, "cobalt", default);
}
