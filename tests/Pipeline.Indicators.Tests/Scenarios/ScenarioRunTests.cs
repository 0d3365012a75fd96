using System.Text;
using System.Text.Json;
using Pipeline.Domain;
using Pipeline.Indicators.Scenarios;
using Pipeline.Indicators.Tests.Support;

namespace Pipeline.Indicators.Tests.Scenarios;

/// <summary>Section 10.2: measures change inputs, and the same code computes the scores. Countries A, B, C, D of the page are AUS, BRA, CHL, DEU.</summary>
[Trait("Clause", "10.2")]
public sealed class ScenarioRunTests
{
    private const string Imports = """
        "imports": { "refined": [
          { "country": "AUS", "tonnes": 60, "institutionalRisk": 0.30 },
          { "country": "BRA", "tonnes": 30, "institutionalRisk": 0.55 },
          { "country": "CHL", "tonnes": 10, "institutionalRisk": 0.80 } ] }
        """;

    private const string Domestic = """ "domestic": { "demand": 1000, "oldScrap": 180, "smelterResidues": 40, "processScrap": 120 } """;

    [Fact]
    public void A_smelter_that_displaces_the_largest_partner_lowers_indicator_4()
    {
        IndicatorChange refined = Change(Run(Imports, """{ "kind": "smelter", "country": "DEU", "share": 0.25, "displaces": "largest", "institutionalRisk": 0.25 }"""), IndicatorId.ImportStabilityRefined);
        Assert.Equal(0.1655, refined.Before.Score!.Value, 1e-6);
        Assert.Equal(0.109875, refined.After.Score!.Value, 1e-6);
        Assert.Equal(-0.055625, refined.Difference!.Value, 1e-6);
        Assert.Equal((Band.High, Band.Moderate), (refined.Before.BandHigh!.Value, refined.After.BandHigh!.Value));
        Assert.Equal(0.285, refined.After.Companions.Single(companion => companion.Id == "importConcentration").Value!.Value, 1e-6);
        Assert.Equal(["AUS", "DEU"], refined.Contributions.Select(contribution => contribution.Key));
        Assert.Equal(0.35, refined.Contributions[0].ShareAfter!.Value, 1e-9);
        Assert.Contains("hypothetical", refined.After.Flags);
    }

    [Fact]
    public void A_hypothetical_stock_stands_beside_indicator_4_and_leaves_it_as_it_is()
    {
        ScenarioRun run = Run(Imports, """{ "kind": "stock", "days": 60 }""");
        IndicatorChange refined = Change(run, IndicatorId.ImportStabilityRefined);
        Assert.Equal(refined.Before.Score, refined.After.Score);
        Assert.Equal(0.138295, run.Comparison.Stock!.WithStock!.Value, 1e-6);
        Assert.Null(Run(Imports).Comparison.Stock);
    }

    [Theory]
    [InlineData("proRata", 0.25, 0.45, 0.225, 0.075)]
    [InlineData("none", 0.20, 0.48, 0.24, 0.08)]
    public void A_new_supply_takes_the_place_of_all_in_proportion_or_of_nobody(string displaces, double share, double australia, double brazil, double chile)
    {
        ScenarioRun run = Run(Imports, FormattableString.Invariant($$"""{ "kind": "supply", "stage": "refined", "country": "DEU", "share": {{share}}, "displaces": "{{displaces}}" }"""));
        PartnerTable partners = run.After.Partners.Single(table => table.Stage == Stage.Refined);
        Assert.Equal(
            [share, australia, brazil, chile],
            new[] { "DEU", "AUS", "BRA", "CHL" }.Select(iso3 => Math.Round(partners.Rows.Single(row => row.Iso3 == iso3).Share, 9)));
    }

    [Fact]
    public void Mines_of_one_country_raise_the_concentration_of_production_and_their_total()
    {
        ScenarioRun run = Run(
            """ "production": { "countries": { "AUS": 50, "BRA": 30 }, "others": 20 } """,
            """{ "kind": "supply", "stage": "mine", "country": "AUS", "tonnes": 100, "displaces": "none" }""");
        IndicatorChange production = Change(run, IndicatorId.ProductionConcentration);
        Assert.Equal(0.34, production.Before.Value!.Value, 1e-9);
        Assert.Equal(((150.0 * 150) + (30 * 30)) / (200.0 * 200), production.After.Value!.Value, 1e-9);
        Assert.Equal(200, run.After.Countries[0].WorldTotal!.Point);
    }

    [Fact]
    public void A_domestic_smelter_takes_the_place_of_imports_and_is_no_partner()
    {
        ScenarioRun run = Run(Imports, """{ "kind": "smelter", "country": "JPN", "tonnes": 30, "displaces": "largest" }""");
        PartnerTable partners = run.After.Partners.Single(table => table.Stage == Stage.Refined);
        Assert.Equal(["AUS", "BRA", "CHL"], partners.Rows.Select(row => row.Iso3).Order());
        Assert.Equal(30.0 / 70, partners.Rows.Single(row => row.Iso3 == "AUS").Share, 1e-9);
    }

    [Fact]
    public void Measures_take_effect_one_after_the_other()
    {
        ScenarioRun run = Run(
            Imports,
            """{ "kind": "supply", "stage": "refined", "country": "DEU", "tonnes": 20, "displaces": "largest" }""",
            """{ "kind": "supply", "stage": "refined", "country": "CAN", "tonnes": 20, "displaces": "largest" }""");
        PartnerTable partners = run.After.Partners.Single(table => table.Stage == Stage.Refined);
        Assert.Equal([0.2, 0.3, 0.1, 0.2, 0.2], new[] { "AUS", "BRA", "CHL", "DEU", "CAN" }.Select(iso3 => Math.Round(partners.Rows.Single(row => row.Iso3 == iso3).Share, 9)));
    }

    [Fact]
    public void More_vehicles_spread_over_years_are_tonnes_of_a_year()
    {
        IndicatorChange vehicles = Change(Run(Imports, """{ "kind": "scenarioDemand", "vehicles": 3000000, "years": 10 }"""), IndicatorId.ScenarioElectricVehicles);
        Assert.Equal(83_000, vehicles.Before.Value!.Value, 1e-6);
        Assert.Equal(24_900, vehicles.After.Value!.Value, 1e-6);
        Assert.Contains("hypothetical", vehicles.After.Flags);
        Assert.DoesNotContain("hypothetical", vehicles.Before.Flags);
    }

    [Fact]
    public void Less_use_lowers_what_each_vehicle_needs()
    {
        IndicatorChange vehicles = Change(Run(Imports, """{ "kind": "lessUse", "share": 0.1 }"""), IndicatorId.ScenarioElectricVehicles);
        Assert.Equal(74_700, vehicles.After.Value!.Value, 1e-6);
    }

    [Fact]
    public void An_unknown_institutional_risk_stays_unknown()
    {
        IndicatorChange refined = Change(Run("""
            "imports": { "refined": [
              { "country": "AUS", "tonnes": 60, "institutionalRisk": 0.30 },
              { "country": "BRA", "tonnes": 30, "institutionalRisk": 0.55 },
              { "country": "CHL", "tonnes": 10 } ] }
            """), IndicatorId.ImportStabilityRefined);
        Assert.Equal(ResultStatus.Partial, refined.Before.Status);
        Assert.Equal((0.1625, 0.1575, 0.1675), (Math.Round(refined.Before.Value!.Value, 6), Math.Round(refined.Before.Low!.Value, 6), Math.Round(refined.Before.High!.Value, 6)));
    }

    [Fact]
    public void Ten_years_of_imports_give_the_growth_of_section_7()
    {
        IndicatorChange growth = Change(Run("""
            "imports": { "refined": [ { "country": "AUS", "tonnes": 145 } ] }, "earlierImports": [80, 90, 100, 110, 120, 130, 125, 135, 140]
            """), IndicatorId.ImportGrowth);
        Assert.Equal(0.35, growth.Before.Value!.Value, 1e-6);
    }

    [Fact]
    public void What_is_left_out_does_not_exist_and_nothing_is_filled_in()
    {
        ScenarioRun run = Run(Imports);
        Assert.Equal(ResultStatus.NotApplicable, Change(run, IndicatorId.ImportStabilityConcentrate).Before.Status);
        Assert.Equal(ResultStatus.Insufficient, Change(run, IndicatorId.ReserveConcentration).Before.Status);
        Assert.Equal(ResultStatus.Insufficient, Change(run, IndicatorId.PriceFluctuation).Before.Status);
    }

    [Theory]
    [InlineData("""{ "kind": "recycling", "component": "oldScrap", "ratePoints": 0.15 }""", 0.45)]
    [InlineData("""{ "kind": "recycling", "component": "processScrap", "tonnes": 50 }""", 0.35)]
    [InlineData("""{ "kind": "lessUse", "share": 0.25 }""", 0.40)]
    public void Recycling_and_less_use_raise_the_rate_of_secondary_use(string measure, double rate)
    {
        IndicatorChange secondary = Change(Run(Domestic, measure), IndicatorId.SecondaryUse);
        Assert.Equal(0.30, secondary.Before.Value!.Value, 1e-9);
        Assert.Equal(rate, secondary.After.Value!.Value, 1e-9);
        Assert.Equal(1 - rate, secondary.After.Score!.Value, 1e-9);
    }

    [Fact]
    public void Two_measures_on_one_component_add_up()
    {
        const string measure = """{ "kind": "recycling", "component": "oldScrap", "tonnes": 50 }""";
        Assert.Equal(0.40, Change(Run(Domestic, measure, measure), IndicatorId.SecondaryUse).After.Value!.Value, 1e-9);
    }

    [Fact]
    public void What_is_added_to_a_withheld_component_is_a_lower_bound()
    {
        IndicatorChange secondary = Change(
            Run(
                """ "domestic": { "demand": 1000, "oldScrap": 180, "smelterResidues": 40, "processScrap": "W" } """,
                """{ "kind": "recycling", "component": "processScrap", "tonnes": 100 }"""),
            IndicatorId.SecondaryUse);
        Assert.Equal((ResultStatus.Insufficient, 0.18, 0.82), (secondary.Before.Status, secondary.Before.Low!.Value, Math.Round(secondary.Before.ScoreHigh!.Value, 9)));
        Assert.Equal((ResultStatus.Insufficient, 0.28, 0.72), (secondary.After.Status, Math.Round(secondary.After.Low!.Value, 9), Math.Round(secondary.After.ScoreHigh!.Value, 9)));
    }

    [Theory]
    [InlineData("""{ "kind": "equity", "in": "mine", "tonnes": 100, "moved": 60 }""", 106.0)]
    [InlineData("""{ "kind": "equity", "in": "smelter", "tonnes": 100 }""", 110.0)]
    public void Equity_counts_up_to_what_is_imported_or_taken(string measure, double percent)
    {
        IndicatorChange rate = Change(
            Run(
                """
                "domestic": { "demand": 1000, "importedMetal": 250, "oldScrap": 150, "smelterResidues": 240, "processScrap": 180,
                  "mines": [ { "name": "one", "production": 400, "equityShare": 0.5, "imported": 180 } ] }
                """,
                measure),
            IndicatorId.SelfSufficiency);
        Assert.Equal(100.0, rate.Before.Value!.Value, 1e-9);
        Assert.Equal(percent, rate.After.Value!.Value, 1e-9);
    }

    [Fact]
    public void Every_assumption_is_a_cell_of_the_request()
    {
        ScenarioRun run = Run(Imports, """{ "kind": "smelter", "country": "DEU", "share": 0.25, "displaces": "largest", "institutionalRisk": 0.25 }""");
        string[] cells = [.. run.After.Find(IndicatorId.ImportStabilityRefined)!.AllEvidence.SelectMany(node => node.Walk()).SelectMany(node => node.Cells).Select(cell => cell.Column).Distinct()];
        Assert.Contains("/measures/0", cells);
        Assert.Contains("/measures/0/institutionalRisk", cells);
        Assert.Contains("/inputs/imports/refined/1/tonnes", cells);
        Assert.All(run.After.Sources, source => Assert.Equal((run.Comparison.Request, true), (source.Snapshot, source.Illustrative)));
    }

    [Fact]
    public void The_year_from_which_a_measure_is_meant_to_hold_stands_beside_what_it_changed_and_changes_nothing()
    {
        const string plain = """{ "kind": "recycling", "component": "oldScrap", "tonnes": 50 }""";
        const string dated = """{ "kind": "recycling", "component": "oldScrap", "tonnes": 50, "fromYear": 2031 }""";
        ScenarioRun run = Run(Domestic, plain, dated);
        Assert.Equal([("/measures/0/tonnes", null), ("/measures/1/tonnes", 2031)], run.Comparison.Assumed.Select(input => (input.Place, input.FromYear)));
        Assert.Equal(Change(Run(Domestic, plain, plain), IndicatorId.SecondaryUse).After.Value, Change(run, IndicatorId.SecondaryUse).After.Value);
    }

    [Theory]
    [InlineData(""" "kind": "smelter", "country": "DEU", "share": 0.25, "displaces": "largest" """)]
    [InlineData(""" "kind": "supply", "stage": "refined", "country": "DEU", "tonnes": 5, "displaces": "none" """)]
    [InlineData(""" "kind": "equity", "in": "smelter", "tonnes": 5 """)]
    [InlineData(""" "kind": "lessUse", "share": 0.1 """)]
    public void Every_kind_that_takes_a_first_year_repeats_it(string measure)
    {
        IReadOnlyList<AssumedInput> assumed = Run(Imports + "," + Domestic, $$"""{ {{measure}}, "fromYear": 2031 }""").Comparison.Assumed;
        Assert.NotEmpty(assumed);
        Assert.All(assumed, input => Assert.Equal(2031, input.FromYear));
    }

    [Fact]
    public void The_same_request_gives_the_same_comparison()
    {
        string Once() => JsonSerializer.Serialize(Run(Imports, """{ "kind": "stock", "days": 60 }""").Comparison, PipelineJson.Options);
        Assert.Equal(Once(), Once());
    }

    private static IndicatorChange Change(ScenarioRun run, string indicator) => run.Comparison.Indicators.Single(change => change.Indicator == indicator);

    private static ScenarioRun Run(string inputs, params string[] measures) => ScenarioRun.Of(
        ScenarioRequest.Read(Encoding.UTF8.GetBytes($$"""{ "inputs": { "mineral": "copper", "year": 2024, {{inputs}} }, "measures": [ {{string.Join(", ", measures)}} ] }""")),
        Given.Parameters);
}
