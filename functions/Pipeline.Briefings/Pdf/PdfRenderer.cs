using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Pdf.Fonts;
using Pipeline.Briefings.Pdf.Layout;
using Pipeline.Briefings.Pdf.Writer;

namespace Pipeline.Briefings.Pdf;

/// <summary>
/// Turns a document into a tagged PDF 1.7 file of A4 pages. The bytes depend on the document, the typeface and the runtime alone,
/// and one renderer serves any number of threads.
/// </summary>
/// <param name="fonts">Faces to set the text in.</param>
public sealed class PdfRenderer(FontFamily fonts)
{
    private readonly FontFamily fonts = fonts ?? throw new ArgumentNullException(nameof(fonts));

    /// <summary>The whole file.</summary>
    /// <inheritdoc cref="Render(Document, Stream)"/>
    public byte[] Render(Document document) => RenderNumbered(document).Pdf;

    /// <summary>The whole file, and the pages on which each printed figure stands.</summary>
    /// <inheritdoc cref="Render(Document, Stream)"/>
    public RenderedDocument RenderNumbered(Document document)
    {
        using var stream = new MemoryStream();
        var pages = Write(document, stream);
        return new RenderedDocument(stream.ToArray(), pages);
    }

    /// <summary>Writes the whole file; nothing is written when the document has a fault.</summary>
    /// <param name="document">What is said.</param>
    /// <param name="destination">Where the file goes; stays open.</param>
    /// <exception cref="MissingGlyphException">The typeface lacks a character of the document.</exception>
    /// <exception cref="BlockDoesNotFitException">A block is larger than an empty page.</exception>
    /// <exception cref="LinkTargetException">A link leads nowhere, or two sections have the same anchor.</exception>
    public void Render(Document document, Stream destination) => Write(document, destination);

    private IReadOnlyDictionary<int, IReadOnlyList<int>> Write(Document document, Stream destination)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(destination);
        var file = new PdfFile(fonts, PageFrame.PageWidth, PageFrame.PageHeight);
        var frame = new PageFrame(document, fonts);

        // All pages are known before the first is drawn: each prints how many there are.
        var pages = Pagination.Of(new FlowBuilder(file).Body(document.Body));
        for (var i = 0; i < pages.Count; i++)
        {
            var canvas = file.AddPage();
            frame.Draw(canvas, file, i + 1, pages.Count);
            pages[i](canvas, PageFrame.Left, PageFrame.Top);
        }
        file.Save(document, destination);
        return file.PagesByNumber;
    }
}

/// <summary>A document as a file.</summary>
/// <param name="Pdf">Bytes of the file.</param>
/// <param name="Pages">Pages from 1 on which each printed figure stands, by its running number.</param>
public sealed record RenderedDocument(byte[] Pdf, IReadOnlyDictionary<int, IReadOnlyList<int>> Pages);
