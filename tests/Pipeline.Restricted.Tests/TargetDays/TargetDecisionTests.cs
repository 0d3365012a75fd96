using Pipeline.Domain;
using Pipeline.Restricted.Tests.Support;

namespace Pipeline.Restricted.Tests.TargetDays;

[Trait("Clause", "6.6")]
public sealed class TargetDecisionTests
{
    private static readonly ComputedDays Days = FactorsToDays.Compute(Given.Factors(0.62, 0.35, 0.70, 0.85, 0.75), Given.Sample);

    [Fact]
    public void A_policy_adjustment_is_added_and_the_sum_rounded_once()
    {
        // 91.74 + 0.26 + 0.5 - 0.01 = 92.49; rounding the computed days first would give another target.
        TargetDecision target = TargetDecision.Fix("cobalt", Days, [Adjustment(0.5, new DateOnly(2026, 11, 3)), Adjustment(0.26, new DateOnly(2026, 11, 1)), Adjustment(-0.01, new DateOnly(2026, 11, 2))]);
        AssertRestricted.Whole(92, target.Days);
        Assert.Equal([1, 2, 3], target.Adjustments.Select(adjustment => adjustment.On.Day));
    }

    [Fact]
    public void Without_an_adjustment_the_computed_days_are_the_target() => AssertRestricted.Whole(92, TargetDecision.Fix("cobalt", Days, []).Days);

    [Fact]
    public void No_target_is_fixed_on_a_partial_result()
    {
        ComputedDays partial = FactorsToDays.Compute(Given.Factors(0.62, 0.35, 0.70, 0.85, null), Given.Sample);
        RefusedException fault = Assert.Throws<RefusedException>(() => TargetDecision.Fix("cobalt", partial, []));
        Assert.DoesNotMatch("[0-9]", fault.Message);
    }

    [Theory]
    [InlineData(ResultStatus.Partial)]
    [InlineData(ResultStatus.Insufficient)]
    public void No_target_is_fixed_on_a_factor_that_is_itself_not_whole(ResultStatus status)
    {
        ComputedDays days = FactorsToDays.Compute(Given.Assessed(last => last with { Status = status }), Given.Sample);
        AssertRestricted.Near(91.74, days.Days);
        Assert.Equal(ResultStatus.Partial, days.Status);
        RefusedException fault = Assert.Throws<RefusedException>(() => TargetDecision.Fix("cobalt", days, []));
        Assert.DoesNotMatch("[0-9]", fault.Message);
    }

    [Fact]
    public void No_target_is_fixed_on_illustrative_factors()
    {
        ComputedDays days = FactorsToDays.Compute(Given.Assessed(last => last with { Illustrative = true }), Given.Sample);
        Assert.Equal((true, ResultStatus.Ok), (days.IsIllustrative, days.Status));
        RefusedException fault = Assert.Throws<RefusedException>(() => TargetDecision.Fix("cobalt", days, []));
        Assert.Contains("illustrative", fault.Fault.Found, StringComparison.Ordinal);
        Assert.DoesNotMatch("[0-9]", fault.Message);
    }

    [Fact]
    public void A_target_is_fixed_on_five_whole_factors_of_real_input()
    {
        ComputedDays days = FactorsToDays.Compute(Given.Assessed(last => last), Given.Sample);
        Assert.False(days.IsIllustrative);
        AssertRestricted.Whole(92, TargetDecision.Fix("cobalt", days, []).Days);
    }

    [Fact]
    public void An_adjustment_without_reason_author_or_date_is_refused()
    {
        DateOnly day = new(2026, 11, 1);
        Assert.Equal("reason", Assert.Throws<RefusedException>(() => new PolicyAdjustment(new Restricted<double>(5), "office", day, " ")).Fault.Place);
        Assert.Equal("author", Assert.Throws<RefusedException>(() => new PolicyAdjustment(new Restricted<double>(5), "", day, "reason")).Fault.Place);
        Assert.Equal("date", Assert.Throws<RefusedException>(() => new PolicyAdjustment(new Restricted<double>(5), "office", default, "reason")).Fault.Place);
    }

    [Fact]
    public void Adjustments_below_nothing_are_refused_without_the_days()
    {
        RefusedException fault = Assert.Throws<RefusedException>(() => TargetDecision.Fix("cobalt", Days, [Adjustment(-100, new DateOnly(2026, 11, 1))]));
        Assert.DoesNotContain("100", fault.Message, StringComparison.Ordinal);
    }

    private static PolicyAdjustment Adjustment(double days, DateOnly on) => new(new Restricted<double>(days), "office", on, "decided by the committee");
}
