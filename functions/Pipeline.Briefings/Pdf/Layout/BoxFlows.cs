using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Pdf.Writer;

namespace Pipeline.Briefings.Pdf.Layout;

/// <summary>Flows side by side; never split.</summary>
internal sealed class RowFlow(IReadOnlyList<(double Weight, Flow Flow)> cells, double gap) : Flow
{
    public override string Name => cells.Count == 0 ? "empty row" : $"row with {cells[0].Flow.Name}";

    public override Placed Place(double width, double height)
    {
        if (cells.Count == 0) return Placed.Whole(0, (_, _, _) => { });
        var share = (width - (gap * (cells.Count - 1))) / cells.Sum(cell => cell.Weight);
        var natural = new List<Placed>();
        foreach (var (weight, flow) in cells)
        {
            var placed = flow.Place(weight * share, height);
            if (placed.Draw is null || placed.Rest is not null) return Placed.Nothing;
            natural.Add(placed);
        }
        var highest = natural.Max(placed => placed.Height);
        var drawn = new List<(double X, DrawAt Draw)>();
        var x = 0.0;
        foreach (var (weight, flow) in cells)
        {
            drawn.Add((x, flow.Stretched(highest).Place(weight * share, height).Draw!));
            x += (weight * share) + gap;
        }
        return Placed.Whole(highest, (canvas, left, y) =>
        {
            foreach (var (offset, draw) in drawn) draw(canvas, left + offset, y);
        });
    }
}

/// <summary>A frame around a flow; never split.</summary>
internal sealed class BoxFlow(Box box, Flow content, double least = 0) : Flow
{
    private const double AccentWidth = 3;

    public override string Name => $"box with {content.Name}";

    public override Flow Stretched(double height) => new BoxFlow(box, content, height);

    public override Placed Place(double width, double height)
    {
        var accent = box.Accent is null ? 0 : AccentWidth;
        var inner = content.Place(width - (2 * box.Padding) - accent, height - (2 * box.Padding));
        if (inner.Draw is null || inner.Rest is not null) return Placed.Nothing;
        var total = Math.Max(least, inner.Height + (2 * box.Padding));
        return Placed.Whole(total, (canvas, x, y) =>
        {
            canvas.MarkArtifact(Artifact.Layout);
            canvas.Rectangle(x, y, width, total, box.Background, box.Border is { } border ? new Stroke(border, 0.5) : null);
            canvas.Rectangle(x, y, accent, total, box.Accent, null);
            inner.Draw(canvas, x + accent + box.Padding, y + box.Padding);
        });
    }
}

/// <summary>An item of a list: a bullet beside a paragraph.</summary>
internal sealed class BulletFlow(Paragraph? bullet, Flow text, double indent) : Flow
{
    public override string Name => $"list item with {text.Name}";

    public override Placed Place(double width, double height)
    {
        var placed = text.Place(width - indent, height);
        if (placed.Draw is not { } draw) return Placed.Nothing;
        return new Placed(
            placed.Height,
            (canvas, x, y) =>
            {
                bullet?.Draw(canvas, bullet.Break(indent), x, y, indent);
                draw(canvas, x + indent, y);
            },
            placed.Rest is null ? null : new BulletFlow(null, placed.Rest, indent));
    }
}
