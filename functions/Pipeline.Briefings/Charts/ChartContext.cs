using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Numbers;
using Pipeline.Domain;

namespace Pipeline.Briefings.Charts;

/// <summary>Width of a text as it will be set, in points.</summary>
/// <param name="text">Characters.</param>
/// <param name="size">Size in points.</param>
/// <param name="weight">Face.</param>
public delegate double TextMeasure(string text, double size, FontWeight weight);

/// <summary>Measures that need no typeface.</summary>
public static class TextMeasures
{
    /// <summary>A cautious estimate: a full square for Japanese, 0.68 of one for other characters.</summary>
    public static double Estimate(string text, double size, FontWeight weight)
    {
        ArgumentNullException.ThrowIfNull(text);
        return size * text.EnumerateRunes().Sum(rune => rune.Value >= 0x2E80 ? 1.0 : 0.68);
    }
}

/// <summary>What every chart needs to place and to word its labels.</summary>
/// <param name="Language">Language of the labels.</param>
/// <param name="Measure">Widths of texts.</param>
public sealed record ChartContext(Language Language, TextMeasure Measure)
{
    /// <summary>Writes a figure of the mineral; in a briefing it looks the value up through its address, elsewhere it only words it.</summary>
    public FigureWriter Write { get; init; } = FigureWriters.Plain;

    internal double Width(string text, double size, FontWeight weight = FontWeight.Regular) => Measure(text, size, weight);
}

/// <summary>A chart with the words for those who cannot see it.</summary>
/// <param name="Drawing">Shapes of the chart.</param>
/// <param name="AlternativeText">What the chart shows, and its values.</param>
public sealed record Chart(Drawing Drawing, string AlternativeText);
