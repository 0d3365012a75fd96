using Pipeline.Briefings.Pdf.Text;
using Pipeline.Briefings.Pdf.Writer;

namespace Pipeline.Briefings.Pdf.Layout;

/// <summary>A paragraph. Where a page ends inside it, at least two lines stay on either side.</summary>
internal sealed class TextFlow : Flow
{
    private const int LinesKept = 2;
    private readonly Paragraph paragraph;
    private readonly IReadOnlyList<TextLine>? lines;
    private readonly string? anchor;
    private readonly bool leads;

    /// <summary>A paragraph that links may lead to.</summary>
    /// <param name="paragraph">Text.</param>
    /// <param name="anchor">Name of the place where it begins, or none.</param>
    /// <param name="leads">True when it leads to what follows, and stays with it.</param>
    public TextFlow(Paragraph paragraph, string? anchor = null, bool leads = false)
        : this(paragraph, null, anchor, leads) { }

    private TextFlow(Paragraph paragraph, IReadOnlyList<TextLine>? lines, string? anchor, bool leads) =>
        (this.paragraph, this.lines, this.anchor, this.leads) = (paragraph, lines, anchor, leads);

    public override bool KeepsWithNext => leads;

    public override string Name => $"paragraph \"{paragraph.Beginning}\"";

    public override Placed Place(double width, double height)
    {
        var all = lines ?? paragraph.Break(width);
        var leading = paragraph.Style.Leading;
        if (Fits(all.Count * leading, height)) return Placed.Whole(all.Count * leading, (canvas, x, y) => Draw(canvas, all, x, y, width));
        var count = Math.Min((int)Math.Floor((Math.Max(0, height) + Tolerance) / leading), all.Count - LinesKept);
        if (count < LinesKept) return Placed.Nothing;
        var (first, rest) = (all.Take(count).ToList(), all.Skip(count).ToList());
        return new Placed(count * leading, (canvas, x, y) => Draw(canvas, first, x, y, width), new TextFlow(paragraph, rest, null, leads));
    }

    private void Draw(PageCanvas canvas, IReadOnlyList<TextLine> drawn, double x, double y, double width)
    {
        if (anchor is not null) paragraph.File.AddAnchor(anchor, canvas.Destination(y));
        paragraph.Draw(canvas, drawn, x, y, width);
    }
}
