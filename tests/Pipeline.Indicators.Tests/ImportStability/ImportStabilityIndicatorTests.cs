using Pipeline.Domain;
using Pipeline.Indicators.Imports;
using Pipeline.Indicators.ImportStability;
using Pipeline.Indicators.ImportStability.Governance;
using Pipeline.Indicators.Tests.Support;

namespace Pipeline.Indicators.Tests.ImportStability;

public sealed class ImportStabilityIndicatorTests
{
    // Cobalt: oxide at 0.7342, hydroxide at 0.6340, metal at 1, scrap at 0.9, ore at 0.08, nickel intermediates at a weak 0.045.
    private const string Oxide = "282200010";
    private const string Metal = "810520000";
    private const string Ore = "260500000";
    private const string Intermediate = "750120290";

    [Fact]
    [Trait("Clause", "2")]
    public void Ore_and_metal_are_added_as_contained_metal()
    {
        // 1,000 t at 0.28 and 60 t at 0.995.
        ContainedMetal sum = new GrossWeight(1000).Contained(0.28) + new GrossWeight(60).Contained(0.995);
        Assert.Equal(339.7, sum.Tonnes, 1e-6);
    }

    [Fact]
    [Trait("Clause", "14")]
    public void Shares_across_the_codes_of_a_stage_are_on_contained_metal()
    {
        (IndicatorResult result, PartnerTable? table) = Refined(
            Given.Import(2020, Oxide, 0, 0, "KG", ("CHN", 1_000_000, 100)),
            Given.Import(2020, Metal, 0, 0, "KG", ("COD", 265_800, 100)));
        Assert.Equal("CY2020", result.Period!.Code);
        Assert.Equal(0.7342, result.Contributions.Single(term => term.Key == "CHN").Share!.Value, 1e-6);
        Assert.Equal(734.2, table!.Rows[0].Tonnes!.Value, 1e-6);
        Assert.Equal(("weight", "CHN"), (table.Basis, table.Rows[0].Iso3));
        // r = 0.32 for both: the score is the concentration times 0.32.
        Assert.Equal(0.32 * ((0.7342 * 0.7342) + (0.2658 * 0.2658)), result.Value!.Value, 1e-6);
        Assert.Equal(ResultStatus.Ok, result.Status);
    }

    [Fact]
    [Trait("Clause", "1")]
    public void A_partner_leads_to_its_cells_its_factor_and_six_estimates()
    {
        (IndicatorResult result, _) = Refined(
            Given.Import(2020, Oxide, 0, 0, "KG", ("CHN", 500, 100)),
            Given.Import(2020, "282200090", 0, 0, "KG", ("CHN", 500, 100)),
            Given.Import(2020, Metal, 0, 0, "KG", ("CHN", 265, 100)));
        EvidenceNode evidence = Assert.Single(result.Contributions).Evidence;
        Assert.Equal(3, evidence.Walk().SelectMany(node => node.Cells).Count());
        EvidenceNode risk = Assert.Single(result.Evidence);
        Assert.Equal(("risk", "CHN", 6), (risk.Symbol, risk.Subject, risk.Walk().SelectMany(node => node.Cells).Count()));
        Assert.Contains(evidence.Walk(), node => node.Reference == "trade-codes-hs9.csv 282200010" && node.Value.Equals(0.7342));
        Assert.Contains(evidence.Walk(), node => node.Reference == "trade-codes-hs6.csv 810520" && node.Value.Equals(1.0));
    }

    [Fact]
    [Trait("Clause", "14")]
    public void Codes_without_a_factor_and_baskets_are_left_out_and_listed()
    {
        (IndicatorResult result, _) = Refined(Given.Import(2020, Metal, 0, 0, "KG", ("COD", 100, 100)), Given.Import(2020, "284190090", 0, 0, "KG", ("CHN", 900, 100)));
        Assert.Equal("COD", Assert.Single(result.Contributions).Key);
        Assert.Equal("codesLeftOut", Assert.Single(result.Notes).Code);
        MineralCodes codes = Codes("cobalt", Given.Import(2020, Metal, 1, 1));
        Assert.Equal("basketCode", codes.Uses.Single(use => use.Code == "284190").LeftOut!.Code);
        Assert.Null(codes.Uses.Single(use => use.Code == "282200010").LeftOut);
        Assert.DoesNotContain(codes.Uses, use => use.Code == "282200");
    }

    [Fact]
    [Trait("Clause", "14")]
    public void A_stage_of_baskets_alone_is_not_measurable_and_never_not_applicable()
    {
        (IndicatorResult result, PartnerTable? table) = Assess("gallium", Stage.Refined, Given.Import(2020, "811292990", 0, 0, "KG", ("CHN", 900, 100)));
        Assert.Equal((ResultStatus.Insufficient, "notMeasurable"), (result.Status, result.Reason!.Code));
        Assert.Null(table);
    }

    [Fact]
    [Trait("Clause", "14")]
    public void A_stage_whose_codes_have_no_factor_is_not_measurable()
    {
        (IndicatorResult result, _) = Assess(
            "silver", Stage.Concentrate, Given.Import(2020, "261610000", 0, 0, "MT", ("BOL", 900, 100)), Given.Import(2020, "710691000", 0, 0, "GR", ("KOR", 900, 100)));
        Assert.Equal((ResultStatus.Insufficient, "notMeasurable"), (result.Status, result.Reason!.Code));
    }

    [Fact]
    [Trait("Clause", "14")]
    public void A_code_that_begins_later_leaves_the_earlier_year_not_measurable()
    {
        // Hafnium has a code of its own only from HS 2022; in 2020 it lies in a basket.
        (IndicatorResult result, _) = Assess("hafnium", Stage.Refined, Given.Import(2020, "811292990", 0, 0, "KG", ("CHN", 900, 100)));
        Assert.Equal((ResultStatus.Insufficient, "notMeasurable"), (result.Status, result.Reason!.Code));
    }

    [Fact]
    [Trait("Clause", "4.3")]
    public void A_stage_below_one_per_cent_of_measured_imports_is_not_applicable()
    {
        // 12 t of ore at 0.08 are 0.96 t beside 100 t of metal.
        (IndicatorResult result, PartnerTable? table) = Assess(
            "cobalt", Stage.Concentrate, Given.Import(2020, Ore, 0, 0, "MT", ("COD", 12, 100)), Given.Import(2020, Metal, 0, 0, "KG", ("COD", 100_000, 100)));
        Assert.Equal((ResultStatus.NotApplicable, "belowMinimumShare"), (result.Status, result.Reason!.Code));
        Assert.Null(result.Value);
        Assert.Null(result.Low);
        Assert.Null(table);
        Assert.Equal(0.96 / 100.96, result.Companions.Single().Value!.Value, 1e-6);
    }

    [Fact]
    [Trait("Clause", "4.3")]
    public void Rows_of_nothing_are_no_imports_and_divide_by_nothing()
    {
        (IndicatorResult result, _) = Refined(Given.Import(2020, Metal, 0, 0, "KG", ("COD", 0, 0)));
        Assert.Equal((ResultStatus.NotApplicable, "noImports"), (result.Status, result.Reason!.Code));
    }

    [Fact]
    [Trait("Clause", "14")]
    public void Scrap_counts_among_the_measured_imports_of_the_one_per_cent()
    {
        // 13 t of ore at 0.08 are 1.04 t: above 1 % of 100 t of metal, below it once 10 t of scrap at 0.9 are counted.
        IEnumerable<TradeObservation>[] rows = [Given.Import(2020, Ore, 0, 0, "MT", ("COD", 13, 100)), Given.Import(2020, Metal, 0, 0, "KG", ("COD", 100_000, 100))];
        Assert.Equal(ResultStatus.Ok, Assess("cobalt", Stage.Concentrate, rows).Result.Status);
        Assert.Equal(
            ResultStatus.NotApplicable,
            Assess("cobalt", Stage.Concentrate, [.. rows, Given.Import(2020, "810530000", 0, 0, "KG", ("USA", 10_000, 100))]).Result.Status);
    }

    [Fact]
    [Trait("Clause", "14")]
    public void A_stage_without_any_code_is_not_applicable_while_the_rest_is_measured()
    {
        (IndicatorResult result, _) = Assess("gold", Stage.Concentrate, Given.Import(2020, "710812000", 0, 0, "GR", ("AUS", 900, 100)));
        Assert.Equal((ResultStatus.NotApplicable, "noCodeForStage"), (result.Status, result.Reason!.Code));
    }

    [Fact]
    [Trait("Clause", "14")]
    public void A_stage_without_any_code_is_not_applicable_also_while_the_rest_is_measured_as_nothing()
    {
        // Thallium: its codes are in force and had no row, while other goods of the chapter were imported.
        (IndicatorResult result, _) = Assess(
            "thallium", Stage.Concentrate,
            [.. Given.Import(2019, "811251000", 1, 1), .. Given.Import(2020, "811219000", 0, 0, "KG", ("USA", 5, 5)), .. Given.Import(2021, "811251000", 1, 1)]);
        Assert.Equal((ResultStatus.NotApplicable, "noCodeForStage"), (result.Status, result.Reason!.Code));
    }

    [Fact]
    [Trait("Clause", "14")]
    public void A_stage_without_any_code_cannot_be_judged_while_the_rest_is_not_measured()
    {
        (IndicatorResult result, _) = Assess("rubidium", Stage.Concentrate, Given.Import(2020, Metal, 0, 0, "KG", ("COD", 1, 1)));
        Assert.Equal(ResultStatus.Insufficient, result.Status);
    }

    [Fact]
    [Trait("Clause", "14")]
    public void A_printed_zero_beside_a_value_is_estimated_and_bounded_by_one_unit()
    {
        (IndicatorResult result, PartnerTable? table) = Assess(
            "copper", Stage.Concentrate,
            Given.Import(2020, "260300000", 0, 0, "MT", ("CHL", 100, 1000), ("PER", 50, 600), ("CAN", 0, 160)));
        // Uncapped 15 t, but "0 MT" means below one: 1 t of 151.
        Assert.Equal(1.0 / 151, result.Contributions.Single(term => term.Key == "CAN").Share!.Value, 1e-9);
        Assert.Equal(1.0 / 151, result.ImputedShare!.Value, 1e-9);
        Assert.Contains("estimatedWeight", result.Flags);
        Assert.Contains("estimatedWeight", table!.Rows.Single(row => row.Iso3 == "CAN").Flags);
        Assert.Contains(result.Contributions.Single(term => term.Key == "CAN").Evidence.Walk(), node => node.Cells.Any(cell => cell.Column == "Value-Year"));
    }

    [Fact]
    [Trait("Clause", "4.4")]
    public void With_more_than_a_quarter_of_the_value_unweighed_the_shares_are_on_value()
    {
        (IndicatorResult result, PartnerTable? table) = Assess(
            "copper", Stage.Concentrate, Given.Import(2020, "260300000", 0, 0, "MT", ("CHL", 100, 740), ("CAN", 0, 260)));
        Assert.Equal(0.26, result.Contributions.Single(term => term.Key == "CAN").Share!.Value, 1e-9);
        Assert.Equal(["valueBasis"], result.Flags);
        Assert.Equal("value", table!.Basis);
        Assert.All(table.Rows, row => Assert.Null(row.Tonnes));
    }

    [Fact]
    [Trait("Clause", "4.2")]
    public void Unknown_origin_stays_in_the_whole_and_opens_the_interval_upwards()
    {
        (IndicatorResult result, PartnerTable? table) = Refined(Given.Import(2020, Metal, 0, 0, "KG", ("COD", 90, 90), (null, 10, 10)));
        Assert.Equal(0.81 * 0.32, result.Value!.Value, 1e-9);
        Assert.Equal(result.Value, result.Low);
        Assert.Equal((0.81 * 0.32) + 0.01, result.High!.Value, 1e-9);
        Assert.Equal(0.90, result.Coverage!.Value, 1e-9);
        Assert.Contains("unknownOrigin", result.Flags);
        Assert.Null(table!.Rows[^1].Iso3);
    }

    [Fact]
    [Trait("Clause", "2")]
    public void Japan_as_a_partner_is_left_out_and_flagged()
    {
        (IndicatorResult result, _) = Refined(Given.Import(2020, Metal, 0, 0, "KG", ("COD", 90, 90), ("JPN", 10, 10)));
        Assert.Equal(1, Assert.Single(result.Contributions).Share!.Value, 1e-9);
        Assert.Contains("reimport", result.Flags);
    }

    [Fact]
    [Trait("Clause", "14")]
    public void A_nickel_intermediate_counts_for_cobalt_as_refined_with_a_weak_factor()
    {
        (IndicatorResult result, _) = Refined(Given.Import(2020, Intermediate, 0, 0, "KG", ("PHL", 1000, 90)), Given.Import(2020, Metal, 0, 0, "KG", ("COD", 55, 90)));
        Assert.Equal(0.45, result.Contributions.Single(term => term.Key == "PHL").Share!.Value, 1e-9);
        Assert.Contains("weakFactor", result.Flags);
    }

    [Fact]
    [Trait("Clause", "14")]
    public void Tungsten_carbide_carries_the_weak_factor_flag()
    {
        (IndicatorResult result, _) = Assess("tungsten", Stage.Refined, Given.Import(2020, "284990090", 0, 0, "KG", ("CHN", 1000, 90)));
        Assert.Contains("weakFactor", result.Flags);
    }

    [Fact]
    [Trait("Clause", "14")]
    public void Zinc_sulphate_is_zinc_without_a_factor_and_no_cobalt()
    {
        Assert.Equal("zinc", Assert.Single(TradeCodeTable.Resolve("283329100")).Mineral);
        Assert.Equal("noContentFactor", Codes("zinc", Given.Import(2020, "283329100", 1, 1)).Uses.Single(use => use.Code == "283329100").LeftOut!.Code);
        Assert.Empty(Codes("cobalt", Given.Import(2020, "283329100", 1, 1)).Measured);
    }

    [Fact]
    [Trait("Clause", "14")]
    public void The_latest_year_with_rows_by_country_of_every_chapter_is_used()
    {
        // 2021 has only chapter 28 by country: the metals of chapter 81 were not taken in.
        IEnumerable<TradeObservation>[] rows =
        [
            Given.Import(2020, Oxide, 0, 0, "KG", ("CHN", 1, 1)), Given.Import(2020, Metal, 0, 0, "KG", ("COD", 1, 1)),
            Given.Import(2020, Ore, 0, 0, "MT", ("COD", 1, 1)), Given.Import(2020, Intermediate, 0, 0, "KG", ("PHL", 1, 1)),
            Given.Import(2021, Oxide, 0, 0, "KG", ("CHN", 1, 1)),
        ];
        Assert.Equal("CY2020", Assess("cobalt", Stage.Refined, rows).Result.Period!.Code);
    }

    [Fact]
    [Trait("Clause", "4.1")]
    public void Partners_without_governance_make_the_result_insufficient_with_its_interval()
    {
        TradeLedger ledger = new(Fill(2020, Given.Import(2020, Metal, 0, 0, "KG", ("COD", 90, 90))));
        ImportStabilityIndicator indicator = new(new MineralCodes("cobalt", ledger), ledger, new GovernanceBook([]), Given.Parameters);
        IndicatorResult result = AssertEvidence.Recomputes(indicator.Assess(Stage.Refined).Result);
        Assert.Equal(ResultStatus.Insufficient, result.Status);
        Assert.Equal((null, 0.0, 1.0), (result.Value, result.Low, result.High));
        Assert.Equal(1, result.ImputedShare);
    }

    [Theory]
    [Trait("Clause", "4.2")]
    [InlineData("weightedSquares", 0.1625, 0.1575, 0.1675)]
    // Concentration 0.46 x (0.6 x 0.30 + 0.3 x 0.55 + 0.1 x 0.5), with 0 and 1 for the unknown one.
    [InlineData("product", 0.1817, 0.1587, 0.2047)]
    public void A_partner_without_governance_opens_the_interval_and_is_imputed_in_both_readings(string form, double value, double low, double high)
    {
        TradeLedger ledger = new(Fill(2020, Given.Import(2020, Metal, 0, 0, "KG", ("AUS", 60_000, 60), ("BRA", 30_000, 30), ("CHN", 10_000, 10))));
        // (2.5 - m) / 5 = 0.30 and 0.55.
        GovernanceBook governance = new([.. Given.Governance("AUS", 2020, 1, 1, 1, 1, 1, 1), .. Given.Governance("BRA", 2020, -0.25, -0.25, -0.25, -0.25, -0.25, -0.25)]);
        IndicatorResult result = AssertEvidence.Recomputes(new ImportStabilityIndicator(
            new MineralCodes("cobalt", ledger), ledger, governance, Given.With("import.form", $"\"{form}\"")).Assess(Stage.Refined).Result);
        Assert.Equal((ResultStatus.Partial, 0.10), (result.Status, Math.Round(result.ImputedShare!.Value, 9)));
        Assert.Equal((value, low, high), (Math.Round(result.Value!.Value, 9), Math.Round(result.Low!.Value, 9), Math.Round(result.High!.Value, 9)));
    }

    [Fact]
    [Trait("Clause", "4.4")]
    public void An_estimated_weight_is_computed_from_the_values_and_weights_of_the_others()
    {
        (IndicatorResult result, _) = Assess(
            "copper", Stage.Concentrate, Given.Import(2020, "260300000", 0, 0, "KG", ("CHL", 100, 1000), ("PER", 50, 600), ("CAN", 0, 1)));
        EvidenceNode estimate = Assert.Single(result.Contributions.Single(term => term.Key == "CAN").Evidence.Inputs, node => node.Inputs.Count > 0);
        // 1 / (1,600 / 0.150 t), below the kilogram that bounds it.
        Assert.Equal(0.15 / 1600, EvidenceArithmetic.Recompute(estimate)!.Value, 1e-12);
        Assert.Equal("least(value / (sum(valueOfOthers) / sum(weightOfOthers)), 0.001)", estimate.Formula);
    }

    private static (IndicatorResult Result, PartnerTable? Partners) Refined(params IEnumerable<TradeObservation>[] rows) => Assess("cobalt", Stage.Refined, rows);

    private static (IndicatorResult Result, PartnerTable? Partners) Assess(string mineral, Stage stage, params IEnumerable<TradeObservation>[] rows)
    {
        TradeLedger ledger = new(Fill(2020, [.. rows.SelectMany(row => row)]));
        GovernanceBook governance = new(CountryCatalogue.All.SelectMany(country => Given.Governance(country.Iso3, 2020, 1.2, 0.4, 0.9, 1.1, 1.0, 0.8)));
        (IndicatorResult result, PartnerTable? partners) = new ImportStabilityIndicator(new MineralCodes(mineral, ledger), ledger, governance, Given.Parameters).Assess(stage);
        return (AssertEvidence.Recomputes(result), partners);
    }

    private static MineralCodes Codes(string mineral, IEnumerable<TradeObservation> rows) => new(mineral, new TradeLedger(rows));

    // Every chapter of the statistics was taken in for the year: a row of another mineral stands for the rest of the file.
    private static IEnumerable<TradeObservation> Fill(int year, IEnumerable<TradeObservation> rows) =>
        rows.Concat(new[] { "25", "26", "28", "38", "71", "72", "74", "75", "76", "78", "79", "80", "81" }
            .SelectMany(chapter => Given.Import(year, chapter + "9999999", 0, 0, "KG", ("USA", 1, 1))));
}
