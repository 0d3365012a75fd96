using Pipeline.Indicators.ImportStability;

namespace Pipeline.Indicators.Tests.ImportStability;

[Trait("Clause", "4.4")]
public sealed class MissingWeightTests
{
    private static readonly WeighedRow[] Peers = [new(100, 1000), new(50, 600), new(0, 160)];

    [Fact]
    public void A_value_without_weight_is_weighed_at_the_mean_value_of_the_others() =>
        Assert.Equal(15, MissingWeight.Estimate(160, null, Peers)!.Value, 1e-6);

    [Fact]
    [Trait("Clause", "14")]
    public void The_estimate_is_never_more_than_one_unit_of_the_code() => Assert.Equal(1, MissingWeight.Estimate(160, 1, Peers)!.Value, 1e-6);

    [Fact]
    [Trait("Clause", "14")]
    public void The_code_is_asked_first_then_its_heading_then_its_stage()
    {
        WeighedRow[] nobody = [new(0, 5)];
        WeighedRow[] heading = [new(2, 4)];
        WeighedRow[] stage = [new(1, 10)];
        Assert.Equal(4, MissingWeight.Estimate(8, null, nobody, heading, stage)!.Value, 1e-6);
        Assert.Equal(0.8, MissingWeight.Estimate(8, null, nobody, nobody, stage)!.Value, 1e-6);
        Assert.Null(MissingWeight.Estimate(8, null, nobody, nobody, nobody));
    }

    [Fact]
    public void The_unweighed_share_of_value_decides_the_basis() => Assert.Equal(160.0 / 1760, MissingWeight.ValueShare(Peers), 1e-9);
}
