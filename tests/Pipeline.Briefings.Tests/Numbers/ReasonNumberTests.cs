using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Numbers;
using Pipeline.Briefings.Tests.Acceptance;
using Pipeline.Briefings.Tests.Content;
using Pipeline.Briefings.Tests.Content.Overview;
using Pipeline.Domain;

namespace Pipeline.Briefings.Tests.Numbers;

/// <summary>Counts in reasons, remarks and notes have addresses as scores have.</summary>
public sealed class ReasonNumberTests
{
    private static readonly ParameterUse Partial = new("price.partial", "24", new DateOnly(2021, 2, 15), false);

    /// <summary>
    /// Cobalt with 7 price changes where 24 are needed, a production table that hides two countries and has five more without a value, and five codes that
    /// cannot be added up.
    /// </summary>
    private static readonly MineralAssessment Reasoned = Fixtures.Cobalt with
    {
        Results =
        [
            .. Fixtures.Cobalt.Results.Select(result => result.Indicator switch
            {
                IndicatorId.PriceFluctuation => result with
                {
                    Status = ResultStatus.Insufficient, Value = null, Low = null, High = null, Score = null, ScoreLow = null, ScoreHigh = null, BandLow = null, BandHigh = null,
                    Companions = [], Reason = new Reason("tooFewPrices", ["7", "24"]), Parameters = [Partial],
                    Notes = [new Reason("outlookPricesTooFew", ["5", "24"])],
                },
                IndicatorId.ProductionConcentration => result with { Notes = [new Reason("severalHidden", ["2", "0.255"])] },
                IndicatorId.ImportStabilityConcentrate => result with
                {
                    Status = ResultStatus.Insufficient, Reason = new Reason("notMeasurable", ["250590, 253090, 280490, 811292, 260500"]),
                },
                _ => result,
            }),
        ],
        Countries = [.. Fixtures.Cobalt.Countries.Select(table => table.Statistic != Statistic.MineProduction ? table : table with
        {
            Rows = [.. table.Rows.Where(row => row.Share is not null), .. ((string[])["BRA", "CHN", "FRA", "KOR", "RUS"]).Select(iso3 => Fixtures.Missing(iso3, "NA"))],
        })],
    };

    private static readonly BriefingContext Context = Fixtures.Context with { Goal = OverviewFixtures.Goal with { Group = MineralCatalogue.Get("cobalt").Group } };

    private static readonly FigureResolver Resolver = new([Reasoned], goal: Context.Goal);

    [Theory]
    [InlineData("cobalt/price-fluctuation/reason/0", "7", "/prices.xlsx")]
    [InlineData("cobalt/price-fluctuation/reason/1", "24", "parameter price.partial from 2021-02-15")]
    [InlineData("cobalt/price-fluctuation/notes/0/0", "5", "assessment: cobalt/price-fluctuation")]
    [InlineData("cobalt/production-concentration/notes/0/0", "2", "/mcs2026.csv")]
    [InlineData("cobalt/import-stability-concentrate/reason/0/after2/count", "3", "reason of cobalt/import-stability-concentrate: 280490")]
    [InlineData("cobalt/partners/refined/after10/count", "2", "/trade-2024.csv")]
    [InlineData("cobalt/countries/mine-production/cobalt/contained-metal/more-not-collected/count", "2", "/mcs2026.csv")]
    [InlineData("cobalt/notes/production-concentration/cells/count", "2", "/mcs2026.csv")]
    [InlineData("cobalt/notes/scenario/references/count", "1", "parameter scenario.ev.kilograms/cobalt from 2021-04-01")]
    [InlineData("cobalt/parameters/count", "3", "parameter of the method: price.partial")]
    [InlineData("all/parameters/selfSufficiency.goal", "80", "parameter selfSufficiency.goal from 2021-02-15")]
    public void A_count_in_words_has_an_address_that_leads_to_what_it_rests_on(string address, string printed, string restsOn)
    {
        ResolvedFigure figure = Resolver.Resolve(FigureAddress.Parse(address));
        EvidenceNode[] below = [.. figure.Evidence.SelectMany(node => node.Walk())];

        Assert.Contains(restsOn, below.Select(node => node.Reference).OfType<string>().Concat(figure.Cells.Select(cell => "/" + cell.File)));
        Assert.All(Enum.GetValues<Language>(), language =>
        {
            PrintedNumber number = Composed(language).Numbers.Single(number => number.Address.Text == address);
            Assert.Equal(printed, number.Text);
            NumberChecks.Check(number, figure);
        });
    }

    [Theory]
    [InlineData(Language.Japanese)]
    [InlineData(Language.English)]
    public void A_briefing_full_of_reasons_prints_no_count_without_a_number(Language language) => CountChecks.None(Composed(language).Document);

    [Theory]
    [InlineData(Language.Japanese, "2030年目標 80％ ", "その他2か国・地域")]
    [InlineData(Language.English, "2030 goal 80% ", "2 others")]
    public void The_mark_of_the_goal_and_the_bar_of_the_others_carry_their_numbers(Language language, string goal, string others)
    {
        ComposedBriefing briefing = Composed(language);
        Label[] labels = [.. DocumentWalk.Blocks(briefing.Document).OfType<Figure>().SelectMany(figure => figure.Drawing.Shapes).OfType<Label>()];

        Assert.Equal("all/parameters/selfSufficiency.goal", Address(briefing, labels, goal));
        Assert.Equal("cobalt/partners/refined/after10/count", Address(briefing, labels, others));
    }

    [Theory]
    [InlineData("cobalt/price-fluctuation/reason/2")]
    [InlineData("cobalt/import-stability-concentrate/reason/0")]
    [InlineData("cobalt/import-stability-concentrate/reason/0/after5/count")]
    [InlineData("cobalt/secondary-use/reason/0")]
    [InlineData("cobalt/notes/countries/cells/count")]
    public void Words_and_codes_have_no_address(string address) => Assert.Throws<FigureAddressException>(() => Resolver.Resolve(FigureAddress.Parse(address)));

    private static ComposedBriefing Composed(Language language) => MineralBriefing.ComposeNumbered(Reasoned, Context, language);

    private static string Address(ComposedBriefing briefing, IEnumerable<Label> labels, string text) =>
        briefing.Numbers[Assert.Single(labels.Single(label => label.Text == text).Numbers) - 1].Address.Text;
}
