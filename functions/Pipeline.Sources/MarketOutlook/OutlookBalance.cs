using Pipeline.Domain;

namespace Pipeline.Sources.MarketOutlook;

/// <summary>Whether supply less demand is the balance, within what rounding can do to three printed figures.</summary>
internal static class OutlookBalance
{
    /// <summary>Each of three rounded figures may be off by half a unit of its last decimal.</summary>
    private const double RoundingOfThree = 1.5;

    /// <summary>True when the three fit, or when one of them is no single number.</summary>
    /// <param name="supply">Supply.</param>
    /// <param name="demand">Demand.</param>
    /// <param name="balance">Balance, in the same unit.</param>
    public static bool Fits(PublishedValue supply, PublishedValue demand, PublishedValue balance)
    {
        if (supply.Point is not { } plus || demand.Point is not { } minus || balance.Point is not { } rest)
        {
            return true;
        }

        int decimals = new[] { supply, demand, balance }.Min(value => Decimals(value.Text));
        return Math.Abs(plus - minus - rest) <= RoundingOfThree * Math.Pow(10, -decimals) * (1 + 1e-9);
    }

    private static int Decimals(string text)
    {
        int point = text.IndexOf('.', StringComparison.Ordinal);
        return point < 0 ? 0 : text[(point + 1)..].TakeWhile(char.IsAsciiDigit).Count();
    }
}
