using Pipeline.Briefings.Numbers;
using Pipeline.Domain;

namespace Pipeline.Briefings;

/// <summary>A rate of self-sufficiency in a cell or at a bar: <c>61.5％</c>, <c>20.0〜35.0％</c>, <c>少なくとも34.1％</c>, or the status.</summary>
internal static class RateText
{
    /// <summary>The words, with every figure written through its address.</summary>
    public static string Of(IndicatorResult? result, Language language, FigureWriter write)
    {
        return result switch
        {
            { Value: { } value } => Words.RateValue.In(language, Written("value", value)),
            { Low: { } low, High: { } high } => Words.RateBetween.In(language, Written("low", low), Written("high", high)),
            { Low: { } low } => Words.RateAtLeast.In(language, Written("low", low)),
            _ => ResultText.Status(result?.Status ?? ResultStatus.Insufficient, language),
        };

        string Written(string figure, double rate) => write(FigurePath.Result(result.Indicator, figure), rate, value => SelfSufficiencySection.Percent(value, result.Unit));
    }
}
