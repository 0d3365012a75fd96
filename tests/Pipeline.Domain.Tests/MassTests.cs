namespace Pipeline.Domain.Tests;

public sealed class MassTests
{
    [Fact]
    public void Ore_and_metal_are_added_only_as_contained_metal()
    {
        ContainedMetal sum = new GrossWeight(1000).Contained(0.28) + new GrossWeight(60).Contained(0.995);

        Assert.Equal(339.7, sum.Tonnes, 1e-6);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1.01)]
    public void A_content_factor_outside_zero_to_one_is_refused(double factor) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new GrossWeight(1).Contained(factor));
}
