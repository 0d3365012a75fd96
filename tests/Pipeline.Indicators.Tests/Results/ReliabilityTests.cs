using Pipeline.Domain;
using Pipeline.Indicators.Results;
using Pipeline.Indicators.Tests.Support;

namespace Pipeline.Indicators.Tests.Results;

[Trait("Clause", "1")]
public sealed class ReliabilityTests
{
    [Theory]
    [InlineData(0.85, 0.05, ResultStatus.Ok)]
    [InlineData(0.8499, 0.05, ResultStatus.Partial)]
    [InlineData(0.85, 0.0501, ResultStatus.Partial)]
    [InlineData(0.60, 0.25, ResultStatus.Partial)]
    [InlineData(0.5999, 0.0, ResultStatus.Insufficient)]
    [InlineData(1.0, 0.2501, ResultStatus.Insufficient)]
    public void Coverage_and_imputed_share_decide_the_status(double coverage, double imputed, ResultStatus status) =>
        Assert.Equal(status, Reliability.Status(coverage, imputed, Given.Parameters.Open()));

    [Fact]
    public void A_limit_never_improves_a_status()
    {
        Assert.Equal(ResultStatus.Partial, Reliability.AtMost(ResultStatus.Partial, ResultStatus.Ok));
        Assert.Equal(ResultStatus.Insufficient, Reliability.AtMost(ResultStatus.Partial, ResultStatus.Insufficient));
    }

    [Theory]
    [InlineData(0.17, "17.0")]
    [InlineData(0.12345, "12.3")]
    [InlineData(0.0005, "0.1")]
    public void Percentages_show_one_decimal_and_round_a_half_away_from_zero(double share, string text) => Assert.Equal(text, ResultMarks.Percent(share));
}
