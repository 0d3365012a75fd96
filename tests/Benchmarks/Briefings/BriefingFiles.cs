using Pipeline.Briefings;
using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Pdf;
using Pipeline.Briefings.Pdf.Fonts;
using Pipeline.Domain;
using static System.FormattableString;

namespace Pipeline.Benchmarks.Briefings;

/// <summary>All briefings of the starter feeds, composed.</summary>
internal static class BriefingFiles
{
    /// <summary>The typeface that comes with the briefings.</summary>
    public static FontFamily Fonts { get; } = FontFamily.LoadFrom(Path.Combine(AppContext.BaseDirectory, "fonts"));

    /// <summary>Reads and composes every briefing in both languages.</summary>
    public static IReadOnlyList<(string Name, Func<Document> Compose)> All(StoredAssessments stored) =>
    [
        .. stored.Files.Keys.Order(StringComparer.Ordinal).SelectMany(mineral => new[] { Language.Japanese, Language.English }.Select(language => (
            Invariant($"{mineral}.{(language == Language.Japanese ? "ja" : "en")}"),
            (Func<Document>)(() => MineralBriefing.Compose(stored.Read(mineral), stored.Context, language))))),
    ];

    /// <summary>Writes every briefing into a folder, to look at pages without a refresh.</summary>
    public static async Task WriteAsync(string folder)
    {
        StoredAssessments stored = await StoredAssessments.LoadAsync(Fonts.Measure);
        PdfRenderer renderer = new(Fonts);
        Directory.CreateDirectory(folder);
        foreach ((string name, Func<Document> compose) in All(stored))
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, name + ".pdf"), renderer.Render(compose()));
        }
    }
}
