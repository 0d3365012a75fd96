using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Pdf.Writer;

namespace Pipeline.Briefings.Pdf.Layout;

/// <summary>The heading of a section: bookmark, anchor and text. It stays on the page of the block that follows.</summary>
internal sealed class HeadingFlow : Flow
{
    private readonly PdfFile file;
    private readonly Section section;
    private readonly Paragraph paragraph;

    public HeadingFlow(PdfFile file, Section section, StructNode node)
    {
        var style = section.Level switch
        {
            1 => new TextStyle(15, 21, Colour.Navy, Weight: FontWeight.Bold),
            2 => new TextStyle(11.5, 16, Colour.Navy, Weight: FontWeight.Bold),
            _ => throw new ArgumentOutOfRangeException(nameof(section), section.Level, $"The heading \"{section.Heading}\" must be of level 1 or 2."),
        };
        (this.file, this.section, paragraph) = (file, section, new Paragraph(file, [new Run(section.Heading)], style, node));
    }

    public override string Name => $"heading \"{section.Heading}\"";

    public override bool KeepsWithNext => true;

    public override Placed Place(double width, double height)
    {
        var lines = paragraph.Break(width);
        var total = lines.Count * paragraph.Style.Leading;
        if (!Fits(total, height)) return Placed.Nothing;
        return Placed.Whole(total, (canvas, x, y) =>
        {
            var place = canvas.Destination(y);
            file.Add(new Bookmark(section.Level, section.Heading, place));
            if (section.Anchor is { } anchor) file.AddAnchor(anchor, place);
            paragraph.Draw(canvas, lines, x, y, width);
        });
    }
}
