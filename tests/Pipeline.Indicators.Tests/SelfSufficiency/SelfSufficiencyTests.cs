using Pipeline.Domain;
using Pipeline.Indicators.SelfSufficiency;
using Pipeline.Indicators.Tests.Support;

namespace Pipeline.Indicators.Tests.SelfSufficiency;

[Trait("Clause", "8")]
public sealed class SelfSufficiencyTests
{
    [Fact]
    public void The_worked_example_gives_103_and_105_by_the_cap_over_the_mineral()
    {
        (IndicatorResult result, SelfSufficiencyTable? table) = Assess(Survey.WorkedExample());
        Assert.Equal(103.0, result.Value!.Value, 1e-6);
        Assert.Equal(105.0, Companion(result, "alternativeValue"), 1e-6);
        Assert.Equal((ResultStatus.Ok, "percent", "FY2018"), (result.Status, result.Unit, result.Period!.Code));
        Assert.Equal((103.0, 103.0, 1.0), (result.Low!.Value, result.High!.Value, result.Coverage!.Value));
        Assert.Equal(["c1", "c2", "c3", "c4", "c5"], result.Contributions.Select(term => term.Key));
        AssertNear([40.5, 25, 15, 6.5, 16], result.Contributions.Select(term => term.Term!.Value));
        AssertNear([0.405, 0.25, 0.15, 0.065, 0.16], table!.Components.Select(row => row.ShareOfDemand!.Value));
        AssertNear([405, 250, 150, 65, 160], table.Components.Select(row => row.Tonnes!.Value));
        Assert.Empty(table.Missing);
        AssertEvidence.Recomputes(result);
    }

    [Fact]
    public void Withheld_process_scrap_makes_the_rate_at_least_87()
    {
        (IndicatorResult result, SelfSufficiencyTable? table) = Assess(Survey.WorkedExample(processScrap: "W"));
        Assert.Equal(87.0, result.Low!.Value, 1e-6);
        Assert.Equal((null, null, ResultStatus.Insufficient), (result.Value, result.High, result.Status));
        Assert.Contains("lowerBound", result.Flags);
        MissingFigure missing = Assert.Single(table!.Missing);
        Assert.Equal((DomesticQuantity.ProcessScrap, ComponentStanding.Withheld), (missing.Quantity, missing.Standing));
        Assert.Equal("componentsMissing", result.Reason!.Code);
        Assert.Contains("⑤再生地金等を把握できないため", Vocabulary.Sentence(result.Reason, Language.Japanese), StringComparison.Ordinal);
        Assert.Contains("fabricators", Vocabulary.Sentence(result.Reason, Language.English), StringComparison.Ordinal);
        Assert.Contains(result.Evidence, node => node is { Value: null, Cells.Count: 1 });
        // By the other reading of the cap too there is only a lower bound, which a single number does not say.
        Assert.DoesNotContain(result.Companions, companion => companion.Id == "alternativeValue");
        AssertEvidence.Recomputes(result);
    }

    [Fact]
    public void A_component_without_a_row_is_unknown_and_not_zero()
    {
        (IndicatorResult result, SelfSufficiencyTable? table) = Assess([.. Survey.WorkedExample().Where(row => row.Quantity != DomesticQuantity.ImportedMetal)]);
        Assert.Equal((null, 78.0), (result.Value, Math.Round(result.Low!.Value, 9)));
        Assert.Equal(ComponentStanding.NotCollected, Assert.Single(table!.Missing).Standing);
    }

    [Fact]
    public void The_parameter_may_choose_the_cap_over_the_mineral()
    {
        IndicatorResult result = SelfSufficiencyIndicator.Assess(Survey.Mineral, Survey.WorkedExample(), Given.With("selfSufficiency.cap", "\"perMineral\"")).Result;
        Assert.Equal(105.0, result.Value!.Value, 1e-6);
        Assert.Equal(103.0, Companion(result, "alternativeValue"), 1e-6);
        AssertEvidence.Recomputes(result);
        Assert.Throws<ParameterException>(() => SelfSufficiencyIndicator.Assess(Survey.Mineral, Survey.WorkedExample(), Given.With("selfSufficiency.cap", "\"none\"")));
    }

    [Fact]
    public void Unknown_imports_of_a_mine_leave_its_equity_quantity_as_upper_end()
    {
        DomesticSupplyObservation[] rows = [.. Survey.WorkedExample().Where(row => row.Cell != Survey.Mine("mine 2", "900", "0.25", "300").Last().Cell)];
        (IndicatorResult result, SelfSufficiencyTable? table) = Assess(rows);
        SupplyRow ore = table!.Components[0];
        Assert.Equal((null, 180.0, 405.0, ComponentStanding.Bounded), (ore.Tonnes, ore.Low, ore.High!.Value, ore.Standing));
        Assert.Null(result.Value);
        Assert.Equal(80.5, result.Low!.Value, 1e-6);
        Assert.Equal(103.0, result.High!.Value, 1e-6);
        Assert.Equal("componentsBounded", result.Reason!.Code);
        Assert.Equal(80.5 / 103.0, result.Coverage!.Value, 1e-9);
        AssertEvidence.Recomputes(result);
    }

    [Fact]
    public void A_mine_of_which_only_imports_are_known_counts_at_most_those()
    {
        DomesticSupplyObservation[] rows = [.. Survey.WorkedExample(), .. Survey.Mine("mine 3", "", "", "70"), .. Survey.Mine("mine 4", "200", "", "")];
        (IndicatorResult result, SelfSufficiencyTable? table) = Assess(rows);
        Assert.Equal((405.0, 675.0), (table!.Components[0].Low, table.Components[0].High!.Value));
        Assert.Equal((103.0, 130.0), (Math.Round(result.Low!.Value, 9), Math.Round(result.High!.Value, 9)));
        AssertEvidence.Recomputes(result);
    }

    [Fact]
    public void A_withheld_figure_of_a_mine_is_no_zero_in_the_evidence()
    {
        (IndicatorResult result, _) = Assess([.. Survey.WorkedExample(), .. Survey.Mine("mine 3", "W", "0.5", "70")]);
        Assert.Equal((103.0, 110.0), (Math.Round(result.Low!.Value, 9), Math.Round(result.High!.Value, 9)));
        Assert.DoesNotContain(result.AllEvidence.SelectMany(node => node.Walk()), node => node is { Value: 0, Cells.Count: > 0 });
        AssertEvidence.Recomputes(result);
    }

    [Fact]
    public void A_figure_of_the_mineral_as_a_whole_is_used_as_it_is()
    {
        DomesticSupplyObservation[] rows =
        [
            .. Survey.WorkedExample().Where(row => row.Site is null), Survey.Row(DomesticQuantity.EquityOre, "405"),
        ];
        (IndicatorResult result, _) = Assess(rows);
        Assert.Equal(103.0, result.Value!.Value, 1e-6);
        Assert.DoesNotContain(result.Companions, companion => companion.Id == "alternativeValue");
    }

    [Fact]
    public void Metal_taken_from_a_smelter_counts_up_to_its_equity_quantity_where_one_is_given()
    {
        DomesticSupplyObservation[] rows =
        [
            .. Survey.WorkedExample().Where(row => row.Quantity != DomesticQuantity.ImportedMetal),
            Survey.Row(DomesticQuantity.SmelterOfftake, "200", site: "smelter 1"), Survey.Row(DomesticQuantity.SmelterEquityQuantity, "150", site: "smelter 1"),
            Survey.Row(DomesticQuantity.SmelterOfftake, "100", site: "smelter 2"),
        ];
        (IndicatorResult result, SelfSufficiencyTable? table) = Assess(rows);
        Assert.Equal(250, table!.Components.Single(row => row.Key == "c2").Tonnes);
        Assert.Equal(103.0, result.Value!.Value, 1e-6);
        AssertEvidence.Recomputes(result);
    }

    [Fact]
    public void Ranges_of_demand_and_components_widen_the_interval()
    {
        DomesticSupplyObservation[] rows = [.. Survey.WorkedExample().Where(row => row.Quantity is not (DomesticQuantity.DomesticDemand or DomesticQuantity.OldScrap))];
        DomesticSupplyObservation demand = Survey.Row(DomesticQuantity.DomesticDemand, "1000") with { Value = PublishedValue.Range(800, 1200, "800-1,200") };
        DomesticSupplyObservation scrap = Survey.Row(DomesticQuantity.OldScrap, "150") with { Value = PublishedValue.Range(100, 200, "100-200") };
        (IndicatorResult result, _) = Assess([.. rows, demand, scrap]);
        Assert.Equal(103.0, result.Value!.Value, 1e-6);
        Assert.Equal(980 / 12.0, result.Low!.Value, 1e-6);
        Assert.Equal(1080 / 8.0, result.High!.Value, 1e-6);
        Assert.Contains("estimated", result.Flags);
        AssertEvidence.Recomputes(result);
    }

    [Theory]
    [InlineData("0", "noDomesticDemand")]
    [InlineData("W", "noDemandFigure")]
    [InlineData("NA", "noDemandFigure")]
    public void Without_demand_there_is_no_rate(string demand, string reason)
    {
        (IndicatorResult result, _) = Assess([.. Survey.WorkedExample().Skip(1), Survey.Row(DomesticQuantity.DomesticDemand, demand)]);
        Assert.Equal((ResultStatus.Insufficient, reason), (result.Status, result.Reason!.Code));
        Assert.Equal((null, null, null), (result.Value, result.Low, result.High));
    }

    [Fact]
    public void A_mineral_without_figures_says_what_is_missing_and_who_would_have_it()
    {
        (IndicatorResult result, SelfSufficiencyTable? table) = SelfSufficiencyIndicator.Assess("gold", Survey.WorkedExample(), Given.Parameters);
        Assert.Contains("経済産業省「非鉄金属等需給動態統計」", Vocabulary.Sentence(result.Reason!, Language.Japanese), StringComparison.Ordinal);
        Assert.Contains("METI survey of supply and demand", Vocabulary.Sentence(result.Reason!, Language.English), StringComparison.Ordinal);
        Assert.Equal(
            [DomesticQuantity.DomesticDemand, DomesticQuantity.EquityOre, DomesticQuantity.ImportedMetal, DomesticQuantity.OldScrap, DomesticQuantity.SmelterResidues, DomesticQuantity.ProcessScrap],
            table!.Missing.Select(missing => missing.Quantity));
        Assert.All(table.Missing, missing => Assert.NotEmpty(missing.Holders));
    }

    [Fact]
    public void Demand_alone_names_every_component_that_is_missing()
    {
        (IndicatorResult result, SelfSufficiencyTable? table) = Assess([Survey.Row(DomesticQuantity.DomesticDemand, "1000")]);
        Assert.Equal(("noComponentFigures", null), (result.Reason!.Code, result.Low));
        Assert.Equal((1000, 5), (table!.Demand!.Value, table.Missing.Count));
    }

    [Fact]
    public void Demand_and_components_of_different_years_are_not_put_together()
    {
        (IndicatorResult result, _) = Assess([Survey.Row(DomesticQuantity.DomesticDemand, "1000"), Survey.Row(DomesticQuantity.OldScrap, "10", new FiscalYear(2016))]);
        Assert.Equal(("noCommonYear", null), (result.Reason!.Code, result.Low));
        Assert.Equal(["FY2018", "FY2016"], result.Reason.Arguments);
    }

    [Theory]
    [InlineData(DomesticQuantity.EquityShare, "1.2", "an equity share from 0 to 1")]
    [InlineData(DomesticQuantity.EquityShare, "-0.1", "0 or more")]
    [InlineData(DomesticQuantity.OldScrap, "-1", "0 or more")]
    [InlineData(DomesticQuantity.DomesticDemand, "-5", "0 or more")]
    public void A_figure_that_cannot_be_true_is_refused_without_being_repeated(DomesticQuantity quantity, string text, string expected)
    {
        DomesticSupplyObservation wrong = Survey.Row(quantity, text, new FiscalYear(2012), quantity == DomesticQuantity.EquityShare ? "mine 9" : null);
        ImplausibleValueException fault = Assert.Throws<ImplausibleValueException>(() => Assess([.. Survey.WorkedExample(), wrong]));
        Assert.Contains(expected, fault.Fault.Expected, StringComparison.Ordinal);
        Assert.DoesNotContain(text, fault.Message, StringComparison.Ordinal);
        Assert.Equal(wrong.Cell.Address, fault.Fault.Place);
    }

    [Fact]
    public void A_figure_in_another_unit_is_refused() =>
        Assert.Throws<UnitMismatchException>(() => Assess([.. Survey.WorkedExample(), Survey.Row(DomesticQuantity.OldScrap, "1", new FiscalYear(2017), unit: "kg")]));

    [Fact]
    public void A_part_is_never_added_to_its_whole()
    {
        (IndicatorResult result, _) = Assess([.. Survey.WorkedExample(), Survey.Row(DomesticQuantity.OldScrap, "50", part: "a part"), Survey.Row(DomesticQuantity.DomesticDemand, "7", part: "a part")]);
        Assert.Equal(103.0, result.Value!.Value, 1e-6);
    }

    [Fact]
    public void A_published_rate_stands_beside_the_computed_one_and_never_in_its_place()
    {
        DomesticSupplyObservation published = Survey.Row(DomesticQuantity.PublishedSelfSufficiency, "50.1", new FiscalYear(2017));
        (IndicatorResult computed, SelfSufficiencyTable? table) = Assess([.. Survey.WorkedExample(), published]);
        (IndicatorResult open, _) = Assess([published]);
        Assert.Equal((103.0, 50.1), (Math.Round(computed.Value!.Value, 9), Companion(computed, "publishedRate")));
        Assert.Equal((null, null, 50.1), (open.Value, open.Low, Companion(open, "publishedRate")));
        Assert.Equal(("FY2017", Survey.Mineral), (Assert.Single(table!.Published).Period.Code, table.Published[0].Subject));
        AssertEvidence.Recomputes(computed);
        AssertEvidence.Recomputes(open);
    }

    [Fact]
    public void The_published_rate_of_base_metals_is_shown_with_each_of_them_but_is_none_of_theirs()
    {
        DomesticSupplyObservation published = Survey.Row(DomesticQuantity.PublishedSelfSufficiency, "50.1", mineral: "base-metals");
        (IndicatorResult copper, SelfSufficiencyTable? table) = SelfSufficiencyIndicator.Assess("copper", [published], Given.Parameters);
        Assert.Equal("base-metals", Assert.Single(table!.Published).Subject);
        Assert.Empty(copper.Companions);
        Assert.Empty(SelfSufficiencyIndicator.Assess("cobalt", [published], Given.Parameters).Table!.Published);
    }

    [Fact]
    public void Calendar_years_are_used_where_no_fiscal_year_has_both_demand_and_a_component()
    {
        CalendarYear year = new(2020);
        DomesticSupplyObservation[] calendar = [Survey.Row(DomesticQuantity.DomesticDemand, "100", year), Survey.Row(DomesticQuantity.OldScrap, "30", year)];
        (IndicatorResult alone, _) = Assess(calendar);
        (IndicatorResult both, _) = Assess([.. calendar, .. Survey.WorkedExample()]);
        Assert.Equal(("CY2020", 30.0), (alone.Period!.Code, alone.Low!.Value));
        Assert.Contains("calendarYear", alone.Flags);
        Assert.Equal("FY2018", both.Period!.Code);
        Assert.DoesNotContain("calendarYear", both.Flags);
    }

    [Fact]
    public void Secondary_production_that_is_not_split_keeps_its_three_components_together()
    {
        DomesticSupplyObservation[] rows =
        [
            .. Survey.WorkedExample().Where(row => row.Quantity is not (DomesticQuantity.OldScrap or DomesticQuantity.SmelterResidues or DomesticQuantity.ProcessScrap)),
            Survey.Row(DomesticQuantity.SecondaryProduction, "375"),
        ];
        (IndicatorResult result, SelfSufficiencyTable? table) = Assess(rows);
        Assert.Equal(103.0, result.Value!.Value, 1e-6);
        Assert.Equal(["c1", "c2", "c3+c4+c5"], result.Contributions.Select(term => term.Key));
        Assert.Contains("notSplit", table!.Components[2].Flags);
        AssertEvidence.Recomputes(result);
    }

    [Fact]
    public void Secondary_production_beside_its_parts_is_not_added_to_them() =>
        Assert.Equal(103.0, Assess([.. Survey.WorkedExample(), Survey.Row(DomesticQuantity.SecondaryProduction, "375")]).Result.Value!.Value, 1e-6);

    [Fact]
    public void Figures_of_one_key_on_several_bases_are_neither_added_nor_picked_at_random()
    {
        (IndicatorResult result, SelfSufficiencyTable? table) = Assess([.. Survey.WorkedExample(), Survey.Row(DomesticQuantity.OldScrap, "900", basis: "gross weight")]);
        Assert.Equal((null, 88.0), (result.Value, Math.Round(result.Low!.Value, 9)));
        Assert.Equal((DomesticQuantity.OldScrap, ComponentStanding.NotChosen), (table!.Missing[0].Quantity, table.Missing[0].Standing));
    }

    [Fact]
    public void A_component_on_another_basis_than_demand_is_marked_and_the_rate_no_more_than_partial()
    {
        DomesticSupplyObservation[] rows =
            [.. Survey.WorkedExample().Where(row => row.Quantity != DomesticQuantity.OldScrap), Survey.Row(DomesticQuantity.OldScrap, "150", basis: "gross weight")];
        (IndicatorResult result, _) = Assess(rows);
        Assert.Equal((ResultStatus.Partial, "qualifiedComponents"), (result.Status, result.Reason!.Code));
        Assert.Contains("componentBasesDiffer", result.Flags);
    }

    [Fact]
    public void The_later_return_of_a_figure_holds()
    {
        DomesticSupplyObservation revised = Survey.Row(DomesticQuantity.OldScrap, "180", file: "survey-2.csv");
        Assert.Equal(106.0, Assess([.. Survey.WorkedExample(), revised]).Result.Value!.Value, 1e-6);
        Assert.Equal(103.0, Assess([revised, .. Survey.WorkedExample()]).Result.Value!.Value, 1e-6);
    }

    [Fact]
    public void A_component_that_does_not_arise_is_known_to_be_nothing()
    {
        (IndicatorResult result, _) = Assess([.. Survey.WorkedExample().Where(row => row.Quantity != DomesticQuantity.SmelterResidues), Survey.Row(DomesticQuantity.SmelterResidues, "XX")]);
        Assert.Equal(96.5, result.Value!.Value, 1e-6);
        AssertEvidence.Recomputes(result);
    }

    private static (IndicatorResult Result, SelfSufficiencyTable? Table) Assess(DomesticSupplyObservation[] rows) =>
        SelfSufficiencyIndicator.Assess(Survey.Mineral, rows, Given.Parameters);

    private static double Companion(IndicatorResult result, string id) => result.Companions.Single(companion => companion.Id == id).Value!.Value;

    private static void AssertNear(double[] expected, IEnumerable<double> actual) => Assert.Equal(expected, actual, (left, right) => Math.Abs(left - right) < 1e-9);
}
