using Pipeline.Briefings.Tests.Content;
using Pipeline.Briefings.Tests.Pdf;
using Pipeline.Domain;

namespace Pipeline.Briefings.Tests.Acceptance;

public sealed class ComposedBriefingTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("briefings-");

    public static TheoryData<string> Minerals => [.. Fixtures.All.Select(assessment => assessment.Mineral)];

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Minerals))]
    public void A_composed_briefing_passes_all_checks_in_both_languages(string mineral)
    {
        foreach (var language in (Language[])[Language.Japanese, Language.English]) Check(mineral, language);
    }

    private void Check(string mineral, Language language)
    {
        var context = Fixtures.Context with { Measure = Samples.Fonts.Measure };
        var document = MineralBriefing.Compose(Fixtures.All.Single(assessment => assessment.Mineral == mineral), context, language);
        var path = Path.Combine(folder.FullName, "briefing.pdf");
        File.WriteAllBytes(path, Samples.Renderer.Render(document));
        PdfChecks.All(path, document);
    }
}
