using Pipeline.Domain;
using Pipeline.Indicators.DomesticSupply;
using Pipeline.Indicators.Parameters;
using Pipeline.Indicators.SecondaryUse;
using Pipeline.Indicators.SelfSufficiency;
using Pipeline.Indicators.Tests.Support;

namespace Pipeline.Indicators.Tests.DomesticSupply;

/// <summary>Which rows of a key with several make up demand and the components, on rows such as the published ones are.</summary>
[Trait("Clause", "8")]
public sealed class SurveyChoiceTests
{
    private static readonly CalendarYear Calendar = new(2018);

    [Fact]
    public void Every_choice_names_known_components_each_key_once_and_has_its_reasons() => Assert.All(MineralCatalogue.All, mineral =>
    {
        if (Given.Parameters.Open().Row<SurveyChoice>("domesticSupply.rows", mineral.Id) is { } choice)
        {
            Assert.NotEmpty(choice.Reason);
            Assert.All(choice.Components, one => Assert.NotEmpty(one.Reason));
            Assert.All(choice.Components.SelectMany(one => one.Components), number => Assert.InRange(number, 1, 5));
            Assert.Equal(choice.Components.Count, choice.Components.Select(one => string.Join('+', one.Components)).Distinct().Count());
        }
    });

    [Fact]
    public void Every_holder_has_words_and_every_component_of_every_mineral_has_a_holder() => Assert.All(MineralCatalogue.All, mineral =>
    {
        ParameterScope parameters = Given.Parameters.Open();
        Assert.All(Components.All.Select(Components.QuantityOf).Append(DomesticQuantity.DomesticDemand), quantity =>
        {
            IReadOnlyList<string> holders = Holders.Of(mineral.Id, quantity, parameters);
            Assert.NotEmpty(holders);
            Assert.All(holders, holder => Assert.True(Vocabulary.Knows(Term.Holder, holder), holder));
        });
    });

    [Fact]
    public void Copper_rests_on_reported_consumption_of_refined_metal_and_keeps_its_secondary_feed_together()
    {
        const string metal = "refined copper metal";
        DomesticSupplyObservation[] rows =
        [
            Row("copper", DomesticQuantity.DomesticDemand, "1009749", metal), Row("copper", DomesticQuantity.Consumption, "1036342", metal),
            Row("copper", DomesticQuantity.DomesticDemand, "1063000", "as printed: 106.3万t"), Row("copper", DomesticQuantity.SecondaryProduction, "352500", metal),
        ];
        IndicatorResult result = Assess("copper", rows);
        Assert.Equal(34.0139, result.Low!.Value, 1e-4);
        Assert.Equal(["c3+c4+c5"], result.Contributions.Select(term => term.Key));
        Assert.Equal(["importedScrapIncluded", "lowerBound", "notSplit"], result.Flags);
        // The feed is not split: secondary use lies between nothing and all of it.
        IndicatorResult secondary = SecondaryUseIndicator.Assess("copper", rows, Given.Parameters);
        Assert.Equal((null, 0.0, 0.340139), (secondary.Value, secondary.Low!.Value, Math.Round(secondary.High!.Value, 6)));
    }

    [Fact]
    public void Zinc_rests_on_apparent_demand_and_counts_both_feeds()
    {
        DomesticSupplyObservation[] rows =
        [
            Row("zinc", DomesticQuantity.DomesticDemand, "479235", "zinc slab"), Row("zinc", DomesticQuantity.Consumption, "356937", "zinc slab"),
            Row("zinc", DomesticQuantity.OldScrap, "3525", "zinc slab"), Row("zinc", DomesticQuantity.SmelterResidues, "76429", "zinc slab"),
        ];
        IndicatorResult result = Assess("zinc", rows);
        Assert.Equal(16.6837, result.Low!.Value, 1e-4);
        Assert.Equal(["c3+c4+c5", "c3+c5"], result.Contributions.Select(term => term.Key));
        Assert.Contains("apparent", result.Flags);
        // What is made of other feed may be ④, which is no secondary material.
        IndicatorResult secondary = SecondaryUseIndicator.Assess("zinc", rows, Given.Parameters);
        Assert.Equal((0.007355, 0.166837), (Math.Round(secondary.Low!.Value, 6), Math.Round(secondary.High!.Value, 6)));
        AssertEvidence.Recomputes(secondary);
    }

    [Fact]
    public void Lead_sets_the_recyclers_of_the_fiscal_year_as_a_lower_bound_against_the_calendar_year_of_demand()
    {
        DomesticSupplyObservation[] rows =
        [
            Row("lead", DomesticQuantity.Consumption, "271000", "refined lead, primary and secondary", Calendar),
            Row("lead", DomesticQuantity.Consumption, "280981", "lead in batteries made"),
            Row("lead", DomesticQuantity.SecondaryProduction, "42505", "再生鉛 (recycled lead of the separate recyclers)"),
        ];
        IndicatorResult result = Assess("lead", rows);
        Assert.Equal(("CY2018", 15.6845), (result.Period!.Code, Math.Round(result.Low!.Value, 4)));
        Assert.Null(result.High);
        Assert.Equal(["calendarYear", "importedScrapIncluded", "lowerBound", "mixedYears", "notSplit", "partOnly"], result.Flags);
        IndicatorResult secondary = SecondaryUseIndicator.Assess("lead", rows, Given.Parameters);
        Assert.Equal((0.156845, null), (Math.Round(secondary.Low!.Value, 6), secondary.High));
    }

    [Fact]
    public void Copper_from_scrap_together_yields_to_figures_of_its_parts_and_is_not_added_to_them()
    {
        const string metal = "refined copper metal";
        IndicatorResult result = Assess(
            "copper",
            [
                Row("copper", DomesticQuantity.Consumption, "1000000", metal), Row("copper", DomesticQuantity.SecondaryProduction, "352500", metal),
                Row("copper", DomesticQuantity.OldScrap, "100000", metal), Row("copper", DomesticQuantity.ProcessScrap, "50000", metal),
            ]);
        Assert.Equal(("c3,c5", 15.0), (string.Join(',', result.Contributions.Select(term => term.Key)), Math.Round(result.Low!.Value, 9)));
    }

    [Theory]
    [InlineData("W")]
    [InlineData("0")]
    [InlineData("XX")]
    public void Copper_from_scrap_together_stays_beside_a_part_of_which_nothing_is_counted(string processScrap)
    {
        const string metal = "refined copper metal";
        IndicatorResult result = Assess(
            "copper",
            [
                Row("copper", DomesticQuantity.Consumption, "1000000", metal), Row("copper", DomesticQuantity.SecondaryProduction, "352500", metal),
                Row("copper", DomesticQuantity.ProcessScrap, processScrap, metal),
            ]);
        Assert.Contains("c3+c4+c5", result.Contributions.Select(term => term.Key));
        Assert.Equal(35.25, result.Low!.Value, 1e-9);
    }

    [Theory]
    [InlineData("", 52.5, "c3+c4+c5,c3+c5")]
    [InlineData("30000", 27.5, "c3+c5,c5")]
    public void Lead_of_the_recyclers_is_a_part_and_stays_where_that_of_the_smelters_yields(string processScrap, double low, string keys)
    {
        DomesticSupplyObservation[] rows =
        [
            Row("lead", DomesticQuantity.Consumption, "200000", "refined lead, primary and secondary", Calendar),
            Row("lead", DomesticQuantity.OldScrap, "80000", "lead metal of the smelters", Calendar),
            Row("lead", DomesticQuantity.SecondaryProduction, "25000", "再生鉛 (recycled lead of the separate recyclers)"),
            .. processScrap.Length == 0 ? Array.Empty<DomesticSupplyObservation>() : [Row("lead", DomesticQuantity.ProcessScrap, processScrap, "lead", Calendar)],
        ];
        IndicatorResult result = Assess("lead", rows);
        Assert.Equal((keys, low), (string.Join(',', result.Contributions.Select(term => term.Key)), Math.Round(result.Low!.Value, 9)));
    }

    [Fact]
    public void Where_the_chosen_definition_of_demand_no_longer_occurs_no_other_takes_its_place()
    {
        DomesticSupplyObservation[] rows =
        [
            Row("copper", DomesticQuantity.Consumption, "1036342", "refined copper and scrap"), Row("copper", DomesticQuantity.DomesticDemand, "1009749", "refined copper metal"),
            Row("copper", DomesticQuantity.SecondaryProduction, "352500", "refined copper metal"),
        ];
        IndicatorResult result = Assess("copper", rows);
        Assert.Equal(("noDemandFigure", null), (result.Reason!.Code, result.Low));
        Assert.Equal("noDemandFigure", SecondaryUseIndicator.Assess("copper", rows, Given.Parameters).Reason!.Code);
    }

    [Fact]
    public void Aluminium_sets_ingot_against_demand_for_products_and_says_so()
    {
        DomesticSupplyObservation[] rows =
        [
            Row("aluminium", DomesticQuantity.DomesticDemand, "4290000", "aluminium products", Calendar),
            Row("aluminium", DomesticQuantity.SecondaryProduction, "826595", "secondary ingot and alloy", Calendar),
            Row("aluminium", DomesticQuantity.SecondaryProduction, "821518", "secondary ingot and alloy"),
        ];
        IndicatorResult secondary = SecondaryUseIndicator.Assess("aluminium", rows, Given.Parameters);
        Assert.Equal((0.192679, ResultStatus.Partial, "qualifiedComponents"), (Math.Round(secondary.Value!.Value, 6), secondary.Status, secondary.Reason!.Code));
        Assert.Contains("productDemand", secondary.Flags);
        Assert.Equal(19.2679, Assess("aluminium", rows).Low!.Value, 1e-4);
    }

    [Fact]
    public void By_product_metal_of_which_the_feed_is_not_stated_bounds_the_components_and_is_none()
    {
        DomesticSupplyObservation[] rows =
        [
            Row("bismuth", DomesticQuantity.DomesticDemand, "559", "bismuth metal and products", Calendar),
            Row("bismuth", DomesticQuantity.RefinedProduction, "547", "bismuth metal", Calendar),
        ];
        IndicatorResult result = SelfSufficiencyIndicator.Assess("bismuth", rows, Given.Parameters).Result;
        Assert.Equal((0.0, null), (result.Low!.Value, result.High));
        Assert.Equal((0.0, 547 / 559.0), (SecondaryUseIndicator.Assess("bismuth", rows, Given.Parameters) is var use ? use.Low!.Value : -1, use.High!.Value));
        AssertEvidence.Recomputes(result);
        AssertEvidence.Recomputes(use);
    }

    [Fact]
    public void Tin_counts_arisings_and_not_production_of_which_the_feed_is_not_stated()
    {
        DomesticSupplyObservation[] rows =
        [
            Row("tin", DomesticQuantity.DomesticDemand, "28106", "tin metal", Calendar), Row("tin", DomesticQuantity.OldScrap, "21", "tin metal", Calendar),
            Row("tin", DomesticQuantity.RefinedProduction, "1650", "tin metal", Calendar),
        ];
        Assert.Equal(0.0747, Assess("tin", rows).Low!.Value, 1e-4);
    }

    [Fact]
    public void Stages_of_one_chain_are_not_added()
    {
        DomesticSupplyObservation[] rows =
        [
            Row("titanium", DomesticQuantity.DomesticDemand, "6875", "titanium mill products", Calendar), Row("titanium", DomesticQuantity.Consumption, "26358", "titanium sponge", Calendar),
        ];
        Assert.Equal(26358, SelfSufficiencyIndicator.Assess("titanium", rows, Given.Parameters).Table!.Demand);
    }

    [Fact]
    public void What_a_scenario_adds_to_a_component_stands_beside_the_rows_that_hold_it()
    {
        DomesticSupplyObservation added = Row("zinc", DomesticQuantity.ProcessScrap, ">5000", "zinc slab") with { Citation = "scenario", Flags = ["hypothetical"] };
        IndicatorResult result = Assess(
            "zinc",
            [
                Row("zinc", DomesticQuantity.DomesticDemand, "100000", "zinc slab"), Row("zinc", DomesticQuantity.OldScrap, "10000", "zinc slab"),
                Row("zinc", DomesticQuantity.SmelterResidues, "20000", "zinc slab"), added,
            ]);
        Assert.Equal(35.0, result.Low!.Value, 1e-9);
    }

    private static IndicatorResult Assess(string mineral, DomesticSupplyObservation[] rows) =>
        AssertEvidence.Recomputes(SelfSufficiencyIndicator.Assess(mineral, rows, Given.Parameters).Result);

    private static DomesticSupplyObservation Row(string mineral, DomesticQuantity quantity, string text, string basis, Period? period = null) =>
        Survey.Row(quantity, text, period, mineral: mineral, basis: basis);
}
