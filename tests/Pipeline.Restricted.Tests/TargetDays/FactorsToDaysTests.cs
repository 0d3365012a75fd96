using Pipeline.Domain;
using Pipeline.Restricted.Tests.Support;

namespace Pipeline.Restricted.Tests.TargetDays;

[Trait("Clause", "6.6")]
public sealed class FactorsToDaysTests
{
    [Fact]
    public void Each_factor_has_its_part_and_the_sum_is_rounded_once()
    {
        ComputedDays days = Compute(0.62, 0.35, 0.70, 0.85, 0.75);
        AssertRestricted.Parts([8.64, -2.70, 7.20, 12.60, 6.00], days.Parts);
        AssertRestricted.Near(91.74, days.Days);
        AssertRestricted.Near(91.74, days.Low);
        AssertRestricted.Near(91.74, days.High);
        AssertRestricted.Whole(92, days.Shown);
        Assert.Equal(ResultStatus.Ok, days.Status);
    }

    [Fact]
    public void A_missing_factor_adds_nothing_and_opens_the_interval()
    {
        ComputedDays days = Compute(0.62, 0.35, 0.70, 0.85, null);
        AssertRestricted.Near(85.74, days.Days);
        AssertRestricted.Near(82.74, days.Low);
        AssertRestricted.Near(97.74, days.High);
        Assert.Equal(ResultStatus.Partial, days.Status);
        Assert.Equal([true, true, true, true, false], days.Parts.Select(part => part.IsKnown));
    }

    [Fact]
    public void Neutral_factors_leave_the_base() => AssertRestricted.Near(60, Compute(0.5, 0.5, 0.5, 0.5, 0.5).Days);

    [Fact]
    public void The_highest_factors_give_the_upper_end_of_the_range() => AssertRestricted.Near(180, Compute(1, 1, 1, 1, 1).Days);

    [Fact]
    public void The_lowest_factors_give_the_lower_end_of_the_range() => AssertRestricted.Near(30, Compute(0, 0, 0, 0, 0).Days);

    [Fact]
    public void Without_any_factor_the_interval_is_the_whole_range()
    {
        ComputedDays days = FactorsToDays.Compute(new MineralAssessment("cobalt", []), Given.Sample);
        AssertRestricted.Near(30, days.Low);
        AssertRestricted.Near(180, days.High);
        Assert.Equal(ResultStatus.Partial, days.Status);
    }

    [Fact]
    public void The_factors_of_an_assessment_are_taken_by_name_in_whatever_order()
    {
        double[] scores = [0.62, 0.35, 0.70, 0.85, 0.75];
        IndicatorResult[] results = [.. IndicatorId.Factors.Zip(scores).Reverse().Select(pair =>
            new IndicatorResult(pair.First, "cobalt", Stage.Trade, ResultStatus.Ok, "1") { Value = pair.Second })];
        AssertRestricted.Near(91.74, FactorsToDays.Compute(new MineralAssessment("cobalt", results), Given.Sample).Days);
    }

    [Fact]
    public void A_factor_outside_its_scale_is_refused_without_being_repeated()
    {
        ImplausibleValueException fault = Assert.Throws<ImplausibleValueException>(() => Compute(1.25, 0.5, 0.5, 0.5, 0.5));
        Assert.DoesNotContain("1.25", fault.Message, StringComparison.Ordinal);
        Assert.Throws<ImplausibleValueException>(() => Compute(0.5, double.NaN, 0.5, 0.5, 0.5));
    }

    [Fact]
    public void Days_of_sample_parameters_are_marked_synthetic() => Assert.True(Compute(0.5, 0.5, 0.5, 0.5, 0.5).IsSynthetic);

    private static ComputedDays Compute(params double?[] scores) => FactorsToDays.Compute(Given.Factors(scores), Given.Sample);
}
