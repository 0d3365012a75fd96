using System.Xml.Linq;
using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Svg;
using Pipeline.Briefings.Tests.Acceptance;
using Pipeline.Briefings.Tests.Pdf;

namespace Pipeline.Briefings.Tests.Svg;

public class SvgWriterTests
{
    private static readonly XNamespace Names = "http://www.w3.org/2000/svg";
    private static readonly Drawing Chart = Samples.Bars("図1").Drawing;

    [Fact]
    public void A_picture_names_and_describes_itself()
    {
        var svg = Parse(Chart, "輸入量 <千t> & 平均", "2024年は15.4千t。");
        Assert.Equal("img", svg.Attribute("role")!.Value);
        var (title, description) = (svg.Element(Names + "title")!, svg.Element(Names + "desc")!);
        Assert.Equal("輸入量 <千t> & 平均", title.Value);
        Assert.Equal("2024年は15.4千t。", description.Value);
        Assert.Equal($"{title.Attribute("id")!.Value} {description.Attribute("id")!.Value}", svg.Attribute("aria-labelledby")!.Value);
        Assert.Equal("0 0 480 170", svg.Attribute("viewBox")!.Value);
    }

    [Fact]
    public void Text_stays_text_in_painting_order() => Assert.Equal(
        Chart.Shapes.OfType<Label>().Select(label => label.Text), Parse(Chart, "a", "b").Elements(Names + "text").Select(text => text.Value));

    [Fact]
    public void Shapes_keep_place_colour_and_dash()
    {
        var svg = Parse(
            new Drawing(100, 50,
            [
                new Rect(1, 2, 3.456, 4, new Colour(255, 0, 16), new Stroke(Colour.White, 0.5)),
                new Line([new(0, 0), new(10, 5.5)], new Stroke(new Colour(0, 0, 255), 1, Dash: 3)),
                new Polygon([new(0, 0), new(1, 0), new(0, 1)], null, new Stroke(new Colour(0, 0, 0), 1)),
                new Label(5, 6, "a", 8, new Colour(0, 0, 0), Alignment.End, FontWeight.Bold),
            ]),
            "a",
            "b");
        Assert.Equal("""<rect x="1" y="2" width="3.46" height="4" fill="#ff0010" stroke="#ffffff" stroke-width="0.5" />""", Plain(svg, "rect"));
        Assert.Equal("""<polyline points="0,0 10,5.5" fill="none" stroke="#0000ff" stroke-width="1" stroke-dasharray="3" />""", Plain(svg, "polyline"));
        Assert.Equal("""<polygon points="0,0 1,0 0,1" fill="none" stroke="#000000" stroke-width="1" />""", Plain(svg, "polygon"));
        Assert.Equal("""<text x="5" y="6" font-size="8" text-anchor="end" font-weight="700" fill="#000000">a</text>""", Plain(svg, "text"));
    }

    [Fact]
    public void The_same_drawing_gives_the_same_characters_under_any_culture() =>
        SameBytes.RequireInOneProcess(() => System.Text.Encoding.UTF8.GetBytes(SvgWriter.Write(Chart, "a", "b")));

    [Fact]
    public void Two_pictures_on_one_page_do_not_share_names() => Assert.NotEqual(
        Parse(Chart, "a", "b").Attribute("aria-labelledby")!.Value, Parse(Chart, "a", "c").Attribute("aria-labelledby")!.Value);

    [Fact]
    public void A_picture_without_words_is_refused()
    {
        Assert.Throws<ArgumentException>(() => SvgWriter.Write(Chart, "", "b"));
        Assert.Throws<ArgumentException>(() => SvgWriter.Write(Chart, "a", " "));
    }

    [Theory]
    [InlineData(Hatch.Diagonal, 3)]
    [InlineData(Hatch.Cross, 6)]
    [InlineData(Hatch.None, 0)]
    public void A_hatch_ends_at_the_edges_of_its_rectangle(Hatch hatch, int lines)
    {
        // Sums of x and y run from 0 to 20 and differences from -10 to 10: the multiples of five inside are three each.
        var rect = new Rect(0, 0, 10, 10, Colour.Navy, null, hatch);
        var drawn = HatchLines.Over(rect).ToList();
        Assert.Equal(lines, drawn.Count);
        Assert.All(drawn.SelectMany(line => line.Points), point => Assert.True(point.X is >= 0 and <= 10 && point.Y is >= 0 and <= 10));
        Assert.All(drawn, line => Assert.Equal(Math.Abs(line.Points[1].X - line.Points[0].X), Math.Abs(line.Points[1].Y - line.Points[0].Y), 9));
        Assert.All(drawn, line => Assert.Equal(Colour.White, line.Stroke.Colour));
    }

    [Fact]
    public void A_hatch_over_a_light_fill_is_dark() =>
        Assert.All(HatchLines.Over(new Rect(0, 0, 10, 10, new Colour(240, 240, 200), null, Hatch.Diagonal)), line => Assert.Equal(Colour.Ink, line.Stroke.Colour));

    private static XElement Parse(Drawing drawing, string title, string description) => XElement.Parse(SvgWriter.Write(drawing, title, description));

    private static string Plain(XElement svg, string name) =>
        svg.Element(Names + name)!.ToString().Replace(" xmlns=\"http://www.w3.org/2000/svg\"", "", StringComparison.Ordinal);
}
