using Pipeline.Domain;
using Pipeline.Indicators.Bands;
using Pipeline.Indicators.Tests.Support;

namespace Pipeline.Indicators.Tests.Bands;

[Trait("Clause", "4.7")]
public sealed class BandMarksTests
{
    [Theory]
    [InlineData("concentration", 0.1499, Band.Low)]
    [InlineData("concentration", 0.15, Band.Moderate)]
    [InlineData("concentration", 0.25, Band.High)]
    [InlineData("concentration", 0.50, Band.VeryHigh)]
    [InlineData("importStability", 0.0749, Band.Low)]
    [InlineData("importStability", 0.075, Band.Moderate)]
    [InlineData("importStability", 0.125, Band.High)]
    [InlineData("importStability", 0.25, Band.VeryHigh)]
    [InlineData("priceFluctuation", 0.2499, Band.Low)]
    [InlineData("priceFluctuation", 0.15 / 0.60, Band.Moderate)]
    [InlineData("priceFluctuation", 0.25 / 0.60, Band.High)]
    [InlineData("priceFluctuation", 0.40 / 0.60, Band.VeryHigh)]
    [InlineData("secondaryUse", 1 - 0.501, Band.Low)]
    [InlineData("secondaryUse", 1 - 0.50, Band.Moderate)]
    [InlineData("secondaryUse", 1 - 0.30, Band.High)]
    [InlineData("secondaryUse", 1 - 0.10, Band.VeryHigh)]
    public void A_lower_bound_belongs_to_the_higher_band(string indicator, double score, Band band) =>
        Assert.Equal(band, BandMarks.Of(score, Given.Parameters.Open().Numbers("bands." + indicator)));

    [Fact]
    public void An_interval_that_crosses_a_mark_shows_both_bands()
    {
        IndicatorResult result = Score(0.21, 0.21, 0.27);
        Assert.Equal((Band.Moderate, Band.High), (result.BandLow, result.BandHigh));
    }

    [Fact]
    public void An_interval_without_an_upper_bound_reaches_the_highest_band()
    {
        IndicatorResult result = Score(0.21, 0.17, null);
        Assert.Equal((Band.Moderate, Band.VeryHigh), (result.BandLow, result.BandHigh));
        Assert.Null(result.ScoreHigh);
    }

    [Fact]
    public void A_result_without_a_point_value_has_no_band()
    {
        IndicatorResult result = Score(null, 0.08, 0.275);
        Assert.Equal((null, null), (result.BandLow, result.BandHigh));
        Assert.Equal((0.08, 0.275), (result.ScoreLow, result.ScoreHigh));
    }

    private static IndicatorResult Score(double? value, double? low, double? high) => BandMarks.Score(
        new IndicatorResult(IndicatorId.ReserveConcentration, "copper", Stage.Reserve, ResultStatus.Partial, "1") { Value = value, Low = low, High = high },
        score => score,
        "bands.concentration",
        Given.Parameters.Open());
}
