using Pipeline.Domain;
using Pipeline.Indicators.PriceFluctuation;

namespace Pipeline.Indicators.Tests.PriceFluctuation;

[Trait("Clause", "4.5")]
public sealed class VolatilityTests
{
    [Theory]
    [InlineData(new[] { 100, 110, 99, 104.5, 95 }, 0.1025254650, 0.3551586289, 0.5919310481, 0.1474926254)]
    [InlineData(new double[] { 100, 104, 98, 101, 107, 103, 99, 105, 110, 106, 101, 103, 100 }, 0.0456474802, 0.1581275099, 0.2635458498, 0.1166791324)]
    public void Monthly_prices_give_the_printed_volatility_score_and_range(double[] prices, double deviation, double sigma, double score, double range)
    {
        VolatilityFigure figure = Volatility.Compute(Places(prices), 12)!;
        Assert.Equal(deviation, figure.SampleDeviation, 1e-6);
        Assert.Equal(sigma, figure.Sigma, 1e-9);
        Assert.Equal(score, Volatility.Score(figure.Sigma, 0.60), 1e-9);
        Assert.Equal(range, figure.RelativeRange, 1e-9);
    }

    [Fact]
    public void A_missing_month_forms_no_return()
    {
        PlacedPrice[] prices = [new(0, 100), new(1, 110), new(3, 104.5), new(4, 95)];
        Assert.Equal([Math.Log(1.1), Math.Log(95 / 104.5)], Volatility.Returns(prices).Select(change => change.Value));
    }

    [Fact]
    public void A_constant_price_does_not_fluctuate() => Assert.Equal(0, Volatility.Compute(Places([5, 5, 5, 5]), 12)!.Sigma);

    [Theory]
    [InlineData(0)]
    [InlineData(-76)]
    public void A_price_of_zero_or_below_is_an_error(double price) =>
        Assert.Throws<ImplausibleValueException>(() => Volatility.Compute(Places([5, price, 5, 5]), 12));

    [Fact]
    public void Annual_changes_are_not_multiplied_by_the_root_of_twelve()
    {
        VolatilityFigure figure = Volatility.Compute(Places([100, 110, 99, 104.5, 95]), 1)!;
        Assert.Equal(0.1025254650, figure.Sigma, 1e-9);
    }

    [Fact]
    public void The_score_stops_at_one() => Assert.Equal(1, Volatility.Score(0.9, 0.60));

    private static PlacedPrice[] Places(double[] prices) => [.. prices.Select((price, place) => new PlacedPrice(place, price))];
}
