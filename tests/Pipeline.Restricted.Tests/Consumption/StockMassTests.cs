using Pipeline.Restricted.Tests.Support;

namespace Pipeline.Restricted.Tests.Consumption;

[Trait("Clause", "7.2")]
public sealed class StockMassTests
{
    private static readonly Baseline Baseline = Given.Baseline(10_500, 11_200, 10_900, 11_600, 10_800);

    private static readonly TargetDecision Target = TargetDecision.Fix("cobalt", FactorsToDays.Compute(Given.Factors(0.62, 0.35, 0.70, 0.85, 0.75), Given.Sample), []);

    [Fact]
    public void Days_become_tonnes_at_the_baseline_consumption()
    {
        AssertRestricted.Near(1_808.219178, StockMass.Tonnes(new Restricted<double>(60), Baseline));
        AssertRestricted.Near(2_772.602740, StockMass.Tonnes(new Restricted<double>(92), Baseline));
        AssertRestricted.Near(5_424.657534, StockMass.Tonnes(new Restricted<double>(180), Baseline));
    }

    [Fact]
    public void A_stock_covers_days_of_consumption() => AssertRestricted.Near(82.954545, StockMass.DaysOfCover(new Restricted<double>(2_500), Baseline));

    [Fact]
    public void A_fixed_target_has_its_tonnes_on_a_complete_baseline_only()
    {
        AssertRestricted.Near(2_772.602740, StockMass.Tonnes(Target, Baseline).Tonnes);
        Assert.Throws<RefusedException>(() => StockMass.Tonnes(Target, Given.Baseline(10_500, null, 10_900, 11_600, 10_800)));
    }

    [Fact]
    public void Tonnes_of_synthetic_days_stay_synthetic()
    {
        Assert.True(StockMass.Tonnes(Target, Baseline).IsSynthetic);
        Assert.False(StockMass.Tonnes(Target with { Computed = Target.Computed with { IsSynthetic = false } }, Baseline).IsSynthetic);
    }

    [Fact]
    public void Tonnes_say_that_the_baseline_is_apparent() => Assert.Equal((true, false), (
        StockMass.Tonnes(Target, Baseline with { IsApparent = true }).IsApparent,
        StockMass.Tonnes(Target, Baseline).IsApparent));

    [Fact]
    public void Without_a_baseline_there_are_neither_tonnes_nor_days_of_cover()
    {
        Baseline none = Given.Baseline(10_500, null, null, 11_600, 10_800);
        Assert.Throws<RefusedException>(() => StockMass.Tonnes(new Restricted<double>(60), none));
        Assert.Throws<RefusedException>(() => StockMass.DaysOfCover(new Restricted<double>(2_500), none));
    }

    [Fact]
    public void A_mineral_that_is_not_used_has_no_cover()
    {
        RefusedException fault = Assert.Throws<RefusedException>(() => StockMass.DaysOfCover(new Restricted<double>(2_500), Given.Baseline(0, 0, 0, 0, 0)));
        Assert.DoesNotContain("2500", fault.Message.Replace(",", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
