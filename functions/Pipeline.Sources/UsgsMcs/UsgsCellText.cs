using System.Globalization;
using System.Text.RegularExpressions;
using Pipeline.Domain;

namespace Pipeline.Sources.UsgsMcs;

/// <summary>
/// Reads a printed cell: numbers with or without thousands separators, bounds, ranges, traces, and the signs W (withheld), NA (not
/// available), XX (not applicable), E (net exporter) and the dash (zero). Words such as "Large" are kept as text without a value.
/// </summary>
internal static partial class UsgsCellText
{
    /// <summary>Value of a cell in its own unit, or none when the text is no form that the publisher uses.</summary>
    /// <param name="text">The cell without blanks at its ends.</param>
    /// <param name="notes">Notes of the cell; they explain the sign <c>s</c>.</param>
    /// <param name="isPercent">True for percentages, which end at 100.</param>
    /// <param name="isEstimated">True when the publisher marks the figure as an estimate.</param>
    public static UsgsCellValue? Read(string text, string notes, bool isPercent, bool isEstimated)
    {
        switch (text)
        {
            case "":
            case "NA" or "na" or "…" or "...":
                return new(PublishedValue.NotCollected(text));
            case "W":
                return new(PublishedValue.Withheld(text));
            case "XX" or "xx":
                return new(PublishedValue.NotApplicable(text));
            case "—" or "–" or "-" or "--":
                return new(PublishedValue.Zero(text));
            case "E" when isPercent:
                return new(PublishedValue.AtMost(0, text));
            case "s" when notes.Contains("½ unit", StringComparison.Ordinal):
                return new(PublishedValue.Trace(0.5, text));
            case "s" or "Large" or "Small" or "Moderate":
                return new(PublishedValue.NotCollected(text), FlagOf(notes));
            default:
                return Phrase(text) ?? Figure(text, isPercent, isEstimated);
        }
    }

    private static UsgsCellValue? Phrase(string text) => text switch
    {
        _ when HalfUnit().IsMatch(text) => new(PublishedValue.Trace(0.5, text)),
        _ when LessThan().Match(text) is { Success: true } match && Number(match.Groups["bound"].Value) is { } bound => new(PublishedValue.Between(0, bound, text)),
        _ when text.StartsWith("Included ", StringComparison.OrdinalIgnoreCase) || text.Contains("included with", StringComparison.OrdinalIgnoreCase) =>
            new(PublishedValue.NotCollected(text), FlagOf(text)),
        _ => null,
    };

    private static UsgsCellValue? Figure(string text, bool isPercent, bool isEstimated)
    {
        string figure = isPercent ? text.TrimEnd('%') : text;
        if (figure.Length > 1 && figure[0] is '>' or '<' && Number(figure[1..].Trim()) is { } bound)
        {
            return new(figure[0] == '<'
                ? PublishedValue.Between(0, bound, text)
                : isPercent ? PublishedValue.Between(bound, 100, text) : PublishedValue.AtLeast(bound, text));
        }

        if (Range().Match(figure) is { Success: true } range
            && Number(range.Groups["low"].Value) is { } low && Number(range.Groups["high"].Value) is { } high && low <= high)
        {
            return new(PublishedValue.Range(low, high, text));
        }

        return Number(figure) switch
        {
            null => null,
            0 => new(PublishedValue.Zero(text)),
            { } value when isEstimated => new(PublishedValue.Estimated(value, text)),
            { } value => new(PublishedValue.Reported(value, text)),
        };
    }

    /// <summary>What a word in place of a figure means for the total.</summary>
    private static string FlagOf(string text) => text switch
    {
        _ when text.Contains("Included in", StringComparison.OrdinalIgnoreCase) => "includedInTotal",
        _ when text.Contains("included with", StringComparison.OrdinalIgnoreCase) => "includedElsewhere",
        _ => "word",
    };

    private static double? Number(string text) =>
        Digits().IsMatch(text) && double.TryParse(
            text.Replace('\u2212', '-'), NumberStyles.AllowLeadingSign | NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture, out double value)
            ? value
            : null;

    [GeneratedRegex(@"^[\u2212-]?([0-9]+|[0-9]{1,3}(,[0-9]{3})+)?(\.[0-9]+)?(?<=[0-9])$")]
    private static partial Regex Digits();

    [GeneratedRegex(@"^less than (½|1/2) unit\.?$", RegexOptions.IgnoreCase)]
    private static partial Regex HalfUnit();

    [GeneratedRegex(@"^less than (?<bound>[0-9,]+)( (metric )?tons)?\.?$", RegexOptions.IgnoreCase)]
    private static partial Regex LessThan();

    [GeneratedRegex(@"^(?<low>[0-9][0-9,.]*) ?[–-] ?(?<high>[0-9][0-9,.]*)$")]
    private static partial Regex Range();
}

/// <summary>What a cell says, with a mark where it says it in words.</summary>
/// <param name="Value">The value in the cell's own unit.</param>
/// <param name="Flag"><c>word</c>, <c>includedInTotal</c>, <c>includedElsewhere</c>, or none.</param>
internal sealed record UsgsCellValue(PublishedValue Value, string? Flag = null);
