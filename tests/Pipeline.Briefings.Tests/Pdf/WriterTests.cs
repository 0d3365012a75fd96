using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Pdf.Layout;
using Pipeline.Briefings.Pdf.Writer;

namespace Pipeline.Briefings.Tests.Pdf;

public class WriterTests
{
    [Fact]
    public void Each_offset_leads_to_the_object_of_its_number()
    {
        var objects = new PdfObjects();
        var catalog = objects.Add("<< /Type /Catalog >>");
        for (var i = 0; i < 450; i++) objects.Add($"[{i}]");
        objects.AddStream("", "0 0 m"u8.ToArray());
        objects.AddStream("/Type /Metadata", "<x/>"u8.ToArray(), compress: false);
        using var stream = new MemoryStream();
        var offsets = objects.WriteTo(stream, catalog, objects.Add("<< >>"));

        var file = Encoding.Latin1.GetString(stream.ToArray());
        // Two streams, three containers for 452 small objects, and the cross-reference stream.
        Assert.Equal(6, offsets.Count);
        Assert.All(offsets, entry => Assert.StartsWith($"{entry.Key} 0 obj\n", file[(int)entry.Value..], StringComparison.Ordinal));
        Assert.Equal(offsets.Values.Last(), long.Parse(Regex.Match(file, "startxref\n([0-9]+)\n%%EOF\n$").Groups[1].ValueSpan, CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_reserved_object_that_was_never_written_is_a_fault()
    {
        var objects = new PdfObjects();
        var id = objects.Reserve();
        Assert.Contains($"Object {id} ", Assert.Throws<InvalidOperationException>(() => objects.WriteTo(Stream.Null, id, id)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.004, "0")]
    [InlineData(-0.001, "0")]
    [InlineData(12.346, "12.35")]
    [InlineData(-1.5, "-1.5")]
    [InlineData(1234567, "1234567")]
    public void Numbers_have_at_most_two_decimals_and_no_minus_zero(double value, string written) => Assert.Equal(written, PdfSyntax.Number(value));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_place_that_is_no_number_is_refused(double value) => Assert.Throws<ArgumentOutOfRangeException>(() => PdfSyntax.Number(value));

    [Fact]
    public void Text_is_written_as_utf_16_with_surrogates() => Assert.Equal("<FEFF9271D842DFB7>", PdfSyntax.Text("鉱𠮷"));

    [Fact]
    public void A_day_is_midnight_in_japan() => Assert.Equal("(D:20260930000000+09'00')", PdfSyntax.Date(new DateOnly(2026, 9, 30)));

    [Fact]
    public void Painting_without_saying_what_it_is_is_a_fault()
    {
        var canvas = NewFile().AddPage();
        Assert.Throws<InvalidOperationException>(() => canvas.Rectangle(0, 0, 10, 10, Colour.Ink, null));
    }

    [Fact]
    public void An_element_joins_its_parent_when_its_first_content_is_drawn()
    {
        var file = NewFile();
        var canvas = file.AddPage();
        var paragraph = file.Root.Child("P");
        var link = paragraph.Child("Link");
        canvas.Mark(paragraph);
        canvas.Mark(link);
        canvas.Mark(paragraph);

        Assert.Equal(
            [new StructNode.Kid.MarkedContent(0, 0), new StructNode.Kid.Element(link), new StructNode.Kid.MarkedContent(0, 2)], paragraph.Kids);
        Assert.Equal([paragraph, link, paragraph], canvas.Marked);
    }

    [Fact]
    public void Bookmarks_hang_below_the_section_before_them()
    {
        var objects = new PdfObjects();
        var page = objects.Add("<< >>");
        var place = new Destination(0, 700);
        var root = new OutlineTree(objects, [page]).Write(
            [new(2, "a", place), new(1, "b", place), new(2, "b.1", place), new(2, "b.2", place), new(1, "c", place)])!.Value;
        using var stream = new MemoryStream();
        objects.WriteTo(stream, root, page);
        Assert.Null(new OutlineTree(objects, [page]).Write([]));

        // Objects 3 to 7 in the order of the entries, as reserved; object 2 is the root.
        Assert.Equal("<< /Type /Outlines /First 3 0 R /Last 7 0 R /Count 5 >>", objects.Body(2));
        Assert.EndsWith("/Next 4 0 R >>", objects.Body(3), StringComparison.Ordinal);
        Assert.EndsWith("/Prev 3 0 R /Next 7 0 R /First 5 0 R /Last 6 0 R /Count 2 >>", objects.Body(4), StringComparison.Ordinal);
        Assert.EndsWith("/Parent 4 0 R /Dest [1 0 R /XYZ null 700 null] /Prev 5 0 R >>", objects.Body(6), StringComparison.Ordinal);
    }

    private static PdfFile NewFile() => new(Samples.Fonts, PageFrame.PageWidth, PageFrame.PageHeight);
}
