using System.Text;
using Pipeline.Briefings.Pdf;
using Pipeline.Briefings.Tests.Charts;
using Pipeline.Domain;

namespace Pipeline.Briefings.Tests.Content;

public sealed class RenderedBriefingTests
{
    public static TheoryData<string, Language> Briefings => MineralBriefingTests.Briefings;

    [Theory]
    [MemberData(nameof(Briefings))]
    public void A_briefing_renders_without_a_missing_glyph_or_a_block_that_does_not_fit(string mineral, Language language)
    {
        MineralAssessment assessment = Fixtures.All.Single(candidate => candidate.Mineral == mineral);
        PdfRenderer renderer = new(Typeface.Fonts);
        BriefingContext context = Fixtures.Context with { Measure = Typeface.Fonts.Measure };
        byte[] first = renderer.Render(MineralBriefing.Compose(assessment, context, language));
        Assert.Equal(first, renderer.Render(MineralBriefing.Compose(assessment, context, language)));
        Assert.StartsWith("%PDF-1.7", Encoding.Latin1.GetString(first, 0, 8), StringComparison.Ordinal);
    }
}
