using System.Text.RegularExpressions;
using Pipeline.Domain;
using Pipeline.Sources.Cells;

namespace Pipeline.Sources.UsgsMcs;

/// <summary>
/// Reads a printed cell: the forms of <see cref="PublishedText"/>, and this publisher's own. Words such as "Large" are kept as text without
/// a value.
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
                return new(PublishedValue.NotCollected(text));
            case "s" when notes.Contains("½ unit", StringComparison.Ordinal):
                return new(PublishedValue.Trace(0.5, text));
            case "s" or "Large" or "Small" or "Moderate":
                return new(PublishedValue.NotCollected(text), FlagOf(notes));
            default:
                return Phrase(text) ?? (PublishedText.Read(text, isPercent, isEstimated) is { } value ? new(value) : null);
        }
    }

    private static UsgsCellValue? Phrase(string text) => text switch
    {
        _ when LessThan().Match(text) is { Success: true } match && PublishedText.Number(match.Groups["bound"].Value) is { } bound =>
            new(PublishedValue.Between(0, bound, text)),
        _ when text.StartsWith("Included ", StringComparison.OrdinalIgnoreCase)
            || text.Contains("included with", StringComparison.OrdinalIgnoreCase) => new(PublishedValue.NotCollected(text), FlagOf(text)),
        _ => null,
    };

    /// <summary>What a word in place of a figure means for the total.</summary>
    private static string FlagOf(string text) => text switch
    {
        _ when text.Contains("Included in", StringComparison.OrdinalIgnoreCase) => "includedInTotal",
        _ when text.Contains("included with", StringComparison.OrdinalIgnoreCase) => "includedElsewhere",
        _ => "word",
    };

    [GeneratedRegex(@"^less than (?<bound>[0-9,]+)( (metric )?tons)?\.?$", RegexOptions.IgnoreCase)]
    private static partial Regex LessThan();
}

/// <summary>What a cell says, with a mark where it says it in words.</summary>
/// <param name="Value">The value in the cell's own unit.</param>
/// <param name="Flag"><c>word</c>, <c>includedInTotal</c>, <c>includedElsewhere</c>, or none.</param>
internal sealed record UsgsCellValue(PublishedValue Value, string? Flag = null);
