using Pipeline.Briefings.Numbers;
using Pipeline.Briefings.Tests.Content;
using Pipeline.Domain;

namespace Pipeline.Briefings.Tests.Acceptance;

public sealed class PrintedNumberTests
{
    public static TheoryData<string> Minerals => [.. Fixtures.All.Where(assessment => assessment.Results.Count > 0).Select(assessment => assessment.Mineral)];

    [Theory]
    [MemberData(nameof(Minerals))]
    public void Every_printed_number_is_the_rounded_value_of_its_address_and_no_figure_stands_without_one(string mineral)
    {
        FigureResolver resolver = new(Fixtures.All);
        foreach (Language language in (Language[])[Language.Japanese, Language.English])
            NumberChecks.All(MineralBriefing.ComposeNumbered(Fixtures.All.Single(assessment => assessment.Mineral == mineral), Fixtures.Context, language), resolver);
    }

    [Fact]
    public void Both_languages_print_the_same_figures()
    {
        foreach (MineralAssessment assessment in Fixtures.All)
        {
            Assert.Equal(
                MineralBriefing.ComposeNumbered(assessment, Fixtures.Context, Language.Japanese).Numbers.Select(number => (number.Address.Text, number.Text)).Order(),
                MineralBriefing.ComposeNumbered(assessment, Fixtures.Context, Language.English).Numbers.Select(number => (number.Address.Text, number.Text)).Order());
        }
    }
}
