using System.Globalization;

namespace Pipeline.Briefings.Tests.Acceptance;

/// <summary>
/// Pictures of pages that a person has looked at, against which pages are compared. Kept are 40 pixels an inch in 32 steps of grey, of the
/// pages up to the one where the last section begins: sources and notes are plain text, and name the files of the data by their hashes.
/// A page differs when the mean of its pixels is off by more than <see cref="MeanTolerance"/>, or when the mean grey of any field of
/// eight by eight pixels (14 points square) is off by more than <see cref="FieldTolerance"/>: edges may be smoothed otherwise by another
/// poppler, but a bar, a line of text or a tint that changed shows in its field.
/// </summary>
internal static class GoldenPages
{
    /// <summary>Mean difference of all pixels of a page, in 256 steps of grey.</summary>
    public const double MeanTolerance = 0.5;

    /// <summary>Difference of the mean grey of a field, in 256 steps: a little more than one step that is kept.</summary>
    public const double FieldTolerance = 9;

    private const int Resolution = 40;
    private const int Field = 8;
    private const int Step = 8;

    /// <summary>Pages of a file as they are kept.</summary>
    public static IReadOnlyList<GreyImage> Of(string pdf)
    {
        var last = new RenderedPdf(pdf).Structure.Root.All.LastOrDefault(element => element.Role == "H1")?.FirstPage;
        return [.. GreyImage.PagesOf(pdf, Resolution).Take(last ?? int.MaxValue).Select(Coarse)];
    }

    /// <summary>Keeps the pages of a file, in place of those kept before.</summary>
    /// <param name="pdf">File.</param>
    /// <param name="folder">Folder of the pictures.</param>
    /// <param name="name">Name of the document.</param>
    public static void Keep(string pdf, string folder, string name)
    {
        Directory.CreateDirectory(folder);
        foreach (var old in Kept(folder, name)) File.Delete(old);
        var pages = Of(pdf);
        for (var i = 0; i < pages.Count; i++) File.WriteAllBytes(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{name}-{i + 1:00}.png")), GreyPng.Write(pages[i]));
    }

    /// <summary>How the pages of a file differ from those kept; nothing when they are the same.</summary>
    /// <inheritdoc cref="Keep"/>
    public static IReadOnlyList<string> Differences(string pdf, string folder, string name)
    {
        var (pages, kept) = (Of(pdf), Kept(folder, name));
        if (pages.Count != kept.Count) return [$"{name} has {pages.Count} pages, not {kept.Count}"];
        return [.. pages.Zip(kept).Select(pair => (File: Path.GetFileName(pair.Second), Difference: Difference(pair.First, GreyPng.Read(pair.Second))))
            .Where(page => page.Difference is not null).Select(page => $"{page.File}: {page.Difference}")];
    }

    /// <summary>How a page differs from another, or none.</summary>
    public static string? Difference(GreyImage page, GreyImage kept)
    {
        if ((page.Width, page.Height) != (kept.Width, kept.Height)) return $"{page.Width} by {page.Height} pixels, not {kept.Width} by {kept.Height}";
        var mean = page.Pixels.Zip(kept.Pixels, (a, b) => (double)Math.Abs(a - b)).Average();
        var fields = new List<(double Off, int X, int Y)>();
        for (var y = 0; y < page.Height; y += Field)
            for (var x = 0; x < page.Width; x += Field)
                fields.Add((Math.Abs(MeanOf(page, x, y) - MeanOf(kept, x, y)), x, y));
        var worst = fields.Max();
        return mean <= MeanTolerance && worst.Off <= FieldTolerance
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"off by {mean:0.00} on the mean, {fields.Count(field => field.Off > FieldTolerance)} fields differ, most by {worst.Off:0} at {worst.X * 72 / Resolution}, {worst.Y * 72 / Resolution} points");
    }

    /// <summary>The steps of grey that are kept.</summary>
    public static GreyImage Coarse(GreyImage page) => page with { Pixels = [.. page.Pixels.Select(pixel => (byte)Math.Min(255, (pixel + (Step / 2)) / Step * Step))] };

    private static IReadOnlyList<string> Kept(string folder, string name) =>
        Directory.Exists(folder) ? [.. Directory.GetFiles(folder, name + "-??.png").Order(StringComparer.Ordinal)] : [];

    private static double MeanOf(GreyImage page, int left, int top)
    {
        var (sum, count) = (0, 0);
        for (var y = top; y < Math.Min(top + Field, page.Height); y++)
            for (var x = left; x < Math.Min(left + Field, page.Width); x++)
                (sum, count) = (sum + page.Pixels[(y * page.Width) + x], count + 1);
        return sum / (double)count;
    }
}
