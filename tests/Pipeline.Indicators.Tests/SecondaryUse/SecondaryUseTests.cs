using Pipeline.Domain;
using Pipeline.Indicators.SecondaryUse;
using Pipeline.Indicators.Tests.Support;

namespace Pipeline.Indicators.Tests.SecondaryUse;

[Trait("Clause", "4.6")]
public sealed class SecondaryUseTests
{
    [Fact]
    public void Old_scrap_and_process_scrap_over_demand_is_the_rate()
    {
        IndicatorResult result = Assess(Amounts("180", "40", "120"), 1000);
        Assert.Equal(0.30, result.Value!.Value, 1e-6);
        Assert.Equal(0.70, result.Score!.Value, 1e-6);
        Assert.Equal(0.18, result.Companions.Single(companion => companion.Id == "oldScrapRate").Value!.Value, 1e-6);
        Assert.Equal((Band.High, Band.High), (result.BandLow, result.BandHigh));
        Assert.Equal("FY2018", result.Period!.Code);
    }

    [Fact]
    public void A_withheld_component_leaves_a_lower_bound_and_no_point()
    {
        IndicatorResult result = Assess(Amounts("180", "40", "W"), 1000);
        Assert.Equal(ResultStatus.Insufficient, result.Status);
        Assert.Null(result.Value);
        Assert.Null(result.Score);
        Assert.Equal(0.18, result.Low!.Value, 1e-6);
        Assert.Equal(0, result.ScoreLow);
        Assert.Equal(0.82, result.ScoreHigh!.Value, 1e-6);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(null)]
    public void Without_demand_there_is_no_rate(double? demand)
    {
        IndicatorResult result = Assess(Amounts("180", "40", "120"), demand);
        Assert.Equal((ResultStatus.Insufficient, "noDomesticDemand"), (result.Status, result.Reason!.Code));
    }

    [Fact]
    public void A_rate_above_one_is_shown_and_its_score_stops_at_zero()
    {
        IndicatorResult result = Assess(Amounts("900", "0", "300"), 1000);
        Assert.Equal(1.2, result.Value!.Value, 1e-6);
        Assert.Equal(0, result.Score);
    }

    [Fact]
    public void Without_a_survey_the_result_names_what_is_missing()
    {
        IndicatorResult result = SecondaryUseIndicator.WithoutSurvey("cobalt");
        Assert.Equal((ResultStatus.Insufficient, "noDomesticSurvey"), (result.Status, result.Reason!.Code));
    }

    private static IndicatorResult Assess(Dictionary<SupplyComponent, PublishedValue> amounts, double? demand) =>
        SecondaryUseIndicator.Assess("cobalt", new FiscalYear(2018), amounts, demand, Given.Parameters);

    private static Dictionary<SupplyComponent, PublishedValue> Amounts(string oldScrap, string residues, string processScrap) => new()
    {
        [SupplyComponent.OldScrap] = Given.Value(oldScrap),
        [SupplyComponent.SmelterResidues] = Given.Value(residues),
        [SupplyComponent.ProcessScrap] = Given.Value(processScrap),
    };
}
