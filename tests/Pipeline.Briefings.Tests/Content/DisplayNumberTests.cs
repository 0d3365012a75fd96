namespace Pipeline.Briefings.Tests.Content;

public sealed class DisplayNumberTests
{
    [Theory]
    [InlineData(0.2835, "0.284")]
    [InlineData(0.0005, "0.001")]
    [InlineData(1.0005, "1.001")]
    [InlineData(0.5309, "0.531")]
    [InlineData(-0.0005, "−0.001")]
    [InlineData(0, "0.000")]
    public void Scores_have_three_decimals_and_a_half_goes_away_from_zero(double value, string expected) => Assert.Equal(expected, DisplayNumber.Score(value));

    [Theory]
    [InlineData(103.05, "103.1")]
    [InlineData(7.8081, "7.8")]
    [InlineData(-0.25, "−0.3")]
    public void Percentages_have_one_decimal(double value, string expected) => Assert.Equal(expected, DisplayNumber.Percent(value));

    [Theory]
    [InlineData(0.1265, "12.7")]
    [InlineData(0.6155, "61.6")]
    [InlineData(1, "100.0")]
    public void A_share_becomes_a_percentage_before_it_is_rounded(double share, string expected) => Assert.Equal(expected, DisplayNumber.PercentOfShare(share));

    [Theory]
    [InlineData(0.35, "+35.0")]
    [InlineData(-0.1265, "−12.7")]
    [InlineData(0.0004, "0.0")]
    public void A_change_carries_its_sign_but_nothing_has_none(double change, string expected) => Assert.Equal(expected, DisplayNumber.SignedPercentOfShare(change));

    [Theory]
    [InlineData(1234567.5, "1,234,568")]
    [InlineData(2772.602740, "2,773")]
    [InlineData(0.5, "1")]
    [InlineData(0, "0")]
    public void Tonnes_are_whole_with_thousands_separated(double tonnes, string expected) => Assert.Equal(expected, DisplayNumber.Tonnes(tonnes));

    [Fact]
    public void Next_to_nothing_is_not_printed_as_zero()
    {
        Assert.Equal("<1", DisplayNumber.Tonnes(0.3));
        Assert.Equal("<0.001", DisplayNumber.Score(0.0004));
        Assert.Equal("<0.1", DisplayNumber.PercentOfShare(0.0004));
    }

    [Theory]
    [InlineData(9142.4, "9,142")]
    [InlineData(15.125, "15.13")]
    public void Prices_lose_their_decimals_from_a_thousand(double price, string expected) => Assert.Equal(expected, DisplayNumber.Price(price));

    [Theory]
    [InlineData(2.5, 2.5, "2.5")]
    [InlineData(0.30000000000000004, 0.1, "0.3")]
    [InlineData(750000, 250000, "750,000")]
    public void Axis_marks_have_the_decimals_of_their_step(double mark, double step, string expected) => Assert.Equal(expected, DisplayNumber.AxisMark(mark, step));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void What_is_no_number_is_refused(double value) => Assert.Throws<ArgumentOutOfRangeException>(() => DisplayNumber.Score(value));
}
