using Pipeline.Domain;
using Pipeline.Indicators.ImportDemand;
using Pipeline.Indicators.Imports;
using Pipeline.Indicators.Tests.Support;

namespace Pipeline.Indicators.Tests.ImportDemand;

public sealed class ImportDemandIndicatorTests
{
    private static readonly double[] Printed = [80, 90, 100, 110, 120, 130, 125, 135, 140, 145];

    [Fact]
    [Trait("Clause", "7.1")]
    public void Ten_years_of_imports_give_average_and_growth_with_their_yearly_terms()
    {
        ImportDemandIndicator indicator = Selenium(2010, Printed);
        IndicatorResult average = indicator.AverageResult();
        Assert.Equal(135, average.Value!.Value, 1e-6);
        Assert.Equal("CY2015/CY2019", average.Period!.Code);
        Assert.Equal(average.Value.Value, average.Contributions.Sum(term => term.Term!.Value), 1e-9);
        Assert.Equal(["CY2015", "CY2016", "CY2017", "CY2018", "CY2019"], average.Contributions.Select(term => term.Key));
        IndicatorResult growth = indicator.GrowthResult();
        Assert.Equal(0.35, growth.Value!.Value, 1e-6);
        Assert.Equal(ResultStatus.Ok, growth.Status);
        Assert.Equal([100, 110, 117, 124, 130, 135], indicator.Table().Skip(4).Select(year => Math.Round(year.MovingAverage!.Value, 9)));
        Assert.All(indicator.Table().Take(4), year => Assert.Null(year.MovingAverage));
    }

    [Fact]
    [Trait("Clause", "7.1")]
    public void A_year_that_was_not_taken_in_is_missing_and_the_average_says_so()
    {
        ImportDemandIndicator indicator = Selenium(2010, Printed, without: 2017);
        IndicatorResult average = indicator.AverageResult();
        Assert.Equal(135, average.Value!.Value, 1e-6);
        Assert.Equal(ResultStatus.Partial, average.Status);
        Assert.Contains("meanOfFour", average.Flags);
        Assert.Equal(("missingYears", "2017"), (average.Reason!.Code, average.Reason.Arguments.Single()));
        ImportYear gap = indicator.Table().Single(year => year.Year.Year == 2017);
        Assert.Null(gap.Tonnes);
        Assert.Equal("noTradeData", gap.Missing!.Code);
        Assert.Equal([2015, 2016, 2018, 2019], indicator.Table()[^1].AverageOf.Select(year => year.Year));
    }

    [Fact]
    [Trait("Clause", "14")]
    public void A_year_without_rows_is_zero_while_a_code_of_the_mineral_is_in_force()
    {
        // Thallium is always in force; the chapter was read and holds nothing of it.
        ImportDemandIndicator indicator = Of("thallium", [.. Enumerable.Range(2010, 10).SelectMany(year => Filler(year, "81"))]);
        Assert.All(indicator.Years, year => Assert.Equal(0, year.Tonnes));
        IndicatorResult growth = indicator.GrowthResult();
        Assert.Equal((ResultStatus.Insufficient, "zeroBase"), (growth.Status, growth.Reason!.Code));
        Assert.Equal(0, indicator.AverageResult().Value);
    }

    [Fact]
    [Trait("Clause", "14")]
    public void A_year_without_rows_is_missing_while_no_code_of_the_mineral_was_in_force()
    {
        // Hafnium has a code of its own from HS 2022 on.
        ImportDemandIndicator indicator = Of("hafnium", [.. Enumerable.Range(2015, 10).SelectMany(year => Filler(year, "81")), .. Given.Import(2022, "811231000", 409, 1)]);
        Assert.Equal("noExclusiveCode", indicator.Years.Single(year => year.Year == 2021).Missing!.Code);
        Assert.Equal(0.409, indicator.Years.Single(year => year.Year == 2022).Tonnes!.Value, 1e-9);
        Assert.Equal(0, indicator.Years.Single(year => year.Year == 2023).Tonnes);
        IndicatorResult average = indicator.AverageResult();
        Assert.Equal((ResultStatus.Insufficient, "codeChangeNotBridged"), (average.Status, average.Reason!.Code));
    }

    [Fact]
    [Trait("Clause", "7.1")]
    public void A_change_of_codes_that_the_table_bridges_is_one_series()
    {
        // Bismuth: 810600 up to HS 2017, 810610 and 810690 from HS 2022 on.
        ImportDemandIndicator indicator = Of("bismuth", [
            .. Enumerable.Range(2015, 7).SelectMany(year => Given.Import(year, "810600000", 100_000, 1)),
            .. Enumerable.Range(2022, 3).SelectMany(year => Given.Import(year, "810610000", 90_000, 1)),
            .. Enumerable.Range(2022, 3).SelectMany(year => Given.Import(year, "810690000", 10_000, 1))]);
        Assert.Equal(0, indicator.GrowthResult().Value!.Value, 1e-9);
        Assert.Equal(100, indicator.AverageResult().Value!.Value, 1e-9);
    }

    [Fact]
    [Trait("Clause", "14")]
    public void Scrap_is_left_out_and_the_average_with_scrap_is_the_alternative()
    {
        // Tin: metal at 1, scrap at 0.9.
        ImportDemandIndicator indicator = Of("tin", [.. Enumerable.Range(2015, 5).SelectMany(year => new[]
        {
            Given.Import(year, "800110000", 100_000, 1), Given.Import(year, "800200000", 50_000, 1), Filler(year, "26"), Filler(year, "28"),
        }.SelectMany(row => row))]);
        IndicatorResult average = indicator.AverageResult();
        Assert.Equal(100, average.Value!.Value, 1e-9);
        Assert.Equal(145, average.Companions.Single(companion => companion.Id == "alternativeValue").Value!.Value, 1e-9);
        Assert.Contains(indicator.Table()[0].ByStage, amount => amount is { Stage: Stage.Scrap, Tonnes: 45 });
        Assert.Equal(("scrap", 45d), (indicator.Table()[0].ScrapEvidence!.Subject, EvidenceArithmetic.Recompute(indicator.Table()[0].ScrapEvidence!)));
        Assert.Equal("seriesTooShort", indicator.GrowthResult().Reason!.Code);
    }

    [Fact]
    [Trait("Clause", "14")]
    public void Confidential_codes_are_flagged_and_a_code_that_halves_in_that_year_is_named()
    {
        ImportDemandIndicator indicator = Of("boron", [
            .. Enumerable.Range(2020, 5).SelectMany(year => Given.Import(year, "252800000", 100, 1, "MT")),
            .. Enumerable.Range(2020, 5).SelectMany(year => Given.Import(year, "281000000", year == 2024 ? 8_190_695 : 19_347_126, 1)),
            .. Enumerable.Range(2020, 5).SelectMany(year => Given.Import(year, "284019000", year == 2024 ? 19_831_964 : 24_303_307, 1)),
            .. Given.Import(2024, "28XXXXXXA", 209_179_418, 46_282_982)]);
        IndicatorResult average = indicator.AverageResult();
        Assert.Contains("confidentialCodes", average.Flags);
        Reason named = Assert.Single(average.Notes);
        Assert.Equal("codeFell", named.Code);
        Assert.Equal(["281000", "2024", "19,347", "8,191"], named.Arguments);
        Assert.Contains("confidentialCodes", indicator.Table()[^1].Flags);
        Assert.DoesNotContain("confidentialCodes", indicator.Table()[^2].Flags);
    }

    [Fact]
    [Trait("Clause", "14")]
    public void A_new_subdivision_of_the_same_heading_is_no_fall()
    {
        // Chromates: 284150010 and 284150090 up to 2023, 284150000 from 2024.
        ImportDemandIndicator indicator = Of("chromium", [
            .. new[] { "26", "72", "81" }.SelectMany(chapter => Enumerable.Range(2020, 5).SelectMany(year => Filler(year, chapter))),
            .. Enumerable.Range(2020, 4).SelectMany(year => Given.Import(year, "284150090", 805_000, 1)),
            .. Given.Import(2024, "284150000", 818_118, 1),
            .. Given.Import(2024, "28XXXXXXA", 1, 1)]);
        Assert.Empty(indicator.AverageResult().Notes);
        Assert.Contains("confidentialCodes", indicator.AverageResult().Flags);
    }

    [Fact]
    [Trait("Clause", "14")]
    public void Manganese_ore_codes_before_2016_carry_the_factor_of_their_successor()
    {
        Assert.All(new[] { "260200010", "260200011", "260200012" }, code => Assert.Equal(0.44, Assert.Single(TradeCodeTable.Resolve(code)).ContentFactor));
    }

    [Fact]
    [Trait("Clause", "14")]
    public void A_code_with_a_weak_factor_flags_the_average()
    {
        ImportDemandIndicator indicator = Of("tungsten", [.. Enumerable.Range(2015, 5).SelectMany(year => new[] { "26", "28", "72", "81" }
            .SelectMany(chapter => Filler(year, chapter)).Concat(Given.Import(year, "284990090", 1000, 1)))]);
        Assert.Contains("weakFactor", indicator.AverageResult().Flags);
    }

    [Fact]
    [Trait("Clause", "14")]
    public void A_mineral_without_a_code_of_its_own_is_not_measurable()
    {
        ImportDemandIndicator indicator = Of("gallium", [.. Enumerable.Range(2015, 10).SelectMany(year => Given.Import(year, "811292990", 1000, 1))]);
        IndicatorResult average = indicator.AverageResult();
        Assert.Equal((ResultStatus.Insufficient, "notMeasurable"), (average.Status, average.Reason!.Code));
    }

    [Fact]
    public void A_revised_year_replaces_the_one_before_and_is_never_added_to_it()
    {
        TradeObservation[] first = [.. Given.Import(2020, "280490000", 1000, 1)];
        TradeObservation[] revised = [.. Given.Import(2020, "280490000", 1100, 1).Select(row => row with { Cell = row.Cell with { Snapshot = "revised" } })];
        Assert.Equal(1.1, Of("selenium", [.. first, .. revised]).Years.Single().Tonnes!.Value, 1e-9);
    }

    [Fact]
    public void Rows_by_country_stand_in_where_the_totals_of_a_year_were_not_taken_in()
    {
        TradeObservation[] rows = [.. Given.Import(2020, "280490000", 0, 0, "KG", ("CHN", 1000, 1), ("KOR", 500, 1)).Where(row => row.Origin is not null)];
        Assert.Equal(1.5, Of("selenium", rows).Years.Single().Tonnes!.Value, 1e-9);
    }

    private static ImportDemandIndicator Selenium(int first, double[] tonnes, int? without = null) => Of("selenium", [.. tonnes
        .SelectMany((amount, index) => first + index == without ? [] : Given.Import(first + index, "280490000", amount * 1000, 1))]);

    private static IEnumerable<TradeObservation> Filler(int year, string chapter) => Given.Import(year, chapter + "9999999", 1, 1);

    private static ImportDemandIndicator Of(string mineral, IReadOnlyList<TradeObservation> rows)
    {
        TradeLedger ledger = new(rows);
        ImportDemandIndicator indicator = new(new MineralCodes(mineral, ledger), ledger, Given.Parameters);
        AssertEvidence.Recomputes(indicator.AverageResult());
        AssertEvidence.Recomputes(indicator.GrowthResult());
        AssertEvidence.Recomputes(indicator.Table().SelectMany(year => year.AllEvidence));
        return indicator;
    }
}
