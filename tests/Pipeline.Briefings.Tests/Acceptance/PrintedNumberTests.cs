using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Numbers;
using Pipeline.Briefings.Tests.Content;
using Pipeline.Briefings.Tests.Content.Overview;
using Pipeline.Domain;

namespace Pipeline.Briefings.Tests.Acceptance;

public sealed class PrintedNumberTests
{
    public static TheoryData<string> Minerals => [.. Fixtures.All.Where(assessment => assessment.Results.Count > 0).Select(assessment => assessment.Mineral)];

    [Theory]
    [MemberData(nameof(Minerals))]
    public void Every_printed_number_is_the_rounded_value_of_its_address_and_no_figure_and_no_count_stands_without_one(string mineral)
    {
        BriefingContext context = Fixtures.Context with { Goal = OverviewFixtures.Goal with { Group = MineralCatalogue.Get(mineral).Group } };
        FigureResolver resolver = new(Fixtures.All, goal: context.Goal);
        foreach (Language language in (Language[])[Language.Japanese, Language.English])
        {
            ComposedBriefing briefing = MineralBriefing.ComposeNumbered(Fixtures.All.Single(assessment => assessment.Mineral == mineral), context, language);
            NumberChecks.All(briefing, resolver);
            CountChecks.None(briefing.Document);
        }
    }

    [Theory]
    [InlineData("+3.0", 3, true)]
    [InlineData("\u22123.0", -3, true)]
    [InlineData("+3.0", -3, false)]
    [InlineData("3.0", -3, false)]
    [InlineData("\u22123.0", 3, false)]
    [InlineData("+<0.1", -0.01, false)]
    public void A_sign_is_that_of_the_value(string text, double value, bool fits) => Assert.Equal(fits, NumberChecks.IsRounded(text, value, "percent"));

    [Theory]
    [InlineData("Imports (t)", "74", 1)]
    [InlineData("内需比（％）", "290", 1)]
    [InlineData("Year", "74", 0)]
    [InlineData("Imports (t)", "–", 0)]
    [InlineData("Note", "290\u00A0t", 1)]
    public void A_whole_number_in_a_column_with_a_unit_needs_a_number_of_its_own(string heading, string text, int found)
    {
        Document document = MineralBriefing.Compose(Fixtures.Cobalt, Fixtures.Context, Language.English);
        Assert.Equal(found, NumberChecks.FiguresWithoutNumber(
            document with { Body = [new Table([new TableColumn(heading, 1)], [new TableRow([new TableCell([new Run(text)])])])] }).Count);
        Assert.Empty(NumberChecks.FiguresWithoutNumber(
            document with { Body = [new Table([new TableColumn(heading, 1)], [new TableRow([new TableCell([new Run(text) { Number = 1 }])])])] }));
    }

    [Theory]
    [InlineData("なお、5件は区分が変わった。", 1)]
    [InlineData("The oldest source is 12 days old.", 1)]
    [InlineData("Only 7 price changes where 8 are needed.", 1)]
    [InlineData("測定不可：単独の品目番号又は含有率がない（250590, 253090 ほか12件）。", 1)]
    [InlineData("Not measurable: no exclusive code or no content factor (250590, 280490000).", 0)]
    [InlineData("「秘匿」は3件、「不詳」は4件。", 1)]
    [InlineData("公表値の定義と出所：「再生を含む。「わずか3%」とする」（専門紙 https://example.org/186.html）。", 0)]
    [InlineData("市場見通しの月次価格「carbonate」（2020-12以降）を所定の系列に代えて用いた。", 0)]
    [InlineData("2026年12月31日、2026年第4四半期及び2030年（2026Q4-1f3a9c5d）", 0)]
    [InlineData("31 December 2026, Q4 2026, 2030 and 2026Q4-1f3a9c5d", 0)]
    public void A_count_in_words_needs_a_number_of_its_own_however_small_and_a_day_or_a_vintage_does_not(string text, int found)
    {
        Document document = MineralBriefing.Compose(Fixtures.Cobalt, Fixtures.Context, Language.English);
        Assert.Equal(found, CountChecks.WithoutNumber(document with { Body = [new TextBlock([new Run(text)], TextStyle.Body)] }).Count);
        Assert.Empty(CountChecks.WithoutNumber(document with { Body = [new TextBlock([new Run("Numbered: "), new Run("5") { Number = 1 }], TextStyle.Body)] }));
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
