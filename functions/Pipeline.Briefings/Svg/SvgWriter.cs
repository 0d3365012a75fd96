using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Pipeline.Briefings.Documents;

namespace Pipeline.Briefings.Svg;

/// <summary>
/// Writes a drawing as SVG: the same picture as in the PDF, text as text, with a title and a description for assistive technology.
/// The same input gives the same characters; the result can stand alone or inside a page beside others.
/// </summary>
public static class SvgWriter
{
    private const string Faces = "BIZ UDPGothic, BIZ UDGothic, Noto Sans JP, sans-serif";

    /// <summary>The picture as one <c>svg</c> element.</summary>
    /// <param name="drawing">Shapes in points.</param>
    /// <param name="title">Short name of the chart.</param>
    /// <param name="description">The finding and the values: the figure's alternative text.</param>
    public static string Write(Drawing drawing, string title, string description)
    {
        ArgumentNullException.ThrowIfNull(drawing);
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        ArgumentException.ThrowIfNullOrWhiteSpace(description);

        var content = new StringBuilder();
        foreach (var shape in drawing.Shapes) Append(content, shape);

        // Names must be unique in a page that holds several charts and the same in every run: they follow from the content.
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{title}\n{description}\n{content}"));
        var name = "c" + Convert.ToHexStringLower(hash.AsSpan(0, 6));
        return $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {N(drawing.Width)} {N(drawing.Height)}" role="img" aria-labelledby="{name}-t {name}-d" font-family="{Faces}">
            <title id="{name}-t">{Escape(title)}</title>
            <desc id="{name}-d">{Escape(description)}</desc>
            {content}</svg>

            """;
    }

    private static void Append(StringBuilder svg, Shape shape)
    {
        switch (shape)
        {
            case Line line:
                svg.Append("<polyline points=\"").Append(Points(line.Points)).Append("\" fill=\"none\"").Append(StrokeOf(line.Stroke)).Append("/>\n");
                break;
            case Polygon polygon:
                svg.Append("<polygon points=\"").Append(Points(polygon.Points)).Append('"')
                    .Append(FillOf(polygon.Fill)).Append(StrokeOf(polygon.Stroke)).Append("/>\n");
                break;
            case Rect rect:
                var hatched = rect.Hatch != Hatch.None;
                AppendRect(svg, rect, rect.Fill, hatched ? null : rect.Stroke);
                foreach (var line in HatchLines.Over(rect)) Append(svg, line);
                // The outline comes last, so that the ends of a hatch do not cut it.
                if (hatched && rect.Stroke is not null) AppendRect(svg, rect, null, rect.Stroke);
                break;
            case Label label:
                var anchor = label.Alignment switch { Alignment.Centre => " text-anchor=\"middle\"", Alignment.End => " text-anchor=\"end\"", _ => "" };
                var weight = label.Weight == FontWeight.Bold ? " font-weight=\"700\"" : "";
                svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{N(label.X)}\" y=\"{N(label.Y)}\" font-size=\"{N(label.Size)}\"{anchor}{weight}")
                    .Append(FillOf(label.Colour)).Append('>').Append(Escape(label.Text)).Append("</text>\n");
                break;
            default:
                throw new NotSupportedException($"No SVG form of the shape {shape.GetType().Name}.");
        }
    }

    private static void AppendRect(StringBuilder svg, Rect rect, Colour? fill, Stroke? stroke) => svg
        .Append(CultureInfo.InvariantCulture, $"<rect x=\"{N(rect.X)}\" y=\"{N(rect.Y)}\" width=\"{N(rect.Width)}\" height=\"{N(rect.Height)}\"")
        .Append(FillOf(fill)).Append(StrokeOf(stroke)).Append("/>\n");

    private static string Points(IReadOnlyList<Point> points) => string.Join(' ', points.Select(p => $"{N(p.X)},{N(p.Y)}"));

    private static string FillOf(Colour? colour) => colour is { } fill ? $" fill=\"{Hex(fill)}\"" : " fill=\"none\"";

    private static string StrokeOf(Stroke? stroke) => stroke is null
        ? ""
        : $" stroke=\"{Hex(stroke.Colour)}\" stroke-width=\"{N(stroke.Width)}\"" + (stroke.Dash is { } dash ? $" stroke-dasharray=\"{N(dash)}\"" : "");

    private static string Hex(Colour colour) => $"#{colour.Red:x2}{colour.Green:x2}{colour.Blue:x2}";

    private static string N(double value) => value.ToString("0.##", CultureInfo.InvariantCulture) is "-0" ? "0" : value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal);
}
