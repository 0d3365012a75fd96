using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Tests.Pdf;

namespace Pipeline.Briefings.Tests.Acceptance;

/// <summary>The comparison with kept pages finds what a reader would see, and nothing else.</summary>
public sealed class GoldenPageTests : IDisposable
{
    private static readonly Colour Blue = new(0x2F, 0x7D, 0xB8), Pale = new(0xF8, 0xEF, 0xD9), Darker = new(0xF6, 0xDD, 0xC6);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("golden-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void A_page_is_the_same_as_itself_kept_and_read_again()
    {
        var file = Write(Page(60, Pale, "銅の輸入"));
        GoldenPages.Keep(file, folder.FullName, "page");
        Assert.Empty(GoldenPages.Differences(file, folder.FullName, "page"));
        Assert.Equal(["other has 1 pages, not 0"], GoldenPages.Differences(file, folder.FullName, "other"));
    }

    [Fact]
    public void A_bar_a_line_of_text_or_a_tint_that_changed_is_found()
    {
        GoldenPages.Keep(Write(Page(60, Pale, "銅の輸入")), folder.FullName, "page");
        Assert.Contains("1 fields differ", Assert.Single(Differences(Page(64, Pale, "銅の輸入"))), StringComparison.Ordinal);
        Assert.Single(Differences(Page(60, Pale, "銅の輸出量")));
        Assert.Single(Differences(Page(60, Pale, "")));
        Assert.Single(Differences(Page(60, Darker, "銅の輸入")));
    }

    [Fact]
    public void Edges_that_are_smoothed_otherwise_are_no_difference()
    {
        var page = GoldenPages.Of(Write(Page(60, Pale, "銅の輸入")))[0];
        // Every fourth pixel of an edge one step lighter: 2 of 256 on the mean of a field.
        var smoothed = page with { Pixels = [.. page.Pixels.Select((pixel, i) => i % 4 == 0 && pixel < 248 ? (byte)(pixel + 8) : pixel)] };
        Assert.Null(GoldenPages.Difference(smoothed, page));
    }

    private IReadOnlyList<string> Differences(Document document) => GoldenPages.Differences(Write(document), folder.FullName, "page");

    private static Document Page(double bar, Colour tint, string words) => Samples.With(
        new Figure(
            new Drawing(400, 200, [new Rect(20, 20, bar, 12, Blue), new Rect(20, 60, 60, 20, tint), new Label(20, 120, words, 9.5, Colour.Ink)]),
            "一本の棒",
            new TextBlock([new Run("図1")], TextStyle.Caption)));

    private string Write(Document document)
    {
        var path = Path.Combine(folder.FullName, "page.pdf");
        File.WriteAllBytes(path, Samples.Renderer.Render(document));
        return path;
    }
}
