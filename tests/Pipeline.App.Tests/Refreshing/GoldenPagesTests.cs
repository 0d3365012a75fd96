using Pipeline.App.Tests.Running;
using Pipeline.Briefings;
using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Pdf;
using Pipeline.Briefings.Tests.Acceptance;
using Pipeline.Domain;

namespace Pipeline.App.Tests.Refreshing;

/// <summary>
/// The pages of five minerals and of all of them, in both languages, look as they did when a person last looked at them. With <c>GOLDEN_PAGES=keep</c> in the
/// environment the pictures in <c>tests/Pipeline.App.Tests/Golden</c> are made anew: look at what changed before it is committed.
/// </summary>
[Collection(RefreshedCollection.Name)]
public sealed class GoldenPagesTests(RefreshedStorage refreshed)
{
    private static readonly string Folder = RepositoryFolder.Path("tests", "Pipeline.App.Tests", "Golden");

    /// <summary>Names of the documents.</summary>
    public static TheoryData<string> Minerals => ["copper", "cobalt", "rare-earths", "lithium", "gallium"];

    [Theory]
    [MemberData(nameof(Minerals))]
    public async Task Pages_look_as_they_were_kept(string mineral)
    {
        StoredBriefings composed = await StoredBriefings.OfAsync(refreshed);
        MineralAssessment assessment = composed.Assessments.Single(assessment => assessment.Mineral == mineral);
        BriefingContext context = Named(composed.Context);
        Require($"{mineral}.ja", MineralBriefing.Compose(assessment, context, Language.Japanese));
        Require($"{mineral}.en", MineralBriefing.Compose(assessment, context, Language.English));
    }

    [Fact]
    public async Task Pages_of_the_briefing_of_all_minerals_look_as_they_were_kept()
    {
        OverviewInputs inputs = await StoredBriefings.OverviewInputsOf(refreshed);
        BriefingContext context = Named((await StoredBriefings.OfAsync(refreshed)).Context);
        Require("overview.ja", OverviewBriefing.Compose(inputs, context, Language.Japanese));
        Require("overview.en", OverviewBriefing.Compose(inputs, context, Language.English));
    }

    // Vintage and method are named after the code: with names of their own the pictures change only with what is to be seen.
    private static BriefingContext Named(BriefingContext context) => context with { Vintage = "2026Q4-00000000", Method = "m-00000000" };

    private static void Require(string name, Document document)
    {
        using TemporaryFolder folder = new();
        string file = folder.File(name + ".pdf");
        File.WriteAllBytes(file, new PdfRenderer(StoredBriefings.Fonts).Render(document));
        StructureChecks.ReadsInOrderForOthers(file, document);
        if (Environment.GetEnvironmentVariable("GOLDEN_PAGES") == "keep")
        {
            GoldenPages.Keep(file, Folder, name);
        }

        Assert.Empty(GoldenPages.Differences(file, Folder, name));
    }
}
