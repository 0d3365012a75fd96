using Pipeline.Briefings.Charts;
using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Pdf.Fonts;
using Pipeline.Domain;

namespace Pipeline.Briefings.Tests.Charts;

/// <summary>The typeface of the briefings, and the boxes that labels take up in it.</summary>
internal static class Typeface
{
    public static FontFamily Fonts { get; } = FontFamily.LoadFrom(Path.Combine(AppContext.BaseDirectory, "fonts"));

    public static ChartContext Context(Language language) => new(language, Fonts.Measure);

    /// <summary>The ink of a label: from the top of capitals and kanji to just below the base line.</summary>
    public static (double Left, double Top, double Right, double Bottom) Box(Label label)
    {
        double width = Fonts.Measure(label.Text, label.Size, label.Weight);
        double left = label.X - (label.Alignment switch { Alignment.Centre => width / 2, Alignment.End => width, _ => 0 });
        return (left, label.Y - (0.80 * label.Size), left + width, label.Y + (0.10 * label.Size));
    }
}
