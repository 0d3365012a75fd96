using System.Globalization;
using Pipeline.App.Changes;
using Pipeline.Briefings;
using Pipeline.Domain;

namespace Pipeline.App.Portal;

/// <summary>A difference of two figures with its sign, rounded as the figures are; one that would be printed as nothing is printed with an exponent.</summary>
internal static class DifferenceText
{
    /// <summary>The difference.</summary>
    /// <param name="difference">After less before, not zero.</param>
    /// <param name="unit">Unit of the figures.</param>
    /// <param name="indicator">Indicator whose figures they are.</param>
    /// <param name="voice">Language of the unit.</param>
    public static string Of(double difference, string unit, string indicator, Voice voice)
    {
        (string printed, string sign) = unit switch
        {
            _ when indicator == IndicatorId.ImportGrowth => (DisplayNumber.SignedPercentOfShare(difference), voice.Say(new("ポイント", " percentage points"))),
            "percent" => (DisplayNumber.SignedPercent(difference), voice.Say(new("ポイント", " percentage points"))),
            "t" => ((difference < 0 ? "−" : "+") + DisplayNumber.Tonnes(Math.Abs(difference)), " t"),
            "1" => (DisplayNumber.SignedScore(difference), string.Empty),
            _ => (difference.ToString("+#,0.###;−#,0.###", CultureInfo.InvariantCulture), " " + ResultText.Unit(unit, voice.Language)),
        };
        return printed.AsSpan().IndexOfAnyInRange('1', '9') < 0 || printed.Contains('<', StringComparison.Ordinal) ? StateText.Signed(difference) : printed + sign;
    }
}
