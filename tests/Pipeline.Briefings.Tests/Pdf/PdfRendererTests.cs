using System.Text.Json;
using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Pdf.Fonts;
using Pipeline.Briefings.Pdf.Layout;
using Pipeline.Briefings.Pdf.Writer;
using Pipeline.Briefings.Tests.Acceptance;

namespace Pipeline.Briefings.Tests.Pdf;

public class PdfRendererTests
{
    [Fact]
    public void A_missing_glyph_stops_the_document_and_is_named() =>
        Assert.Equal(0x2082, Assert.Throws<MissingGlyphException>(() => Render(Samples.Paragraph(new Run("CO₂")))).CodePoint);

    [Fact]
    public void A_missing_glyph_in_a_chart_stops_the_document() =>
        Assert.Throws<MissingGlyphException>(() => Render(Chart(100, 100, new Label(0, 10, "Li₂", 8, Colour.Ink))));

    [Fact]
    public void A_link_to_an_unknown_anchor_is_refused()
    {
        var error = Assert.Throws<LinkTargetException>(() =>
            Render(new Section("1", 1, "notes", [Samples.Paragraph(new Run("注", Link: "#sources"))])));
        Assert.Equal("#sources", error.Target);
        Assert.Contains("notes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_can_lead_to_a_paragraph_on_another_page()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, Samples.Renderer.Render(Samples.With(
                Samples.Paragraph(new Run("注1", Link: "#note-1")), new PageBreak(), Samples.Paragraph(new Run("出典")) with { Anchor = "note-1" })));
            using var file = JsonDocument.Parse(Tool.OutputOf("qpdf", "--json=2", path));
            var link = file.RootElement.GetProperty("qpdf")[1].EnumerateObject().Select(entry => entry.Value)
                .Where(entry => entry.TryGetProperty("value", out var value) && value.ValueKind == JsonValueKind.Object
                    && value.TryGetProperty("/Subtype", out var kind) && kind.GetString() == "/Link").Select(entry => entry.GetProperty("value"));
            Assert.Equal(
                file.RootElement.GetProperty("pages")[1].GetProperty("object").GetString(), Assert.Single(link).GetProperty("/Dest")[0].GetString());
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData("sources")]
    [InlineData("www.example.org")]
    [InlineData("file:///a")]
    [InlineData("https://例え.jp/")]
    public void A_link_that_is_neither_anchor_nor_address_is_refused(string link) =>
        Assert.Equal(link, Assert.Throws<LinkTargetException>(() => Render(Samples.Paragraph(new Run("x", Link: link)))).Target);

    [Fact]
    public void Two_sections_cannot_share_an_anchor() => Assert.Throws<LinkTargetException>(() => Render(
        new Section("1", 1, "notes", [Samples.Paragraph(new Run("一"))]), new Section("2", 1, "notes", [Samples.Paragraph(new Run("二"))])));

    [Fact]
    public void A_block_larger_than_a_page_is_named_with_its_section()
    {
        var error = Assert.Throws<BlockDoesNotFitException>(() => Render(
            new Section("1  概要", 1, null, [Samples.Paragraph(new Run("一")), new Section("1.2  図", 2, null, [Chart(100, 720)])])));
        Assert.Equal("1.2  図", error.Section);
        Assert.Contains("図1", error.Block, StringComparison.Ordinal);
    }

    [Fact]
    public void A_running_header_longer_than_its_line_is_refused() => Assert.Throws<BlockDoesNotFitException>(() =>
        Samples.Renderer.Render(Samples.English with { Header = new string('M', 100) }));

    [Fact]
    public void Half_a_surrogate_pair_is_a_missing_glyph() =>
        Assert.Throws<MissingGlyphException>(() => Render(Samples.Paragraph(new Run("鉱\uD842石"))));

    [Fact]
    public void A_chart_wider_than_the_text_is_refused() =>
        Assert.Throws<BlockDoesNotFitException>(() => Render(new Section("1", 1, null, [Chart(494, 100)])));

    [Fact]
    public void A_row_of_a_table_has_a_cell_a_column() => Assert.Throws<ArgumentException>(() =>
        Render(new Table([new("a", 1), new("b", 1)], [new TableRow([new TableCell([new Run("1")])])])));

    [Fact]
    public void A_heading_of_a_third_level_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Render(new Section("1.1.1", 3, null, [Samples.Paragraph(new Run("一"))])));

    [Fact]
    public void Nothing_is_written_when_the_document_has_a_fault()
    {
        using var stream = new MemoryStream();
        Assert.Throws<LinkTargetException>(() => Samples.Renderer.Render(Samples.With(Samples.Paragraph(new Run("x", Link: "#none"))), stream));
        Assert.Equal(0, stream.Length);
    }

    [Fact]
    public void The_stream_gets_the_same_bytes_and_stays_open()
    {
        using var stream = new MemoryStream();
        Samples.Renderer.Render(Samples.English, stream);
        Assert.Equal(Samples.Renderer.Render(Samples.English), stream.ToArray());
        Assert.True(stream.CanWrite);
    }

    [Fact]
    public void A_briefing_of_some_pages_stays_below_150_kibibytes() => Assert.InRange(Samples.Renderer.Render(Samples.Japanese).Length, 1, 150 * 1024);

    private static void Render(params Block[] body) => Samples.Renderer.Render(Samples.With(body));

    private static Figure Chart(double width, double height, params Shape[] shapes) =>
        new(new Drawing(width, height, shapes), "図", new TextBlock([new Run("図1  試験")], TextStyle.Caption));
}
