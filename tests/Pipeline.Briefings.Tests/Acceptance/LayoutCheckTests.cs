using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using Xunit.Sdk;

namespace Pipeline.Briefings.Tests.Acceptance;

/// <summary>The checks of layout find the faults that they are there for.</summary>
public class LayoutCheckTests
{
    [Fact]
    public void A_page_before_the_last_that_is_less_than_a_third_full_is_found()
    {
        LayoutChecks.FillsItsPages([0.34, 0.9, 0.01]);
        Assert.ThrowsAny<XunitException>(() => LayoutChecks.FillsItsPages([0.9, 0.33, 0.9]));
    }

    [Fact]
    public void The_fill_of_a_page_ends_with_its_last_ink_above_the_footer()
    {
        // 234 rows of 3.6 points: the text area from 62 to 786 points is rows 17 to 218.
        var pixels = Enumerable.Repeat((byte)255, 100 * 234).ToArray();
        pixels[(117 * 100) + 50] = 0;
        pixels[(222 * 100) + 50] = 0;
        Assert.Equal(101 / 202.0, PageFill.Of(new GreyImage(100, 234, pixels)));
    }

    [Fact]
    public void A_part_of_a_table_with_two_rows_is_found()
    {
        LayoutChecks.DividesTablesFairly(Table(1, 1, 1, 1, 2, 2, 2));
        LayoutChecks.DividesTablesFairly(Table(1, 1));
        Assert.ThrowsAny<XunitException>(() => LayoutChecks.DividesTablesFairly(Table(1, 1, 1, 1, 2, 2)));
        Assert.ThrowsAny<XunitException>(() => LayoutChecks.DividesTablesFairly(Table(1, 1, 2, 2, 2)));
    }

    [Fact]
    public void A_header_parted_from_its_rows_or_not_repeated_is_found()
    {
        Assert.ThrowsAny<XunitException>(() => LayoutChecks.DividesTablesFairly(Table(1, 2, 2, 2)));
        var divided = Table(1, 1, 1, 1, 2, 2, 2);
        LayoutChecks.RepeatsHeaders(divided, ["frame", "frame head"]);
        Assert.ThrowsAny<XunitException>(() => LayoutChecks.RepeatsHeaders(divided, ["frame", "frame"]));
        Assert.ThrowsAny<XunitException>(() => LayoutChecks.RepeatsHeaders(divided, ["frame", "frame headhead"]));
    }

    [Fact]
    public void A_figure_without_its_caption_is_found()
    {
        LayoutChecks.KeepsFiguresWithCaptions(Element("Sect", Text("Figure", 1), Text("Caption", 1)));
        Assert.ThrowsAny<XunitException>(() => LayoutChecks.KeepsFiguresWithCaptions(Element("Sect", Text("Figure", 1), Text("Caption", 2))));
        Assert.ThrowsAny<XunitException>(() => LayoutChecks.KeepsFiguresWithCaptions(Element("Sect", Text("Figure", 1), Text("P", 1))));
    }

    [Fact]
    public void A_heading_at_the_foot_of_a_page_is_found()
    {
        LayoutChecks.KeepsHeadingsWithContent(Element("Sect", Text("H1", 1), Element("Sect", Text("H2", 1), Text("P", 1)), Text("P", 2)));
        Assert.ThrowsAny<XunitException>(() => LayoutChecks.KeepsHeadingsWithContent(Element("Sect", Text("H1", 1), Element("Sect", Text("H2", 2), Text("P", 2)))));
        Assert.ThrowsAny<XunitException>(() => LayoutChecks.KeepsHeadingsWithContent(Element("Sect", Text("P", 1), Text("H1", 1))));
    }

    [Fact]
    public void Words_over_each_other_beyond_the_margins_or_against_the_rules_of_lines_are_found()
    {
        LayoutChecks.OverlapsNoWords([Page(Word("銅", 100, 140, 100, 110), Word("鉱", 140, 160, 100, 110), Word("石", 100, 140, 108, 118))]);
        Assert.ThrowsAny<XunitException>(() => LayoutChecks.OverlapsNoWords([Page(Word("銅", 100, 140, 100, 110), Word("鉱", 138, 160, 103, 113))]));

        PdfChecks.StaysInsideTheMargins([Page(Word("銅", 51, 544.28, 62, 786))]);
        Assert.ThrowsAny<XunitException>(() => PdfChecks.StaysInsideTheMargins([Page(Word("銅", 500, 547, 100, 110))]));
        Assert.ThrowsAny<XunitException>(() => PdfChecks.StaysInsideTheMargins([Page(Word("銅", 100, 140, 52, 62))]));

        PdfChecks.BreaksLinesByKinsoku([Page(Line("銅（鉱石）、"), Line("を"), Line("。"))]);
        Assert.ThrowsAny<XunitException>(() => PdfChecks.BreaksLinesByKinsoku([Page(Line("、銅"))]));
        Assert.ThrowsAny<XunitException>(() => PdfChecks.BreaksLinesByKinsoku([Page(Line("銅「"))]));
    }

    [Fact]
    public void Bytes_that_change_from_one_rendering_to_the_next_are_found()
    {
        byte[] counter = [0];
        Assert.ThrowsAny<XunitException>(() => SameBytes.RequireInOneProcess(() => [counter[0]++]));
    }

    private static StructureElement Table(int header, params int[] rows) =>
        Element("Document", Element("Table", [Element("TR", Text("TH", header, "head")), .. rows.Select(page => Element("TR", Text("TD", page)))]));

    private static StructureElement Text(string role, int page, string text = "text")
    {
        var element = Element(role);
        element.Add(new MarkedText(page, text));
        return element;
    }

    private static StructureElement Element(string role, params StructureElement[] kids)
    {
        var element = new StructureElement(JsonDocument.Parse($$"""{ "/S": "/{{role}}" }""").RootElement, null);
        foreach (var kid in kids) element.Add(kid.Under(element));
        return element;
    }

    private static XElement Page(params XElement[] parts) => new("page", parts);

    private static XElement Line(string text) => new("line", new XElement("word", text));

    private static XElement Word(string text, params double[] box) => new(
        "word", ((string[])["xMin", "xMax", "yMin", "yMax"]).Select((name, i) => new XAttribute(name, box[i].ToString(CultureInfo.InvariantCulture))), text);
}
