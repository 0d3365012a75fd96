using System.Globalization;
using Pipeline.Domain;

namespace Pipeline.Sources.Governance;

/// <summary>The rule for one governance estimate.</summary>
internal static class Estimates
{
    /// <summary>
    /// Estimates are in units of a standard normal distribution, about -2.5 to 2.5; the farthest ever published lies near -3.3.
    /// A number beyond this limit is another measure, such as a percentile rank in a shifted column.
    /// </summary>
    public const double Limit = 4;

    /// <summary>Reads a cell: a number (also in exponent form), or empty or <c>#N/A</c> for "not collected". None when it is
    /// neither.</summary>
    public static PublishedValue? Read(string text)
    {
        string cell = text.Trim();
        return cell is "" or "#N/A" ? PublishedValue.NotCollected(cell)
            : double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && Math.Abs(value) <= Limit
                ? PublishedValue.Reported(value, cell)
                : null;
    }

    /// <summary>What a cell must hold, for messages.</summary>
    public const string Expected = "an estimate between -4 and 4, empty or #N/A";
}
