using System.Globalization;
using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Pdf.Fonts;
using Pipeline.Briefings.Pdf.Text;
using Pipeline.Briefings.Pdf.Writer;
using Pipeline.Domain;

namespace Pipeline.Briefings.Pdf.Layout;

/// <summary>What stands on every page around the text: banner, running header, footer with the page count.</summary>
internal sealed class PageFrame(Document document, FontFamily fonts)
{
    /// <summary>A4, in points.</summary>
    public const double PageWidth = 595.28, PageHeight = 841.89;

    /// <summary>The text area, in points.</summary>
    public const double Left = 51, Top = 62, Width = PageWidth - (2 * Left), Height = 724;

    private const double BannerHeight = 22, HeaderBaseline = 39.5, HeaderRule = 46, FooterRule = 801, FooterBaseline = 813;
    private const double BannerSize = 9, FrameSize = 7.8;
    private static readonly Colour Restricted = new(0x8B, 0x1A, 0x1A);
    private static readonly Colour Open = new(0x1B, 0x5E, 0x3A);
    private static readonly Stroke Rule = new(new(0xC4, 0xCA, 0xD2), 0.6);

    /// <summary>Draws the frame.</summary>
    /// <param name="canvas">Page.</param>
    /// <param name="file">File in the making.</param>
    /// <param name="number">Page number from 1.</param>
    /// <param name="count">Number of pages.</param>
    public void Draw(PageCanvas canvas, PdfFile file, int number, int count)
    {
        canvas.MarkArtifact(Artifact.Header);
        canvas.Rectangle(0, 0, PageWidth, BannerHeight, document.Classification.IsOpen ? Open : Restricted, null);
        Text(canvas, file, document.Classification.Text, PageWidth / 2, 14.2, BannerSize, Colour.White, Alignment.Centre, FontWeight.Bold);
        RequireWidth(document.Header, fonts.Measure(document.Header, FrameSize));
        Text(canvas, file, document.Header, Left, HeaderBaseline, FrameSize, Colour.Muted, Alignment.Start, FontWeight.Regular);
        canvas.Line([new(Left, HeaderRule), new(Left + Width, HeaderRule)], Rule);

        canvas.MarkArtifact(Artifact.Footer);
        canvas.Line([new(Left, FooterRule), new(Left + Width, FooterRule)], Rule);
        RequireWidth(document.Footer, fonts.Measure(document.Footer + "  " + PageNumber(number, count), FrameSize));
        Text(canvas, file, document.Footer, Left, FooterBaseline, FrameSize, Colour.Muted, Alignment.Start, FontWeight.Regular);
        Text(canvas, file, PageNumber(number, count), Left + Width, FooterBaseline, FrameSize, Colour.Muted, Alignment.End, FontWeight.Regular);
    }

    private static void RequireWidth(string text, double width)
    {
        if (width > Width) throw new BlockDoesNotFitException("header and footer", $"line \"{text}\"", Width, FrameSize);
    }

    private string PageNumber(int number, int count) => document.Language == Language.Japanese
        ? string.Create(CultureInfo.InvariantCulture, $"{number} / {count} ページ")
        : string.Create(CultureInfo.InvariantCulture, $"Page {number} of {count}");

    private void Text(
        PageCanvas canvas, PdfFile file, string text, double x, double baseline, double size, Colour colour, Alignment alignment, FontWeight weight)
    {
        var normal = Normaliser.Normalise(text);
        var length = fonts.Measure(normal, size, weight);
        var left = x - (alignment switch { Alignment.Centre => length / 2, Alignment.End => length, _ => 0 });
        canvas.Text(left, baseline, normal, file.Font(fonts.Face(weight)), size, colour);
    }
}
