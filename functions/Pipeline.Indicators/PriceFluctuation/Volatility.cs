using Pipeline.Domain;
using static System.FormattableString;

namespace Pipeline.Indicators.PriceFluctuation;

/// <summary>A price at one place of an equally spaced series; places that are missing are left out.</summary>
/// <param name="Place">Number of the month or year, so that neighbours differ by 1.</param>
/// <param name="Price">Nominal US dollars, above 0.</param>
internal readonly record struct PlacedPrice(int Place, double Price);

/// <summary>A log change between two neighbouring places.</summary>
internal readonly record struct LogReturn(PlacedPrice From, PlacedPrice To)
{
    /// <summary>ln(pₜ / pₜ₋₁).</summary>
    internal double Value => Math.Log(To.Price / From.Price);
}

/// <summary>Fluctuation of a price.</summary>
/// <param name="Sigma">Volatility per year: sample standard deviation of the log changes, times the root of the places in a year.</param>
/// <param name="SampleDeviation">Sample standard deviation of the log changes.</param>
/// <param name="RelativeRange">(max - min) / mean of the prices, 変動幅 in the literal sense.</param>
/// <param name="Returns">Log changes between neighbours, oldest first.</param>
internal sealed record VolatilityFigure(double Sigma, double SampleDeviation, double RelativeRange, IReadOnlyList<LogReturn> Returns);

/// <summary>価格変動幅: 過去の価格相場における変動率 (S, indicator 5).</summary>
internal static class Volatility
{
    /// <summary>Log changes between neighbouring places; a gap forms none, because a missing price is not filled in.</summary>
    /// <exception cref="ImplausibleValueException">A price is zero or below.</exception>
    internal static IReadOnlyList<LogReturn> Returns(IEnumerable<PlacedPrice> prices)
    {
        PlacedPrice[] ordered = [.. prices.OrderBy(price => price.Place)];
        foreach (PlacedPrice price in ordered.Where(price => !(price.Price > 0)))
        {
            throw new ImplausibleValueException(new Fault(
                "price series",
                Invariant($"place {price.Place}"),
                "a price above 0",
                Invariant($"{price.Price}"),
                "correct the price, or mark it as missing"));
        }

        return [.. ordered.Zip(ordered.Skip(1))
            .Where(pair => pair.Second.Place - pair.First.Place == 1)
            .Select(pair => new LogReturn(pair.First, pair.Second))];
    }

    /// <summary>Fluctuation of the prices, or none with fewer than two log changes.</summary>
    /// <param name="prices">Prices of the window.</param>
    /// <param name="placesPerYear">12 for months, 1 for years.</param>
    internal static VolatilityFigure? Compute(IReadOnlyCollection<PlacedPrice> prices, int placesPerYear)
    {
        IReadOnlyList<LogReturn> returns = Returns(prices);
        if (returns.Count < 2)
        {
            return null;
        }

        double mean = returns.Sum(change => change.Value) / returns.Count;
        double squares = returns.Sum(change => (change.Value - mean) * (change.Value - mean));
        double deviation = Math.Sqrt(squares / (returns.Count - 1));
        double average = prices.Sum(price => price.Price) / prices.Count;
        return new VolatilityFigure(
            deviation * Math.Sqrt(placesPerYear),
            deviation,
            (prices.Max(price => price.Price) - prices.Min(price => price.Price)) / average,
            returns);
    }

    /// <summary>Score of a volatility against the fixed reference.</summary>
    internal static double Score(double sigma, double reference) => Math.Min(sigma / reference, 1);
}
