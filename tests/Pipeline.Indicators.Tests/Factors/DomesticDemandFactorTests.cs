using Pipeline.Domain;
using Pipeline.Indicators.Factors;
using Pipeline.Indicators.Tests.Support;

namespace Pipeline.Indicators.Tests.Factors;

[Trait("Clause", "6.4")]
public sealed class DomesticDemandFactorTests
{
    [Theory]
    [InlineData(0.35, 0.85)]
    [InlineData(-0.10, 0.40)]
    [InlineData(0, 0.5)]
    [InlineData(0.5, 1)]
    [InlineData(-0.5, 0)]
    [InlineData(2.0, 1)]
    [InlineData(-0.9, 0)]
    public void Growth_is_added_to_the_middle_and_stops_at_the_ends(double growth, double expected)
    {
        IndicatorResult result = AssertEvidence.Recomputes(Of(Growth(growth)));
        Assert.Equal(expected, result.Value!.Value, 1e-9);
        Assert.Equal((result.Value, result.Value), (result.Low, result.High));
        Assert.Equal((ResultStatus.Ok, AccessLabel.Internal, "CY2010/CY2019"), (result.Status, result.Label, result.Period!.Code));
    }

    [Fact]
    public void Without_growth_there_is_no_factor()
    {
        IndicatorResult result = Of(Growth(null));
        Assert.Equal((ResultStatus.Insufficient, null, null, null, "seriesTooShort"), (result.Status, result.Value, result.Low, result.High, result.Reason!.Code));
    }

    [Fact]
    public void The_scale_is_a_parameter()
    {
        IndicatorResult result = AssertEvidence.Recomputes(DomesticDemandFactor.Of("cobalt", Growth(0.2), Given.With("factor4.scale", "2")));
        Assert.Equal(0.9, result.Value!.Value, 1e-9);
    }

    private static IndicatorResult Of(IndicatorResult growth) => DomesticDemandFactor.Of("cobalt", growth, Given.Parameters);

    private static IndicatorResult Growth(double? growth) =>
        new(IndicatorId.ImportGrowth, "cobalt", Stage.Trade, growth is null ? ResultStatus.Insufficient : ResultStatus.Ok, "1")
        {
            Period = new YearSpan(new CalendarYear(2010), new CalendarYear(2019)),
            Value = growth,
            Low = growth,
            High = growth,
            Reason = growth is null ? new Reason("seriesTooShort", []) : null,
            Evidence =
            [
                new EvidenceNode("average", "CY2014", 100, "t") { Symbol = "before", Cells = [Given.Cell("total.csv", 2)] },
                new EvidenceNode("average", "CY2019", growth is null ? null : 100 * (1 + growth), "t") { Symbol = "now", Cells = [Given.Cell("total.csv", 3)] },
            ],
            Formulas = growth is null ? [] : [new("value", "now / before - 1"), new("low", "value"), new("high", "low")],
        };
}
