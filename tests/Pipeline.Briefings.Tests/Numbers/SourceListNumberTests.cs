using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Numbers;
using Pipeline.Briefings.Tests.Acceptance;
using Pipeline.Briefings.Tests.Content;
using Pipeline.Briefings.Tests.Content.Overview;
using Pipeline.Domain;

namespace Pipeline.Briefings.Tests.Numbers;

/// <summary>The list of sources counts titles and files that it does not name; each count leads to what it counts.</summary>
public sealed class SourceListNumberTests
{
    private static readonly SourceUse Trade = Fixtures.Cobalt.Sources.Single(source => source.Source == "mof-trade");

    /// <summary>Cobalt whose trade statistics come in six files of as many titles, two of them illustrative.</summary>
    private static readonly MineralAssessment Traded = Fixtures.Cobalt with { Sources = [.. Fixtures.Cobalt.Sources.SelectMany(source => source == Trade ? Files() : [source])] };

    [Theory]
    [InlineData("cobalt/source-list/a/titles/count", "6", 6)]
    [InlineData("cobalt/source-list/a/files/after1/count", "5", 5)]
    [InlineData("cobalt/source-list/a/illustrative-files/after1/count", "1", 1)]
    public void A_count_of_the_list_leads_to_each_file_or_title_that_it_counts(string address, string text, int counted)
    {
        ResolvedFigure figure = new FigureResolver([Traded]).Resolve(FigureAddress.Parse(address));

        NumberChecks.Recomputed(figure);
        Assert.Equal(counted, figure.Evidence.Count);
        Assert.True(figure.Illustrative);
        Assert.All(new[] { Language.Japanese, Language.English }, language =>
        {
            ComposedBriefing briefing = MineralBriefing.ComposeNumbered(Traded, Fixtures.Context, language);
            Assert.Equal(text, Assert.Single(briefing.Numbers, number => number.Address.Text == address).Text);
            CountChecks.None(briefing.Document);
        });
    }

    [Theory]
    [InlineData("all/source-list/a/titles/count", 6)]
    [InlineData("all/source-list/a/files/after1/count", 5)]
    public void The_list_of_all_minerals_counts_the_files_of_all_of_them(string address, int counted)
    {
        OverviewInputs inputs = new([Traded]);

        ResolvedFigure figure = new FigureResolver(inputs, OverviewFixtures.FirstContext.Quarter, goal: null).Resolve(FigureAddress.Parse(address));

        Assert.Equal(counted, figure.Value);
        Assert.Contains(OverviewBriefing.ComposeNumbered(inputs, OverviewFixtures.FirstContext, Language.English).Numbers, number => number.Address.Text == address);
    }

    [Theory]
    [InlineData("cobalt/source-list/b/files/after1/count")]
    [InlineData("cobalt/source-list/z/titles/count")]
    public void A_single_file_has_none_after_it(string address) =>
        Assert.Throws<FigureAddressException>(() => new FigureResolver([Traded]).Resolve(FigureAddress.Parse(address)));

    [Theory]
    [InlineData("Title to Title (6 titles). File trade.csv", 1)]
    [InlineData("File trade.csv and 12 more (SHA-256 0123…).", 1)]
    [InlineData("ファイル trade.csv ほか12点", 1)]
    [InlineData("Mineral commodity summaries 2026: 220 p. CC BY 4.0", 0)]
    public void A_count_of_the_list_needs_a_number_of_its_own_and_the_words_of_publishers_do_not(string text, int found) => Assert.Equal(found, CountChecks.WithoutNumber(
        MineralBriefing.Compose(Fixtures.Cobalt, Fixtures.Context, Language.English) with { Body = [new Section("Sources", 2, "sources", [new TextBlock([new Run(text)], TextStyle.Body)])] }).Count);

    private static IEnumerable<SourceUse> Files() => Enumerable.Range(2019, 6).Select(year => Trade with
    {
        Snapshot = year == 2024 ? Trade.Snapshot : new string('7', 60) + year,
        File = $"trade-{year}.csv",
        Title = $"Trade Statistics of Japan {year}",
        Illustrative = year < 2021,
    });
}
