using Pipeline.Briefings.Charts;
using Pipeline.Briefings.Pdf.Fonts;
using Pipeline.Domain;

namespace Pipeline.Briefings.Tests.Charts;

/// <summary>The typeface of the briefings.</summary>
internal static class Typeface
{
    public static FontFamily Fonts { get; } = FontFamily.LoadFrom(Path.Combine(AppContext.BaseDirectory, "fonts"));

    public static ChartContext Context(Language language) => new(language, Fonts.Measure);
}
