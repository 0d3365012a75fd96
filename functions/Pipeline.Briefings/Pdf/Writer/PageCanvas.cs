using System.Globalization;
using System.Text;
using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Pdf.Text;
using static Pipeline.Briefings.Pdf.Writer.PdfSyntax;

namespace Pipeline.Briefings.Pdf.Writer;

/// <summary>
/// Content of one page. Coordinates are in points from the top left corner, y downwards. Nothing is painted before it is said what
/// it is: part of a structure element, or an artifact that assistive technology leaves out.
/// </summary>
internal sealed class PageCanvas(PdfFile file, int page)
{
    private readonly StringBuilder content = new();
    private readonly List<StructNode> marked = [];
    private object? mark;
    private (Colour? Fill, Colour? Stroke, double? Width, (bool IsSet, double? Length) Dash, (string Resource, double Size)? Font) state;

    /// <summary>Structure element of each marked content, by number.</summary>
    public IReadOnlyList<StructNode> Marked => marked;

    /// <summary>What follows belongs to an element.</summary>
    public void Mark(StructNode node)
    {
        if (ReferenceEquals(mark, node)) return;
        EndMark();
        content.Append(CultureInfo.InvariantCulture, $"/{node.Role} <</MCID {marked.Count}>> BDC\n");
        node.Add(new StructNode.Kid.MarkedContent(page, marked.Count));
        marked.Add(node);
        mark = node;
    }

    /// <summary>What follows is decoration.</summary>
    /// <param name="kind">Kind of artifact (ISO 32000-1, 14.8.2.2).</param>
    public void MarkArtifact(Artifact kind)
    {
        if (mark is Artifact current && current == kind) return;
        EndMark();
        content.Append(kind switch
        {
            Artifact.Header => "/Artifact <</Type /Pagination /Subtype /Header>> BDC\n",
            Artifact.Footer => "/Artifact <</Type /Pagination /Subtype /Footer>> BDC\n",
            _ => "/Artifact <</Type /Layout>> BDC\n",
        });
        mark = kind;
    }

    public void Text(double x, double baseline, string text, EmbeddedFont font, double size, Colour colour, Digits digits = Digits.Proportional)
    {
        RequireMark();
        SetFill(colour);
        content.Append("BT ");
        if (Changes(ref state.Font, (font.Resource, size))) content.Append(CultureInfo.InvariantCulture, $"/{font.Resource} {Number(size)} Tf ");
        content.Append(CultureInfo.InvariantCulture, $"{Number(x)} {Number(file.PageHeight - baseline)} Td ");
        font.Show(text, digits, content);
        content.Append("ET\n");
    }

    public void Rectangle(double x, double y, double width, double height, Colour? fill, Stroke? stroke)
    {
        if (width <= 0 || height <= 0) return;
        if (!SetPaint(fill, stroke)) return;
        content.Append(CultureInfo.InvariantCulture, $"{Number(x)} {Number(file.PageHeight - y - height)} {Number(width)} {Number(height)} re ");
        Paint(fill, stroke, close: false);
    }

    public void Polygon(IReadOnlyList<Point> points, Colour? fill, Stroke? stroke)
    {
        if (!SetPaint(fill, stroke)) return;
        Path(points);
        Paint(fill, stroke, close: true);
    }

    public void Line(IReadOnlyList<Point> points, Stroke stroke)
    {
        SetPaint(null, stroke);
        Path(points);
        content.Append("S\n");
    }

    /// <summary>Makes an area lead somewhere.</summary>
    public void Link(double x, double y, double width, double height, string target, StructNode node, string description) =>
        file.Add(new LinkArea(page, x, file.PageHeight - y - height, x + width, file.PageHeight - y, target, node, description));

    /// <summary>A printed figure stands on this page.</summary>
    public void Prints(int number) => file.Prints(number, page);

    /// <summary>Makes a height of this page a place that links and bookmarks can lead to.</summary>
    public Destination Destination(double y) => new(page, file.PageHeight - y);

    /// <summary>The drawing operators of the page.</summary>
    public byte[] Finish()
    {
        EndMark();
        return Encoding.ASCII.GetBytes(content.ToString());
    }

    /// <summary>A box in PDF space, as attributes of figures name it.</summary>
    public string Box(double x, double y, double width, double height) =>
        $"[{Number(x)} {Number(file.PageHeight - y - height)} {Number(x + width)} {Number(file.PageHeight - y)}]";

    private void EndMark()
    {
        if (mark is not null) content.Append("EMC\n");
        mark = null;
    }

    private void RequireMark()
    {
        if (mark is null) throw new InvalidOperationException("Content must belong to a structure element or be an artifact.");
    }

    private void Path(IReadOnlyList<Point> points)
    {
        for (var i = 0; i < points.Count; i++)
            content.Append(CultureInfo.InvariantCulture, $"{Number(points[i].X)} {Number(file.PageHeight - points[i].Y)} {(i == 0 ? 'm' : 'l')} ");
    }

    private bool SetPaint(Colour? fill, Stroke? stroke)
    {
        RequireMark();
        if (fill is { } colour) SetFill(colour);
        if (stroke is null) return fill is not null;
        if (Changes(ref state.Stroke, stroke.Colour)) content.Append(Components(stroke.Colour)).Append(" RG ");
        if (Changes(ref state.Width, stroke.Width)) content.Append(Number(stroke.Width)).Append(" w ");
        if (Changes(ref state.Dash, (true, stroke.Dash))) content.Append('[').Append(stroke.Dash is { } dash ? Number(dash) : "").Append("] 0 d ");
        return true;
    }

    private void SetFill(Colour colour)
    {
        if (Changes(ref state.Fill, colour)) content.Append(Components(colour)).Append(" rg ");
    }

    /// <summary>Takes over a setting; false where the page has it already.</summary>
    private static bool Changes<T>(ref T current, T wanted)
    {
        if (EqualityComparer<T>.Default.Equals(current, wanted)) return false;
        current = wanted;
        return true;
    }

    private void Paint(Colour? fill, Stroke? stroke, bool close) => content.Append((fill, stroke, close) switch
    {
        (not null, null, _) => "f\n",
        (null, _, true) => "s\n",
        (null, _, false) => "S\n",
        (_, _, true) => "b\n",
        _ => "B\n",
    });
}

/// <summary>Kinds of content that are no part of the document's text.</summary>
internal enum Artifact
{
    Layout,
    Header,
    Footer,
}
