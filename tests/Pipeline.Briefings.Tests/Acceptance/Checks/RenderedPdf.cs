using System.Xml.Linq;

namespace Pipeline.Briefings.Tests.Acceptance;

/// <summary>A rendered file as the programs that read PDF see it. Each is asked once, when its answer is first needed.</summary>
internal sealed class RenderedPdf(string path)
{
    private readonly Lazy<IReadOnlyList<string>> texts = new(() => Tool.OutputOf("pdftotext", path, "-").Split('\f')[..^1]);
    private readonly Lazy<IReadOnlyList<XElement>> pages = new(() => Elements(XDocument.Parse(Tool.OutputOf("pdftotext", "-bbox-layout", path, "-")).Root!, "page"));
    private readonly Lazy<PdfStructure> structure = new(() =>
        PdfStructure.Read(Tool.OutputOf("qpdf", "--json=2", "--json-stream-data=inline", "--decode-level=generalized", path)));

    /// <summary>The file.</summary>
    public string Path { get; } = path;

    /// <summary>Text by page, as poppler reads it off.</summary>
    public IReadOnlyList<string> Texts => texts.Value;

    /// <summary>Blocks, lines and words with their boxes, by page.</summary>
    public IReadOnlyList<XElement> Pages => pages.Value;

    /// <summary>Objects, marked content and structure tree.</summary>
    public PdfStructure Structure => structure.Value;

    /// <summary>All elements of a name below another.</summary>
    public static IReadOnlyList<XElement> Elements(XElement element, string name) => [.. element.Descendants().Where(node => node.Name.LocalName == name)];
}
