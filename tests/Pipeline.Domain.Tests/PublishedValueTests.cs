namespace Pipeline.Domain.Tests;

public sealed class PublishedValueTests
{
    [Fact]
    public void A_withheld_cell_has_no_point_and_is_at_least_zero_but_never_zero()
    {
        PublishedValue withheld = PublishedValue.Withheld("W");

        Assert.Null(withheld.Point);
        Assert.Equal(0, withheld.Low);
        Assert.Null(withheld.High);
        Assert.NotEqual(PublishedValue.Zero("0").Kind, withheld.Kind);
    }

    [Fact]
    public void An_uncollected_cell_leaves_both_ends_open()
    {
        PublishedValue unknown = PublishedValue.NotCollected("NA");

        Assert.Equal((null, null, null), (unknown.Point, unknown.Low, unknown.High));
    }

    [Fact]
    public void Scaling_a_trace_of_half_a_thousand_tonnes_gives_zero_to_five_hundred_tonnes()
    {
        PublishedValue tonnes = PublishedValue.Trace(0.5, "Less than ½ unit").Scale(1000);

        Assert.Equal((0, 0, 500), (tonnes.Point, tonnes.Low, tonnes.High));
        Assert.Equal("Less than ½ unit", tonnes.Text);
    }

    [Fact]
    public void The_point_of_a_range_is_its_middle() =>
        Assert.Equal(357.5, PublishedValue.Range(140, 575, "140–575").Point);

    [Fact]
    public void A_printed_zero_is_a_reported_zero() => Assert.Equal(ValueKind.ReportedZero, PublishedValue.Reported(0, "0").Kind);

    [Fact]
    public void Only_a_value_without_upper_end_is_a_lower_bound()
    {
        Assert.True(PublishedValue.AtLeast(2_000_000, ">2,000,000").IsLowerBound);
        Assert.False(PublishedValue.Between(50, 100, ">50").IsLowerBound);
        Assert.False(PublishedValue.Withheld("W").IsLowerBound);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_unit_factor_that_is_not_positive_is_refused(double factor) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PublishedValue.Reported(1, "1").Scale(factor));
}
