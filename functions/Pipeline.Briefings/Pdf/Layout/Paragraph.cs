using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Pdf.Text;
using Pipeline.Briefings.Pdf.Writer;

namespace Pipeline.Briefings.Pdf.Layout;

/// <summary>Text in its style, with the structure element it belongs to.</summary>
internal sealed class Paragraph
{
    private readonly IReadOnlyList<StyledRun> runs;
    private readonly PdfFile file;
    private readonly StructNode? node;
    private readonly bool words;
    private (double Width, IReadOnlyList<TextLine> Lines)? broken;
    private readonly Dictionary<StyledRun, StructNode> linkNodes = new(ReferenceEqualityComparer.Instance);

    /// <summary>Makes a paragraph.</summary>
    /// <param name="file">File in the making.</param>
    /// <param name="runs">Text.</param>
    /// <param name="style">Style.</param>
    /// <param name="node">Element of the text, or none when it is an artifact.</param>
    /// <param name="digits">How wide digits are.</param>
    /// <param name="words">True for a heading of few words, whose lines end at spaces where that can be had.</param>
    public Paragraph(PdfFile file, IReadOnlyList<Run> runs, TextStyle style, StructNode? node, Digits digits = Digits.Proportional, bool words = false)
    {
        (this.file, this.node, this.words, Style) = (file, node, words, style);
        this.runs = [.. runs.Select(run => StyledRun.From(run, style, file.Fonts, digits))];
        foreach (var run in this.runs)
            if (run.Link is not null && node is not null) linkNodes[run] = node.Child("Link");
    }

    public TextStyle Style { get; }

    /// <summary>File in the making.</summary>
    public PdfFile File => file;

    /// <summary>The first words, for a message.</summary>
    public string Beginning
    {
        get
        {
            var text = string.Concat(runs.Select(run => run.Text));
            return text.Length <= 40 ? text : text[..40] + "…";
        }
    }

    /// <summary>Lines in a width. A block is placed again on the next page, and a cell of a row once more at its full height: the lines stay the same.</summary>
    public IReadOnlyList<TextLine> Break(double width)
    {
        if (broken is { } known && known.Width == width) return known.Lines;
        var lines = LineBreaker.Break(runs, width, words);
        broken = (width, lines);
        return lines;
    }

    public void Draw(PageCanvas canvas, IReadOnlyList<TextLine> lines, double x, double y, double width)
    {
        node?.Attach();
        var underlines = new List<(double X, double Y, double Width, Colour Colour)>();
        for (var i = 0; i < lines.Count; i++)
        {
            var start = x + Style.Alignment switch
            {
                Alignment.Centre => (width - lines[i].Width) / 2,
                Alignment.End => width - lines[i].Width,
                _ => 0,
            };
            var baseline = y + (i * Style.Leading) + FirstBaseline();
            foreach (var fragment in lines[i].Fragments) DrawFragment(canvas, fragment, start + fragment.X, baseline, underlines);
        }
        foreach (var (left, at, length, colour) in underlines)
        {
            canvas.MarkArtifact(Artifact.Layout);
            canvas.Line([new(left, at), new(left + length, at)], new Stroke(colour, 0.4));
        }
    }

    private void DrawFragment(
        PageCanvas canvas, Fragment fragment, double x, double baseline, List<(double X, double Y, double Width, Colour Colour)> underlines)
    {
        var run = fragment.Run;
        var link = linkNodes.GetValueOrDefault(run);
        if ((link ?? node) is { } element) canvas.Mark(element);
        else canvas.MarkArtifact(Artifact.Layout);
        if (run.Number is { } number) canvas.Prints(number);
        canvas.Text(x, baseline - run.Rise, fragment.Text, file.Font(run.Face), run.Size, run.Colour, run.Digits);
        if (link is null || fragment.Width <= 0) return;

        canvas.Link(x, baseline - run.Rise - (run.Size * 0.9), fragment.Width, run.Size * 1.15, run.Link!, link, run.Text);
        // A raised note mark is a link by its place; a line below it would cross the text.
        if (run.Rise == 0) underlines.Add((x, baseline + (run.Size * 0.17), fragment.Width, run.Colour));
    }

    /// <summary>The face's height is centred in the line.</summary>
    private double FirstBaseline()
    {
        var face = file.Fonts.Regular;
        var (ascent, descent) = (Style.Size * face.Ascent / face.UnitsPerEm, Style.Size * -face.Descent / face.UnitsPerEm);
        return ((Style.Leading - ascent - descent) / 2) + ascent;
    }
}
