using Pipeline.Domain;
using Pipeline.Indicators.DomesticSupply;
using Pipeline.Indicators.SecondaryUse;
using Pipeline.Indicators.SelfSufficiency;
using Pipeline.Indicators.Tests.Support;

namespace Pipeline.Indicators.Tests.DomesticSupply;

[Trait("Clause", "7.2")]
public sealed class ApparentConsumptionTests
{
    private static readonly DomesticSupplyObservation[] Balance =
    [
        Survey.Row(DomesticQuantity.RefinedProduction, "15"), Survey.Row(DomesticQuantity.Imports, "90"), Survey.Row(DomesticQuantity.Exports, "20"),
        Survey.Row(DomesticQuantity.Stocks, "7"), Survey.Row(DomesticQuantity.Stocks, "10", new FiscalYear(2017)),
    ];

    [Fact]
    public void Production_and_net_imports_less_the_increase_of_stocks() =>
        Assert.Equal(88, ApparentConsumption.Compute(production: 5 + 10, imports: 90, exports: 20, stockIncrease: -3), 1e-9);

    [Fact]
    public void Stocks_at_the_ends_of_two_years_give_their_increase()
    {
        DemandFigure demand = Assert.Single(Series(Balance));
        Assert.Equal((88.0, "FY2018", DemandKind.Apparent), (demand.Amount.Point!.Value, demand.Period.Code, demand.Kind));
        Assert.Equal(88, EvidenceArithmetic.Recompute(demand.Node(End.Point))!.Value, 1e-9);
    }

    [Fact]
    public void It_stands_in_for_demand_where_no_statistic_exists_and_says_so()
    {
        (IndicatorResult result, SelfSufficiencyTable? table) = SelfSufficiencyIndicator.Assess(
            Survey.Mineral, [.. Balance, Survey.Row(DomesticQuantity.OldScrap, "22")], Given.Parameters);
        Assert.Equal((25.0, 88.0), (result.Low!.Value, table!.Demand!.Value));
        Assert.Contains("apparent", result.Flags);
        AssertEvidence.Recomputes(result);
    }

    [Theory]
    [InlineData("115", -7)]
    [InlineData("108", 0)]
    public void A_balance_of_nothing_or_less_is_no_demand_and_gives_no_rate(string exports, double demand)
    {
        DomesticSupplyObservation[] rows =
        [
            .. Balance.Where(row => row.Quantity != DomesticQuantity.Exports), Survey.Row(DomesticQuantity.Exports, exports),
            Survey.Row(DomesticQuantity.OldScrap, "22"), Survey.Row(DomesticQuantity.ProcessScrap, "1"),
        ];
        (IndicatorResult result, SelfSufficiencyTable? table) = SelfSufficiencyIndicator.Assess(Survey.Mineral, rows, Given.Parameters);
        IndicatorResult secondary = SecondaryUseIndicator.Assess(Survey.Mineral, rows, Given.Parameters);
        Assert.Equal((null, null, null, "noDomesticDemand"), (result.Value, result.Low, result.High, result.Reason!.Code));
        Assert.Equal((null, null, null, "noDomesticDemand"), (secondary.Value, secondary.Low, secondary.High, secondary.Reason!.Code));
        // The table shows the balance that came out, and from what.
        Assert.Equal((demand, 5), (table!.Demand!.Value, table.DemandEvidence!.Inputs.Count));
        Assert.Equal(["apparent"], table.DemandFlags);
    }

    [Fact]
    public void It_is_never_mixed_with_a_statistic_of_consumption()
    {
        DemandFigure demand = Assert.Single(Series([.. Balance, Survey.Row(DomesticQuantity.Consumption, "70", new FiscalYear(2016))]));
        Assert.Equal(("FY2016", DemandKind.Stated), (demand.Period.Code, demand.Kind));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_part_that_is_missing_or_of_another_document_or_basis_leaves_it_open(int part)
    {
        Assert.Empty(Series([.. Balance.Where((_, index) => index != part)]));
        Assert.Empty(Series([.. Balance.Select((row, index) => index == part ? row with { Citation = "another document" } : row)]));
        Assert.Empty(Series([.. Balance.Select((row, index) => index == part ? row with { Basis = "gross weight" } : row)]));
        Assert.Empty(Series([.. Balance.Select((row, index) => index == part ? row with { Value = PublishedValue.Withheld("W") } : row)]));
    }

    private static IReadOnlyList<DemandFigure> Series(DomesticSupplyObservation[] rows) => DemandSeries.Of(new SurveyRows(Survey.Mineral, rows), null);
}
