using System.Text;
using Pipeline.Domain;
using Pipeline.Indicators.Scenarios;
using Pipeline.Indicators.Tests.Support;

namespace Pipeline.Indicators.Tests.Scenarios;

/// <summary>Before and after stand in one answer: what one of them hides must not follow from the other.</summary>
[Trait("Clause", "8")]
[Trait("Clause", "10.2")]
public sealed class DisclosureOfScenariosTests
{
    // ③ of two companies stands in ③ + ⑤: 700 t.
    private static readonly DomesticSupplyObservation[] Joined =
    [
        Survey.Row(DomesticQuantity.DomesticDemand, "10000"),
        Survey.Row(DomesticQuantity.EquityOre, "405"),
        Survey.Row(DomesticQuantity.OldScrap, "400", contributors: 2, largest: 0.6),
        Survey.Row(DomesticQuantity.ProcessScrap, "300", contributors: 5, largest: 0.4),
    ];

    // ④ of two companies has no partner: ③ and ⑤ are published.
    private static readonly DomesticSupplyObservation[] Hidden =
    [
        Survey.Row(DomesticQuantity.DomesticDemand, "10000"),
        Survey.Row(DomesticQuantity.OldScrap, "400"),
        Survey.Row(DomesticQuantity.SmelterResidues, "65", contributors: 2, largest: 0.6),
        Survey.Row(DomesticQuantity.ProcessScrap, "300"),
    ];

    private const string MoreOldScrap = """{ "kind": "recycling", "component": "oldScrap", "tonnes": 5000 }""";
    private const string MoreProcessScrap = """{ "kind": "recycling", "component": "processScrap", "tonnes": 5000 }""";
    private const string LittleOldScrap = """{ "kind": "recycling", "component": "oldScrap", "tonnes": 1 }""";
    private const string PointsOfOldScrap = """{ "kind": "recycling", "component": "oldScrap", "ratePoints": 0.1 }""";
    private const string Mine = """{ "kind": "equity", "in": "mine", "tonnes": 50 }""";
    private const string Smelter = """{ "kind": "equity", "in": "smelter", "tonnes": 50 }""";

    [Theory]
    [InlineData(MoreOldScrap)]
    [InlineData(MoreProcessScrap)]
    [InlineData(LittleOldScrap)]
    [InlineData(PointsOfOldScrap)]
    [InlineData(Mine)]
    [InlineData(Smelter)]
    public void Nothing_is_added_to_a_year_in_which_a_figure_is_joined_or_not_disclosed(string measure)
    {
        Assert.Equal("/measures/0", RefusedAt(Joined, measure));
        Assert.Equal("/measures/0", RefusedAt(Hidden, measure));
    }

    [Fact]
    public void A_measure_before_it_does_not_open_the_year() =>
        Assert.Equal("/measures/1", RefusedAt(Joined, """{ "kind": "lessUse", "share": 0.5 }""", MoreOldScrap));

    [Theory]
    [InlineData("mine", DomesticQuantity.EquityOre)]
    [InlineData("smelter", DomesticQuantity.ImportedMetal)]
    public void A_new_site_is_not_entered_beside_sites_that_stay_hidden(string place, DomesticQuantity whole)
    {
        DomesticSupplyObservation[] sites = whole == DomesticQuantity.EquityOre
            ? [.. Survey.Mine("mine 1", "400", "0.50", "180", contributors: 1, largest: 1)]
            : [Survey.Row(DomesticQuantity.SmelterOfftake, "180", site: "smelter 1", contributors: 1, largest: 1)];
        Assert.Equal("/measures/0", RefusedAt(
            [Survey.Row(DomesticQuantity.DomesticDemand, "10000"), .. sites, Survey.Row(DomesticQuantity.OldScrap, "400")],
            $$"""{ "kind": "equity", "in": "{{place}}", "tonnes": 50 }"""));
    }

    [Theory]
    [InlineData(MoreOldScrap, 0.57)]
    [InlineData(MoreProcessScrap, 0.57)]
    [InlineData(PointsOfOldScrap, 0.17)]
    public void Figures_that_are_shown_one_by_one_before_are_added_to_and_stay_shown(string measure, double rate)
    {
        DomesticSupplyObservation[] open = [.. Joined.Select(row => row.Contributors is null ? row : row with { Contributors = 3 })];
        ScenarioRun run = Run(open, measure);
        IndicatorChange secondary = run.Comparison.Indicators.Single(change => change.Indicator == IndicatorId.SecondaryUse);
        Assert.Equal((0.07, rate), (Math.Round(secondary.Before.Low!.Value, 9), Math.Round(secondary.After.Low!.Value, 9)));
        Assert.DoesNotContain("joinedForDisclosure", secondary.After.Flags);
    }

    [Fact]
    public void A_measure_that_touches_no_component_takes_effect_beside_joined_figures()
    {
        IndicatorChange rate = Run(Joined, """{ "kind": "lessUse", "share": 0.5 }""").Comparison.Indicators.Single(change => change.Indicator == IndicatorId.SelfSufficiency);
        Assert.Equal((11.05, 22.1), (Math.Round(rate.Before.Low!.Value, 9), Math.Round(rate.After.Low!.Value, 9)));
        Assert.Contains("joinedForDisclosure", rate.After.Flags);
    }

    [Fact]
    public void Points_of_a_demand_that_may_not_be_shown_would_give_it_away()
    {
        DomesticSupplyObservation[] rows = [Survey.Row(DomesticQuantity.DomesticDemand, "1000", contributors: 2, largest: 0.5), Survey.Row(DomesticQuantity.OldScrap, "150")];
        Assert.Equal("/measures/0/ratePoints", RefusedAt(rows, PointsOfOldScrap));
        Assert.Equal(5000, Assert.Single(Run(rows, MoreOldScrap).Comparison.Assumed).After);
    }

    [Fact]
    public void Points_of_a_demand_of_enough_companies_are_tonnes()
    {
        DomesticSupplyObservation[] rows = [Survey.Row(DomesticQuantity.DomesticDemand, "1000", contributors: 3, largest: 0.5), Survey.Row(DomesticQuantity.OldScrap, "150")];
        Assert.Equal(100, Assert.Single(Run(rows, PointsOfOldScrap).Comparison.Assumed).After, 1e-9);
    }

    private static string RefusedAt(DomesticSupplyObservation[] rows, params string[] measures) =>
        Assert.Single(Assert.Throws<ScenarioRequestException>(() => Run(rows, measures)).Faults).Path;

    private static ScenarioRun Run(DomesticSupplyObservation[] rows, params string[] measures) => ScenarioRun.Of(
        ScenarioRequest.Read(Encoding.UTF8.GetBytes($$"""{ "mineral": "{{Survey.Mineral}}", "measures": [ {{string.Join(", ", measures)}} ] }""")),
        new ScenarioBase("vintage of the test", rows, [.. rows.Select(row => row.Cell).DistinctBy(cell => cell.Snapshot).Select(cell => Use(cell))], Given.Parameters));

    private static SourceUse Use(SourceCell cell) => new("domestic-survey", cell.Snapshot, cell.File, "publisher", "survey", "open", "publisher", Illustrative: false);
}
