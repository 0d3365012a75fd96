using System.Globalization;
using Pipeline.Domain;
using Pipeline.Indicators.Parameters;

namespace Pipeline.Indicators.Results;

/// <summary>What every result carries in the same way: the parameters it read, and flags in ordinal order.</summary>
internal static class ResultMarks
{
    /// <summary>The result with its parameters quoted and its flags in order.</summary>
    internal static IndicatorResult Finish(IndicatorResult result, ParameterScope parameters) => result with
    {
        Parameters = parameters.Uses,
        Flags = Ordered(parameters.AnyStale ? result.Flags.Append("staleParameter") : result.Flags),
    };

    /// <summary>Flags once each, in ordinal order.</summary>
    internal static IReadOnlyList<string> Ordered(IEnumerable<string> flags) => [.. flags.Distinct().Order(StringComparer.Ordinal)];

    /// <summary>A share as percent with one decimal, for the arguments of a reason; a half is rounded away from zero.</summary>
    internal static string Percent(double share) =>
        Math.Round((decimal)share * 100, 1, MidpointRounding.AwayFromZero).ToString("0.0", CultureInfo.InvariantCulture);
}
