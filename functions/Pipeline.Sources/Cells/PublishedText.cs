using System.Globalization;
using System.Text.RegularExpressions;
using Pipeline.Domain;

namespace Pipeline.Sources.Cells;

/// <summary>
/// Reads a printed figure (indicators, section 2): numbers with or without thousands separators, bounds, ranges, traces, and the signs
/// W (withheld), NA (not available), XX (not applicable), E (net exporter, percentages only) and the dash (zero).
/// </summary>
internal static partial class PublishedText
{
    /// <summary>What the text may be, for messages.</summary>
    public const string Expected = "a number such as 1,234 or 1,234e (estimated), >50, <25, 140–575, -, W, NA or XX";

    /// <summary>Value of a cell in its own unit, or none when the text has none of the forms; an empty text has none.</summary>
    /// <param name="text">The cell without blanks at its ends.</param>
    /// <param name="isPercent">True for percentages, which end at 100.</param>
    /// <param name="isEstimated">True when the publisher marks the figure as an estimate.</param>
    public static PublishedValue? Read(string text, bool isPercent, bool isEstimated)
    {
        switch (text)
        {
            case "NA" or "na" or "…" or "...":
                return PublishedValue.NotCollected(text);
            case "W":
                return PublishedValue.Withheld(text);
            case "XX" or "xx":
                return PublishedValue.NotApplicable(text);
            case "—" or "–" or "-" or "--":
                return PublishedValue.Zero(text);
            case "E" when isPercent:
                return PublishedValue.AtMost(0, text);
            default:
                return HalfUnit().IsMatch(text) ? PublishedValue.Trace(0.5, text) : Figure(text, isPercent, isEstimated);
        }
    }

    /// <summary>As <see cref="Read"/>, where the cell itself marks an estimate by an <c>e</c> behind the number: <c>1,200e</c>.</summary>
    /// <param name="text">The cell without blanks at its ends.</param>
    public static PublishedValue? ReadMarked(string text) =>
        text.Length > 1 && text[^1] == 'e' && Number(text[..^1].TrimEnd()) is { } number
            ? number == 0 ? PublishedValue.Zero(text) : PublishedValue.Estimated(number, text)
            : Read(text, isPercent: false, isEstimated: false);

    /// <summary>A plain number with or without thousands separators, or none.</summary>
    public static double? Number(string text) =>
        Digits().IsMatch(text) && double.TryParse(
            text.Replace('\u2212', '-'), NumberStyles.AllowLeadingSign | NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture, out double value)
            ? value
            : null;

    private static PublishedValue? Figure(string text, bool isPercent, bool isEstimated)
    {
        string figure = isPercent ? text.TrimEnd('%') : text;
        if (figure.Length > 1 && figure[0] is '>' or '<' && Number(figure[1..].Trim()) is { } bound)
        {
            return figure[0] == '<'
                ? PublishedValue.Between(0, bound, text)
                : isPercent ? PublishedValue.Between(bound, 100, text) : PublishedValue.AtLeast(bound, text);
        }

        if (Range().Match(figure) is { Success: true } range
            && Number(range.Groups["low"].Value) is { } low && Number(range.Groups["high"].Value) is { } high && low <= high)
        {
            return PublishedValue.Range(low, high, text);
        }

        return Number(figure) switch
        {
            null => null,
            0 => PublishedValue.Zero(text),
            { } value when isEstimated => PublishedValue.Estimated(value, text),
            { } value => PublishedValue.Reported(value, text),
        };
    }

    [GeneratedRegex(@"^[\u2212-]?([0-9]+|[0-9]{1,3}(,[0-9]{3})+)?(\.[0-9]+)?(?<=[0-9])$")]
    private static partial Regex Digits();

    [GeneratedRegex(@"^less than (½|1/2) unit\.?$", RegexOptions.IgnoreCase)]
    private static partial Regex HalfUnit();

    [GeneratedRegex(@"^(?<low>[0-9][0-9,.]*) ?[–-] ?(?<high>[0-9][0-9,.]*)$")]
    private static partial Regex Range();
}
