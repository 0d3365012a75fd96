using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Pdf.Text;
using Pipeline.Briefings.Pdf.Writer;

namespace Pipeline.Briefings.Pdf.Layout;

/// <summary>A chart above its caption; never split.</summary>
internal sealed class FigureFlow(PdfFile file, Drawing drawing, StructNode node, Flow caption, string name) : Flow
{
    private const double CaptionGap = 5;

    public override string Name => name;

    public override Placed Place(double width, double height)
    {
        var below = drawing.Height + CaptionGap;
        var placed = caption.Place(width, height - below);
        if (!Fits(drawing.Width, width) || placed.Draw is not { } drawCaption || placed.Rest is not null) return Placed.Nothing;
        return Placed.Whole(below + placed.Height, (canvas, x, y) =>
        {
            Draw(canvas, x + ((width - drawing.Width) / 2), y);
            drawCaption(canvas, x, y + below);
        });
    }

    private void Draw(PageCanvas canvas, double x, double y)
    {
        node.Entries += $" /A << /O /Layout /Placement /Block /BBox {canvas.Box(x, y, drawing.Width, drawing.Height)} >>";
        canvas.Mark(node);
        foreach (var shape in drawing.Shapes) Draw(canvas, shape, x, y);
    }

    private void Draw(PageCanvas canvas, Shape shape, double x, double y)
    {
        switch (shape)
        {
            case Line line:
                canvas.Line(Moved(line.Points, x, y), line.Stroke);
                break;
            case Polygon polygon:
                canvas.Polygon(Moved(polygon.Points, x, y), polygon.Fill, polygon.Stroke);
                break;
            case Rect rect:
                // The outline comes last, so that the ends of a hatch do not cut it.
                canvas.Rectangle(x + rect.X, y + rect.Y, rect.Width, rect.Height, rect.Fill, null);
                foreach (var line in HatchLines.Over(rect)) Draw(canvas, line, x, y);
                canvas.Rectangle(x + rect.X, y + rect.Y, rect.Width, rect.Height, null, rect.Stroke);
                break;
            case Label label:
                var text = Normaliser.Normalise(label.Text);
                var length = label.Alignment == Alignment.Start ? 0 : file.Fonts.Measure(text, label.Size, label.Weight);
                var left = x + label.X - (label.Alignment switch { Alignment.Centre => length / 2, Alignment.End => length, _ => 0 });
                foreach (var number in label.Numbers) canvas.Prints(number);
                canvas.Text(left, y + label.Y, text, file.Font(file.Fonts.Face(label.Weight)), label.Size, label.Colour);
                break;
            default:
                throw new NotSupportedException($"No PDF form of the shape {shape.GetType().Name}.");
        }
    }

    private static List<Point> Moved(IReadOnlyList<Point> points, double x, double y) => [.. points.Select(p => new Point(p.X + x, p.Y + y))];
}
