using Pipeline.Domain;
using Pipeline.Indicators.FinerSet;
using Pipeline.Indicators.Observations;
using Pipeline.Indicators.Tests.Support;

namespace Pipeline.Indicators.Tests.FinerSet;

[Trait("Clause", "5")]
public sealed class MineConcentrationTests
{
    private static readonly CalendarYear Year = new(2024);

    [Fact]
    public void Mines_of_30_20_and_10_in_a_world_total_of_100_leave_40_that_no_mine_accounts_for()
    {
        IndicatorResult result = AssertEvidence.Recomputes(Production(World("100"), Mines(("A", "30"), ("B", "20"), ("C", "10"))));
        Assert.Equal(0.14, result.Value!.Value, 1e-9);
        Assert.Equal((0.14, 0.30), (Math.Round(result.Low!.Value, 9), Math.Round(result.High!.Value, 9)));
        Assert.Equal(0.60, result.Coverage!.Value, 1e-9);
        Assert.Equal((ResultStatus.Partial, "unattributedToMines", "40.0"), (result.Status, result.Reason!.Code, Assert.Single(result.Reason.Arguments)));
        Assert.Equal([0.09, 0.04, 0.01], result.Contributions.Select(term => Math.Round(term.Term!.Value, 9)));
        Assert.Equal(["COD/A", "COD/B", "COD/C"], result.Contributions.Select(term => term.Key));
        Assert.Equal((result.Value, result.Low, result.High), (result.Score, result.ScoreLow, result.ScoreHigh));
        Assert.Equal((Stage.Mine, "CY2024", AccessLabel.Open), (result.Stage, result.Period!.Code, result.Label));
        Assert.Contains("residual", result.Flags);
    }

    [Fact]
    public void Below_60_per_cent_the_interval_stays_and_the_value_does_not()
    {
        IndicatorResult result = AssertEvidence.Recomputes(Production(World("100"), Mines(("A", "30"), ("B", "20"))));
        Assert.Equal((ResultStatus.Insufficient, null, null), (result.Status, result.Value, result.Score));
        Assert.Equal(0.13, result.Low!.Value, 1e-9);
        Assert.Equal(0.38, result.High!.Value, 1e-9);
        Assert.Equal(0.50, result.Coverage!.Value, 1e-9);
    }

    [Fact]
    public void A_withheld_mine_is_part_of_what_no_mine_accounts_for()
    {
        IndicatorResult result = AssertEvidence.Recomputes(Production(World("100"), Mines(("A", "50"), ("B", "40"), ("C", "W"))));
        Assert.Equal(0.41, result.Value!.Value, 1e-9);
        Assert.Equal(0.42, result.High!.Value, 1e-9);
        Assert.Contains("withheldMine", result.Flags);
    }

    [Fact]
    public void Reserves_by_mine_stand_in_the_total_of_their_edition()
    {
        AsOfEdition edition = new(2026);
        IndicatorResult result = AssertEvidence.Recomputes(MineConcentrationIndicator.Reserves(
            "cobalt",
            new MineLedger([GivenFeed.Mine("A", "60", edition, MineQuantity.Reserves), GivenFeed.Mine("B", "30", edition, MineQuantity.Reserves)]),
            Statistics([Given.Statistic("COD", "55", statistic: Statistic.Reserves), Given.Statistic("world", "100", statistic: Statistic.Reserves)]),
            Given.Parameters));
        Assert.Equal(0.45, result.Value!.Value, 1e-9);
        Assert.Equal(0.46, result.High!.Value, 1e-9);
        Assert.Equal((ResultStatus.Ok, Stage.Reserve, "as of 2026"), (result.Status, result.Stage, result.Period!.Code));
    }

    [Fact]
    public void A_mine_is_a_site_and_two_countries_may_have_one_of_the_same_name()
    {
        IndicatorResult result = AssertEvidence.Recomputes(Production(
            World("100"), [GivenFeed.Mine("North", "50", Year, iso3: "AUS"), GivenFeed.Mine("North", "50", Year, iso3: "CAN")]));
        Assert.Equal(0.5, result.Value!.Value, 1e-9);
        Assert.Equal(["AUS/North", "CAN/North"], result.Contributions.Select(term => term.Key));
    }

    [Fact]
    public void The_newest_settled_year_that_mines_report_is_used()
    {
        // The 2026 edition prints 2024 and, as a forecast, 2025; mines report 2023 and 2025 only.
        MineralStatisticObservation[] editions =
        [
            Given.Statistic("COD", "70", new CalendarYear(2023), 2025), Given.Statistic("world", "100", new CalendarYear(2023), 2025),
            .. World("200"), Given.Statistic("COD", "1", new CalendarYear(2025)), Given.Statistic("world", "300", new CalendarYear(2025)),
        ];
        IndicatorResult result = Production(editions, [GivenFeed.Mine("A", "90", new CalendarYear(2023)), GivenFeed.Mine("A", "99", new CalendarYear(2025))]);
        Assert.Equal(("CY2023", 0.81), (result.Period!.Code, Math.Round(result.Value!.Value, 9)));
    }

    [Theory]
    [InlineData("NA")]
    [InlineData("W")]
    public void A_newer_year_of_which_no_mine_states_a_number_does_not_displace_one_with_numbers(string newest)
    {
        MineralStatisticObservation[] editions =
            [Given.Statistic("COD", "70", new CalendarYear(2023), 2025), Given.Statistic("world", "100", new CalendarYear(2023), 2025), .. World("200")];
        IndicatorResult result = AssertEvidence.Recomputes(Production(editions, [GivenFeed.Mine("A", "90", new CalendarYear(2023)), GivenFeed.Mine("A", newest, Year)]));
        Assert.Equal(("CY2023", 0.81), (result.Period!.Code, Math.Round(result.Value!.Value, 9)));
        Assert.Equal(("CY2024", "noMineNumbers"), Production(editions, [GivenFeed.Mine("A", newest, Year)]) is var none ? (none.Period!.Code, none.Reason!.Code) : default);
    }

    [Fact]
    public void A_total_that_is_a_lower_bound_is_at_most_partial()
    {
        IndicatorResult result = AssertEvidence.Recomputes(Production(World(">100"), Mines(("A", "60"), ("B", "35"))));
        Assert.Equal(ResultStatus.Partial, result.Status);
        Assert.Contains("openEnded", result.Flags);
    }

    [Fact]
    public void A_total_that_leaves_countries_out_has_no_upper_end()
    {
        MineralStatisticObservation[] table = [Given.Statistic("COD", "55"), Given.Statistic("world", "100", excludes: true)];
        IndicatorResult result = AssertEvidence.Recomputes(Production(table, Mines(("A", "50"), ("B", "50"))));
        // H = 0.5, so that the low end is H / (1 + H).
        Assert.Equal((ResultStatus.Partial, 0.5, null), (result.Status, result.Value, result.High));
        Assert.Equal(1 / 3.0, result.Low!.Value, 1e-9);
    }

    [Fact]
    public void The_later_snapshot_of_a_mine_and_year_holds()
    {
        IndicatorResult result = Production(World("100"), [GivenFeed.Mine("A", "70", Year), GivenFeed.Mine("A", "100", Year, file: "mines-2.csv")]);
        Assert.Equal(1, result.Value!.Value, 1e-9);
    }

    [Fact]
    public void Gross_weight_is_not_set_against_contained_metal()
    {
        MineralStatisticObservation[] table = [Given.Statistic("COD", "55", basis: "gross weight"), Given.Statistic("world", "100", basis: "gross weight")];
        Assert.Equal("minesBasisDiffers", Production(table, Mines(("A", "50"))).Reason!.Code);
    }

    [Fact]
    public void Without_mines_the_result_names_the_feed()
    {
        IndicatorResult result = Production(World("100"), []);
        Assert.Equal((ResultStatus.Insufficient, null, "noMinesFeed"), (result.Status, result.Low, result.Reason!.Code));
    }

    [Fact]
    public void Mines_of_a_year_without_a_world_total_are_not_set_against_another_year() =>
        Assert.Equal(("noTotalForMines", "CY2019"), Production(World("100"), [GivenFeed.Mine("A", "50", new CalendarYear(2019))]).Reason is { } reason
            ? (reason.Code, reason.Arguments[0])
            : default);

    private static IndicatorResult Production(IReadOnlyList<MineralStatisticObservation> table, IReadOnlyList<MineObservation> mines) =>
        MineConcentrationIndicator.Production("cobalt", new MineLedger(mines), Statistics(table), Given.Parameters);

    private static MineralStatisticObservation[] World(string total) => [Given.Statistic("COD", "55"), Given.Statistic("world", total)];

    private static MineObservation[] Mines(params (string Mine, string Tonnes)[] mines) => [.. mines.Select(mine => GivenFeed.Mine(mine.Mine, mine.Tonnes, Year))];

    private static CountryStatistics Statistics(IEnumerable<MineralStatisticObservation> rows) => new(rows);
}
