using Pipeline.Domain;

namespace Pipeline.Briefings;

/// <summary>Names of the six indicators for narrow places: tiles, the radar, the score table. The Japanese names are short as they stand.</summary>
internal static class ShortName
{
    /// <summary>The short name.</summary>
    /// <exception cref="UnknownCodeException">The indicator is none of the six.</exception>
    public static string Of(string indicator, Language language) => (indicator switch
    {
        IndicatorId.ReserveConcentration => Words.ShortReserves,
        IndicatorId.ProductionConcentration => Words.ShortProduction,
        IndicatorId.ImportStabilityConcentrate => Words.ShortConcentrate,
        IndicatorId.ImportStabilityRefined => Words.ShortRefined,
        IndicatorId.PriceFluctuation => Words.ShortPrice,
        IndicatorId.SecondaryUse => Words.ShortSecondary,
        _ => throw new UnknownCodeException("six indicators", indicator, "one of IndicatorId.Six"),
    }).In(language);
}
