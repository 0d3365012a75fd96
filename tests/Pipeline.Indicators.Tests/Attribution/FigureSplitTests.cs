using Pipeline.Domain;
using Pipeline.Indicators.Attribution;

namespace Pipeline.Indicators.Tests.Attribution;

/// <summary>A difference is the sum of what each cause moved.</summary>
public sealed class FigureSplitTests
{
    private static readonly Cause[] Legs = [Cause.Method, Cause.Method, Cause.RevisedData, Cause.NewData, Cause.Parameters, Cause.Method];

    [Fact]
    public void Each_leg_belongs_to_its_cause_and_the_parts_add_up()
    {
        FigureSplit split = Split(0.50, 0.51, 0.47, 0.62, 0.60, 0.61)!;

        Assert.Equal(0.11, split.Amount, 1e-12);
        Assert.Equal(-0.04, split.RevisedData!.Value, 1e-12);
        Assert.Equal(0.15, split.NewData!.Value, 1e-12);
        Assert.Equal(-0.02, split.Parameters!.Value, 1e-12);
        // 0.01 from the earlier vintage to the present code, and 0.01 from the present code to the later vintage.
        Assert.Equal(0.02, split.Method!.Value, 1e-12);
        Assert.Empty(split.Joint);
        Assert.Equal(split.Amount, split.Sum, 1e-12);
    }

    [Fact]
    public void A_figure_that_stands_still_has_four_parts_of_zero() =>
        Assert.Equal(new FigureSplit(0, 0, 0, 0, 0, []), Split(0.5, 0.5, 0.5, 0.5, 0.5, 0.5)! with { Joint = [] });

    [Fact]
    public void Where_the_figure_is_missing_in_between_two_causes_are_told_together_and_neither_is_zero()
    {
        FigureSplit split = Split(10, 10, null, 14, 13, 13)!;

        Assert.Null(split.RevisedData);
        Assert.Null(split.NewData);
        Assert.Equal((-1, 0), (split.Parameters, split.Method));
        JointPart joint = Assert.Single(split.Joint);
        Assert.Equal([Cause.NewData, Cause.RevisedData], joint.Causes);
        Assert.Equal(4, joint.Amount);
        Assert.Equal(3, split.Sum);
    }

    [Fact]
    public void A_figure_that_appears_or_vanishes_has_no_difference_to_split()
    {
        Assert.Null(Split(null, null, null, 14, 14, 14));
        Assert.Null(Split(10, 10, null, null, null, null));
    }

    [Fact]
    public void A_station_that_could_not_be_computed_joins_the_legs_around_it()
    {
        Waypoint[] way = Way(1, 1, 1, 1, 3, 3);
        way[4] = way[4] with { Known = false };

        JointPart joint = Assert.Single(FigureSplit.Of(way, result => result.Value)!.Joint);
        Assert.Equal([Cause.Parameters, Cause.Method], joint.Causes);
        Assert.Equal(2, joint.Amount);
    }

    [Fact]
    public void Figures_of_another_unit_are_not_taken_off_each_other()
    {
        Waypoint[] way = Way(1, 1, 1, 1, 3, 3);
        way[0] = way[0] with { Result = way[0].Result! with { Unit = "percent" } };

        Assert.Null(FigureSplit.Of(way, result => result.Value));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Whatever_is_missing_on_the_way_the_parts_add_up(int seed)
    {
        Random random = new(seed);
        for (int turn = 0; turn < 500; turn++)
        {
            double?[] values = [.. Enumerable.Range(0, 6).Select(place => place is 1 or 2 or 3 or 4 && random.Next(3) == 0 ? (double?)null : random.NextDouble() * 1000)];

            FigureSplit split = Split(values)!;

            Assert.Equal(split.Amount, split.Sum, 1e-9);
        }
    }

    private static FigureSplit? Split(params double?[] values) => FigureSplit.Of(Way(values), result => result.Value);

    private static Waypoint[] Way(params double?[] values) => [.. values.Select((value, place) => new Waypoint(
        Legs[place], new IndicatorResult(IndicatorId.ProductionConcentration, "cobalt", Stage.Mine, ResultStatus.Ok, "1") { Value = value }))];
}
