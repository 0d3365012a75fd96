using Pipeline.Briefings.Pdf.Text;

namespace Pipeline.Briefings.Pdf.Layout;

/// <summary>A paragraph. Where a page ends inside it, at least two lines stay on either side.</summary>
internal sealed class TextFlow : Flow
{
    private const int LinesKept = 2;
    private readonly Paragraph paragraph;
    private readonly IReadOnlyList<TextLine>? lines;

    public TextFlow(Paragraph paragraph)
        : this(paragraph, null) { }

    private TextFlow(Paragraph paragraph, IReadOnlyList<TextLine>? lines) => (this.paragraph, this.lines) = (paragraph, lines);

    public override string Name => $"paragraph \"{paragraph.Beginning}\"";

    public override Placed Place(double width, double height)
    {
        var all = lines ?? paragraph.Break(width);
        var leading = paragraph.Style.Leading;
        if (Fits(all.Count * leading, height)) return Placed.Whole(all.Count * leading, (canvas, x, y) => paragraph.Draw(canvas, all, x, y, width));
        var count = Math.Min((int)Math.Floor((Math.Max(0, height) + Tolerance) / leading), all.Count - LinesKept);
        if (count < LinesKept) return Placed.Nothing;
        var (first, rest) = (all.Take(count).ToList(), all.Skip(count).ToList());
        return new Placed(count * leading, (canvas, x, y) => paragraph.Draw(canvas, first, x, y, width), new TextFlow(paragraph, rest));
    }
}
