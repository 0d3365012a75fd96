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
        IndicatorResult result = Assess(Rows("180", "40", "120", "1000"));
        Assert.Equal(0.30, result.Value!.Value, 1e-6);
        Assert.Equal(0.70, result.Score!.Value, 1e-6);
        Assert.Equal(0.18, result.Companions.Single(companion => companion.Id == "oldScrapRate").Value!.Value, 1e-6);
        Assert.Equal((Band.High, Band.High), (result.BandLow, result.BandHigh));
        Assert.Equal(("FY2018", ResultStatus.Ok), (result.Period!.Code, result.Status));
        Assert.Equal(["c3", "c5"], result.Contributions.Select(term => term.Key));
        AssertEvidence.Recomputes(result);
    }

    [Fact]
    public void Counting_residues_of_smelters_as_well_raises_the_rate_and_lowers_the_score()
    {
        // (180 + 40 + 120) / 1,000
        IndicatorResult result = SecondaryUseIndicator.Assess(Survey.Mineral, Rows("180", "40", "120", "1000"), Given.With("secondary.components", "[3, 4, 5]"));
        Assert.Equal(0.34, result.Value!.Value, 1e-6);
        Assert.Equal(0.66, result.Score!.Value, 1e-6);
        Assert.Equal(["c3", "c4", "c5"], result.Contributions.Select(term => term.Key));
        AssertEvidence.Recomputes(result);
    }

    [Fact]
    public void A_withheld_component_leaves_a_lower_bound_and_no_point()
    {
        IndicatorResult result = Assess(Rows("180", "40", "W", "1000"));
        Assert.Equal((ResultStatus.Insufficient, "withheldComponent"), (result.Status, result.Reason!.Code));
        Assert.Null(result.Value);
        Assert.Null(result.Score);
        Assert.Null(result.High);
        Assert.Equal(0.18, result.Low!.Value, 1e-6);
        Assert.Equal(0, result.ScoreLow);
        Assert.Equal(0.82, result.ScoreHigh!.Value, 1e-6);
        AssertEvidence.Recomputes(result);
    }

    [Fact]
    public void A_component_that_nobody_states_names_who_would_have_it()
    {
        IndicatorResult result = Assess([.. Rows("180", "40", "120", "1000").Where(row => row.Quantity != DomesticQuantity.ProcessScrap)]);
        Assert.Equal((null, 0.18, "componentsMissing"), (result.Value, result.Low!.Value, result.Reason!.Code));
        Assert.Contains("fabricators", Vocabulary.Sentence(result.Reason, Language.English), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0", "noDomesticDemand")]
    [InlineData("NA", "noDemandFigure")]
    public void Without_demand_there_is_no_rate(string demand, string reason)
    {
        IndicatorResult result = Assess(Rows("180", "40", "120", demand));
        Assert.Equal((ResultStatus.Insufficient, reason), (result.Status, result.Reason!.Code));
    }

    [Fact]
    public void A_rate_above_one_is_shown_and_its_score_stops_at_zero()
    {
        IndicatorResult result = Assess(Rows("900", "0", "300", "1000"));
        Assert.Equal(1.2, result.Value!.Value, 1e-6);
        Assert.Equal(0, result.Score);
        AssertEvidence.Recomputes(result);
    }

    [Fact]
    public void Secondary_production_that_is_not_split_bounds_the_rate_from_above_only()
    {
        IndicatorResult result = Assess([Survey.Row(DomesticQuantity.DomesticDemand, "1000"), Survey.Row(DomesticQuantity.SecondaryProduction, "340")]);
        Assert.Equal((null, 0.0, 0.34), (result.Value, result.Low!.Value, result.High!.Value));
        Assert.Equal((0.66, 1.0), (Math.Round(result.ScoreLow!.Value, 9), result.ScoreHigh!.Value));
        Assert.Equal("secondaryNotSplit", result.Reason!.Code);
        Assert.Contains("notSplit", result.Flags);
        AssertEvidence.Recomputes(result);
    }

    [Fact]
    public void Demand_and_scrap_are_of_the_same_year()
    {
        IndicatorResult result = Assess([.. Rows("180", "40", "120", "1000"), Survey.Row(DomesticQuantity.DomesticDemand, "2000", new FiscalYear(2019))]);
        Assert.Equal(("FY2018", 0.30), (result.Period!.Code, Math.Round(result.Value!.Value, 9)));
    }

    [Fact]
    public void Without_a_survey_the_result_names_what_is_missing()
    {
        IndicatorResult result = Assess([]);
        Assert.Equal((ResultStatus.Insufficient, "noDomesticSurvey"), (result.Status, result.Reason!.Code));
    }

    private static IndicatorResult Assess(IReadOnlyList<DomesticSupplyObservation> rows) => SecondaryUseIndicator.Assess(Survey.Mineral, rows, Given.Parameters);

    private static DomesticSupplyObservation[] Rows(string oldScrap, string residues, string processScrap, string demand) =>
    [
        Survey.Row(DomesticQuantity.DomesticDemand, demand), Survey.Row(DomesticQuantity.OldScrap, oldScrap),
        Survey.Row(DomesticQuantity.SmelterResidues, residues), Survey.Row(DomesticQuantity.ProcessScrap, processScrap),
    ];
}
