using System.Globalization;

namespace Pipeline.Indicators.ScenarioDemand;

/// <summary>Tonnes as the policy paper prints them.</summary>
public static class PrintedTonnes
{
    /// <summary>From ten thousand tonnes on in 万t with one decimal (8.3万t), below in whole tonnes (7,150t); a half is rounded away from zero.</summary>
    /// <param name="tonnes">Tonnes, 0 or more.</param>
    public static string Japanese(double tonnes)
    {
        decimal amount = (decimal)tonnes;
        return amount >= 10_000
            ? Math.Round(amount / 10_000, 1, MidpointRounding.AwayFromZero).ToString("#,0.0", CultureInfo.InvariantCulture) + "万t"
            : Math.Round(amount, 0, MidpointRounding.AwayFromZero).ToString("#,0", CultureInfo.InvariantCulture) + "t";
    }
}
