using Pipeline.Domain;
using Pipeline.Indicators.Concentration;
using Pipeline.Indicators.Observations;
using Pipeline.Indicators.Tests.Support;

namespace Pipeline.Indicators.Tests.Concentration;

public sealed class ConcentrationIndicatorTests
{
    [Fact]
    [Trait("Clause", "3.2")]
    public void A_withheld_country_inside_the_total_is_the_gap_and_never_a_row_of_its_own()
    {
        IndicatorResult result = Production(Given.Statistic("AUS", "50"), Given.Statistic("CAN", "20"), Given.Statistic("CHL", "10"), Given.Statistic("USA", "W"), Given.Statistic("world", "100"));
        Assert.Equal(ResultStatus.Partial, result.Status);
        Assert.Equal(0.30, result.Value!.Value, 1e-6);
        Assert.Equal(0.34, result.High!.Value, 1e-6);
        Assert.Equal(0.80, result.Coverage!.Value, 1e-6);
        Assert.Equal(["residual", "withheld"], result.Flags);
        Assert.DoesNotContain(result.Contributions, contribution => contribution.Key == "USA");
        Assert.DoesNotContain(result.AllEvidence.SelectMany(node => node.Walk()), node => node.Value is 20 && node.Subject == "USA");
    }

    [Fact]
    [Trait("Clause", "3.2")]
    public void A_withheld_country_outside_the_total_is_bounded_by_its_largest_value_of_five_years()
    {
        IndicatorResult result = Production(
            Given.Statistic("AUS", "60"), Given.Statistic("CAN", "40"), Given.Statistic("USA", "W"), Given.Statistic("world", "100", excludes: true),
            Given.Statistic("USA", "300", new CalendarYear(2020), 2022), Given.Statistic("world", "400", new CalendarYear(2020), 2022),
            Given.Statistic("USA", "900", new CalendarYear(2018), 2020), Given.Statistic("world", "999", new CalendarYear(2018), 2020));
        Assert.Equal(ResultStatus.Partial, result.Status);
        Assert.Equal(0.52, result.Value!.Value, 1e-6);
        Assert.Equal(0.52 / 1.52, result.Low!.Value, 1e-6);
        // (3,600 + 1,600 + 90,000) / 400 squared; the 900 of 2018 is older than five years.
        Assert.Equal(0.595, result.High!.Value, 1e-6);
        Assert.Contains(result.Evidence, node => node is { Quantity: "largest value of the years before", Value: 300 });
    }

    [Fact]
    [Trait("Clause", "14")]
    public void A_value_withdrawn_by_a_later_edition_does_not_bound_a_hidden_country()
    {
        IndicatorResult result = Production(
            Given.Statistic("AUS", "60"), Given.Statistic("CAN", "40"), Given.Statistic("USA", "W"), Given.Statistic("world", "100", excludes: true),
            Given.Statistic("USA", "300", new CalendarYear(2022), 2024), Given.Statistic("world", "400", new CalendarYear(2022), 2024),
            Given.Statistic("USA", "W", new CalendarYear(2022), 2025), Given.Statistic("world", "100", new CalendarYear(2022), 2025));
        Assert.Null(result.High);
    }

    [Fact]
    [Trait("Clause", "14")]
    public void A_country_not_available_where_the_total_is_no_number_is_treated_like_one_outside_the_total()
    {
        // Tantalum reserves as printed in 2026: Congo (Kinshasa) and six others not available, no world total.
        IndicatorResult result = Reserves(
            "tantalum",
            Tantalum("AUS", "120,000"), Tantalum("BRA", "40,000"), Tantalum("CHN", "240,000"), Tantalum("RUS", "150"), Tantalum("COD", "NA"), Tantalum("world", "NA"));
        // Q = 400,150: H = (14.4 + 1.6 + 57.6) x 10^9 / Q^2 and a trace of Russia.
        double index = ((120_000d * 120_000) + (40_000d * 40_000) + (240_000d * 240_000) + (150d * 150)) / (400_150d * 400_150);
        Assert.Equal(ResultStatus.Partial, result.Status);
        Assert.Equal(index, result.Value!.Value, 1e-9);
        Assert.Equal(index / (1 + index), result.Low!.Value, 1e-9);
        Assert.Null(result.High);
        Assert.Equal(Band.VeryHigh, result.BandHigh);
        Assert.Contains("hiddenOutsideTotal", result.Flags);
    }

    [Theory]
    [Trait("Clause", "14")]
    [InlineData("s")]
    [InlineData("Large")]
    public void A_country_in_words_where_the_total_is_no_number_is_at_most_partial(string word) => Assert.Equal(
        ResultStatus.Partial,
        Production(Given.Statistic("AUS", "60"), Given.Statistic("CAN", word), Given.Statistic("world", ">50")).Status);

    [Fact]
    [Trait("Clause", "14")]
    public void A_country_not_available_inside_a_plain_total_is_part_of_the_gap()
    {
        IndicatorResult result = Production(Given.Statistic("AUS", "90"), Given.Statistic("CAN", "NA"), Given.Statistic("world", "100"));
        Assert.Equal(ResultStatus.Ok, result.Status);
        Assert.Equal(0.81, result.Value!.Value, 1e-6);
        Assert.Equal(0.82, result.High!.Value, 1e-6);
    }

    [Fact]
    [Trait("Clause", "14")]
    public void Rows_above_a_lower_bound_raise_no_flag_and_leave_no_residual()
    {
        IndicatorResult result = Production(Given.Statistic("AUS", "1,500"), Given.Statistic("CAN", "895"), Given.Statistic("world", ">2,000"));
        Assert.Equal(ResultStatus.Ok, result.Status);
        Assert.Empty(result.Flags);
        Assert.Equal(result.Value, result.High);
    }

    [Fact]
    [Trait("Clause", "3.2")]
    public void Rows_above_a_plain_total_are_kept_and_flagged()
    {
        IndicatorResult result = Production(Given.Statistic("AUS", "1,500,000"), Given.Statistic("CAN", "895,000"), Given.Statistic("world", "2,000,000"));
        Assert.Equal(["rowsExceedTotal"], result.Flags);
        Assert.Equal(1, result.Coverage);
    }

    [Fact]
    [Trait("Clause", "3.1")]
    public void A_table_of_withheld_cells_alone_has_no_interval()
    {
        IndicatorResult result = Production(Given.Statistic("AUS", "W"), Given.Statistic("CAN", "W"), Given.Statistic("world", "NA"));
        Assert.Equal(ResultStatus.Insufficient, result.Status);
        Assert.Equal((null, null, null), (result.Value, result.Low, result.High));
        Assert.Equal("noNumbers", result.Reason!.Code);
    }

    [Fact]
    [Trait("Clause", "14")]
    public void An_insufficient_concentration_keeps_its_interval_and_has_no_point_value()
    {
        IndicatorResult result = Production(
            Given.Statistic("AUS", "23"), Given.Statistic("CAN", "10"), Given.Statistic("CHL", "10"), Given.Statistic("PER", "7"), Given.Statistic("USA", "6"),
            Given.Statistic("other", "44"));
        Assert.Equal(ResultStatus.Insufficient, result.Status);
        Assert.Null(result.Value);
        Assert.Null(result.Score);
        Assert.Null(result.BandLow);
        Assert.Equal(0.0814, result.Low!.Value, 1e-6);
        Assert.Equal(0.2750, result.High!.Value, 1e-6);
    }

    [Fact]
    [Trait("Clause", "14")]
    public void The_older_year_of_an_edition_is_used_whole_and_its_estimated_cells_are_no_imputation()
    {
        IndicatorResult result = Production(
            Given.Statistic("AUS", "e75"), Given.Statistic("CAN", "25"), Given.Statistic("world", "e100"),
            Given.Statistic("AUS", "10", new CalendarYear(2025)), Given.Statistic("CAN", "90", new CalendarYear(2025)), Given.Statistic("world", "100", new CalendarYear(2025)));
        Assert.Equal("CY2024", result.Period!.Code);
        Assert.Equal(0.625, result.Value!.Value, 1e-6);
        Assert.Equal(ResultStatus.Ok, result.Status);
        Assert.Equal(0, result.ImputedShare);
        Assert.Equal(["estimated"], result.Flags);
    }

    [Fact]
    [Trait("Clause", "2")]
    public void Zero_trace_and_not_applicable_cells_are_three_different_things()
    {
        IndicatorResult result = Production(
            Given.Statistic("AUS", "60"), Given.Statistic("CAN", "40"), Given.Statistic("CHL", "0"), Given.Statistic("PER", "Less than ½ unit"), Given.Statistic("USA", "XX"),
            Given.Statistic("world", ">90"));
        Assert.Equal(ResultStatus.Ok, result.Status);
        Assert.Equal(["AUS", "CAN"], result.Contributions.Select(contribution => contribution.Key));
        Assert.Equal(0.52, result.Value!.Value, 1e-6);
    }

    [Fact]
    [Trait("Clause", "2")]
    public void A_range_counts_at_its_middle_and_as_estimated()
    {
        MineralStatisticObservation range = Given.Statistic("AUS", "1") with { Value = PublishedValue.Range(140, 575, "140–575") };
        IndicatorResult result = Production(range, Given.Statistic("CAN", "357.5"));
        Assert.Equal(0.5, result.Value!.Value, 1e-9);
        Assert.Equal(["estimated"], result.Flags);
    }

    [Fact]
    [Trait("Clause", "3.2")]
    public void With_two_unknown_countries_the_result_says_how_low_both_could_bring_it()
    {
        IndicatorResult result = Production(
            Given.Statistic("AUS", "60"), Given.Statistic("CAN", "40"), Given.Statistic("COD", "NA"), Given.Statistic("RWA", "NA"), Given.Statistic("world", "NA"));
        // H = 0.36 + 0.16 = 0.52; with one hidden country at least 0.52 / 1.52, with two at least 0.52 / 2.04.
        Assert.Equal(0.52 / 1.52, result.Low!.Value, 1e-9);
        Assert.Equal(0.52 / 2.04, Assert.Single(result.Companions, companion => companion.Id == "lowestPossible").Value!.Value, 1e-9);
        Assert.Equal(["2", "0.255"], Assert.Single(result.Notes, note => note.Code == "severalHidden").Arguments);
    }

    [Fact]
    [Trait("Clause", "3.2")]
    public void With_one_unknown_country_the_interval_says_it_all()
    {
        IndicatorResult result = Production(Given.Statistic("AUS", "60"), Given.Statistic("CAN", "40"), Given.Statistic("COD", "NA"), Given.Statistic("world", "NA"));
        Assert.DoesNotContain(result.Companions, companion => companion.Id == "lowestPossible");
        Assert.Empty(result.Notes);
    }

    [Fact]
    [Trait("Clause", "14")]
    public void A_rest_that_is_only_bounded_from_below_is_open_ended_and_may_bring_the_value_down_to_nothing()
    {
        // Nickel reserves as printed in 2026 have "other countries" of more than 9,100,000 t in a total of more than 140,000,000 t.
        IndicatorResult result = Production(Given.Statistic("IDN", "62"), Given.Statistic("AUS", "27"), Given.Statistic("other", ">9"), Given.Statistic("world", ">98"));
        Assert.Contains("openEnded", result.Flags);
        Assert.DoesNotContain("notCollected", result.Flags);
        Assert.Equal(0, Assert.Single(result.Companions, companion => companion.Id == "lowestPossible").Value);
        Assert.Contains(result.Notes, note => note.Code == "unnamedRestHidden");
    }

    [Fact]
    [Trait("Clause", "14")]
    public void A_rest_that_is_not_available_beside_a_lower_bound_keeps_the_result_from_ok()
    {
        // Platinum-group reserves as printed in 2026: other countries not available, world total above 76,000 t.
        IndicatorResult result = Production(Given.Statistic("ZAF", "63"), Given.Statistic("RUS", "13"), Given.Statistic("other", "NA"), Given.Statistic("world", ">76"));
        Assert.Equal(ResultStatus.Partial, result.Status);
        Assert.Null(result.High);
        Assert.Equal(["hiddenOutsideTotal", "notCollected"], result.Flags);
    }

    [Fact]
    [Trait("Clause", "14")]
    public void Platinum_and_palladium_are_added_by_country()
    {
        IndicatorResult result = Production(
            "platinum-group",
            Platinum("platinum", "ZAF", "126"), Platinum("platinum", "RUS", "22"), Platinum("platinum", "world", "148"),
            Platinum("palladium", "ZAF", "84"), Platinum("palladium", "RUS", "88"), Platinum("palladium", "world", "172"));
        // South Africa 210 and Russia 110 of 320.
        Assert.Equal(((210d * 210) + (110d * 110)) / (320d * 320), result.Value!.Value, 1e-9);
        Assert.Equal(["sum(row)"], result.Contributions.Select(contribution => contribution.Evidence.Formula).Distinct());
        Assert.Equal([126d, 84d], result.Contributions.Single(contribution => contribution.Key == "ZAF").Evidence.Inputs.Select(row => row.Value));
    }

    [Fact]
    [Trait("Clause", "14")]
    public void Ilmenite_and_rutile_are_added_and_a_cell_included_elsewhere_hides_nothing()
    {
        IndicatorResult result = Production(
            "titanium",
            Titanium("ilmenite", "AUS", "700"), Titanium("ilmenite", "USA", "100"), Titanium("ilmenite", "world", "800"),
            Titanium("rutile", "AUS", "200"), Titanium("rutile", "USA", "NA", "includedElsewhere"), Titanium("rutile", "world", ">190"));
        Assert.Equal(ResultStatus.Ok, result.Status);
        Assert.Equal(0.82, result.Value!.Value, 1e-9);
    }

    [Theory]
    [Trait("Clause", "14")]
    [InlineData("gallium", "gallium", Statistic.PrimaryProduction)]
    [InlineData("indium", "indium", Statistic.RefineryProduction)]
    [InlineData("selenium", "selenium", Statistic.RefineryProduction)]
    [InlineData("tellurium", "tellurium", Statistic.RefineryProduction)]
    [InlineData("bismuth", "bismuth", Statistic.RefineryProduction)]
    [InlineData("silicon", "silicon-metal", Statistic.SmelterProduction)]
    public void A_mineral_without_a_mine_table_rests_on_refinery_or_primary_production_and_says_so(string mineral, string series, Statistic statistic)
    {
        IndicatorResult result = Production(
            mineral,
            Given.Statistic("CHN", "3", mineral: mineral, series: series, statistic: statistic),
            Given.Statistic("JPN", "1", mineral: mineral, series: series, statistic: statistic));
        Assert.Equal(0.625, result.Value!.Value, 1e-9);
        Assert.Equal(["refineryBasis"], result.Flags);
    }

    [Theory]
    [Trait("Clause", "14")]
    [InlineData("aluminium", "bauxite")]
    [InlineData("magnesium", "magnesite")]
    public void The_ore_is_the_series_of_aluminium_and_magnesium(string mineral, string series)
    {
        IndicatorResult result = Reserves(
            mineral,
            Given.Statistic("AUS", "3", mineral: mineral, series: series, statistic: Statistic.Reserves),
            Given.Statistic("GIN", "1", mineral: mineral, series: series, statistic: Statistic.Reserves));
        Assert.Equal("as of 2026", result.Period!.Code);
        Assert.Equal(0.625, result.Value!.Value, 1e-9);
    }

    [Fact]
    [Trait("Clause", "14")]
    public void Chromium_reserves_are_taken_in_oxide_content_where_given()
    {
        IndicatorResult result = Reserves(
            "chromium",
            Chromium("KAZ", "50", "gross weight"), Chromium("ZAF", "50", "gross weight"),
            Chromium("KAZ", "25", "Cr2O3"), Chromium("ZAF", "75", "Cr2O3"));
        Assert.Equal(0.625, result.Value!.Value, 1e-9);
    }

    [Fact]
    [Trait("Clause", "14")]
    public void Boron_is_insufficient_because_countries_report_on_different_bases()
    {
        IndicatorResult result = Production("boron", Given.Statistic("TUR", "3", mineral: "boron", series: "boron"), Given.Statistic("CHL", "1", mineral: "boron", series: "boron"));
        Assert.Equal((ResultStatus.Insufficient, "basesDiffer"), (result.Status, result.Reason!.Code));
    }

    [Fact]
    [Trait("Clause", "13")]
    public void Other_countries_as_one_country_is_kept_as_the_alternative_reading()
    {
        MineralStatisticObservation[] rows = [Given.Statistic("AUS", "50"), Given.Statistic("CAN", "20"), Given.Statistic("CHL", "10"), Given.Statistic("other", "20")];
        IndicatorResult result = AssertEvidence.Recomputes(
            ConcentrationIndicator.Production("cobalt", new CountryStatistics(rows), Given.With("concentration.residual", "\"asOne\"")));
        Assert.Equal(0.34, result.Value!.Value, 1e-6);
    }

    [Fact]
    [Trait("Clause", "1")]
    public void Every_term_leads_to_its_cell_and_the_total_is_beside()
    {
        IndicatorResult result = Production(Given.Statistic("AUS", "60"), Given.Statistic("CAN", "40"), Given.Statistic("world", "100"));
        Assert.All(result.Contributions, contribution => Assert.Single(contribution.Evidence.Walk().SelectMany(node => node.Cells)));
        Assert.Equal("world", Assert.Single(result.Evidence).Cells.Single().Column);
        Assert.Contains(result.Parameters, use => use.Id == "concentration.series/cobalt");
    }

    [Fact]
    [Trait("Clause", "3.2")]
    public void The_amount_that_no_row_accounts_for_is_computed_from_the_total_and_the_rows()
    {
        IndicatorResult result = Production(Given.Statistic("AUS", "50"), Given.Statistic("CAN", "20"), Given.Statistic("CHL", "10"), Given.Statistic("world", "100"));
        IReadOnlyDictionary<string, IReadOnlyList<double>> figures = EvidenceArithmetic.Recompute(result);
        Assert.Equal([20d], figures["residual"]);
        Assert.Equal([100d], figures["whole"]);
        Assert.Equal([50d, 20, 10], result.Contributions.Select(contribution => contribution.Evidence.Value!.Value));
    }

    [Fact]
    [Trait("Clause", "14")]
    public void A_table_that_is_added_to_another_has_its_own_gap_to_its_own_total()
    {
        // Ilmenite leaves 100 of 900 open, rutile nothing: Australia 900 and South Africa 100 of 1,100, the rest 100.
        IndicatorResult result = Production(
            "titanium",
            Titanium("ilmenite", "AUS", "700"), Titanium("ilmenite", "ZAF", "100"), Titanium("ilmenite", "world", "900"),
            Titanium("rutile", "AUS", "200"), Titanium("rutile", "world", ">190"), Titanium("rutile", "MOZ", "0"));
        Assert.Equal(((900d * 900) + (100d * 100)) / (1100d * 1100), result.Value!.Value, 1e-9);
        Assert.Equal(result.Value.Value + (100d * 100 / (1100d * 1100)), result.High!.Value, 1e-9);
    }

    [Fact]
    [Trait("Clause", "14")]
    public void Several_hidden_countries_open_the_interval_by_the_largest_of_their_recent_amounts()
    {
        IndicatorResult result = Production(
            Given.Statistic("AUS", "60"), Given.Statistic("CAN", "40"), Given.Statistic("COD", "W"), Given.Statistic("RWA", "W"), Given.Statistic("world", "100", excludes: true),
            Given.Statistic("COD", "100", new CalendarYear(2020), 2022), Given.Statistic("RWA", "300", new CalendarYear(2020), 2022), Given.Statistic("world", "400", new CalendarYear(2020), 2022));
        // 5,200 with 300 squared over 400 squared is more than with both over 500 squared.
        Assert.Equal(0.595, result.High!.Value, 1e-9);
    }

    private static MineralStatisticObservation Tantalum(string place, string text) =>
        Given.Statistic(place, text, series: "tantalum", statistic: Statistic.Reserves, mineral: "tantalum");

    private static MineralStatisticObservation Platinum(string series, string place, string text) =>
        Given.Statistic(place, text, series: series, mineral: "platinum-group");

    private static MineralStatisticObservation Titanium(string series, string place, string text, params string[] flags) =>
        Given.Statistic(place, text, series: series, mineral: "titanium", basis: "TiO2", flags: flags);

    private static MineralStatisticObservation Chromium(string place, string text, string basis) =>
        Given.Statistic(place, text, series: "chromium", statistic: Statistic.Reserves, mineral: "chromium", basis: basis);

    private static IndicatorResult Production(params MineralStatisticObservation[] rows) => Production("cobalt", rows);

    private static IndicatorResult Production(string mineral, params MineralStatisticObservation[] rows) =>
        AssertEvidence.Recomputes(ConcentrationIndicator.Production(mineral, new CountryStatistics(rows), Given.Parameters));

    private static IndicatorResult Reserves(string mineral, params MineralStatisticObservation[] rows) =>
        AssertEvidence.Recomputes(ConcentrationIndicator.Reserves(mineral, new CountryStatistics(rows), Given.Parameters));
}
