using System.Globalization;
using System.Text;
using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Pdf.Fonts;
using static Pipeline.Briefings.Pdf.Writer.PdfSyntax;

namespace Pipeline.Briefings.Pdf.Writer;

/// <summary>A file in the making: pages, fonts, bookmarks, links and the structure tree.</summary>
internal sealed class PdfFile(FontFamily fonts, double pageWidth, double pageHeight)
{
    private readonly EmbeddedFont regular = new(fonts.Regular, "F0");
    private readonly EmbeddedFont bold = new(fonts.Bold, "F1");
    private readonly List<PageCanvas> pages = [];
    private readonly List<LinkArea> links = [];
    private readonly List<Bookmark> bookmarks = [];
    private readonly Dictionary<string, Destination> anchors = new(StringComparer.Ordinal);
    private readonly SortedDictionary<int, SortedSet<int>> numbers = [];

    public FontFamily Fonts { get; } = fonts;

    public double PageHeight { get; } = pageHeight;

    /// <summary>Root of the structure tree.</summary>
    public StructNode Root { get; } = new("Document", null);

    /// <summary>Pages from 1 on which each printed figure stands, by its running number.</summary>
    public IReadOnlyDictionary<int, IReadOnlyList<int>> PagesByNumber => numbers.ToDictionary(entry => entry.Key, entry => (IReadOnlyList<int>)[.. entry.Value]);

    public PageCanvas AddPage()
    {
        pages.Add(new PageCanvas(this, pages.Count));
        return pages[^1];
    }

    public EmbeddedFont Font(FontFace face) => ReferenceEquals(face, Fonts.Bold) ? bold : regular;

    public void Add(LinkArea link)
    {
        links.Add(link);
        link.Node.Add(new StructNode.Kid.Annotation(link));
    }

    /// <summary>A printed figure stands on a page.</summary>
    /// <param name="number">Its running number.</param>
    /// <param name="page">Page from 0.</param>
    public void Prints(int number, int page)
    {
        if (!numbers.TryGetValue(number, out var found)) numbers[number] = found = [];
        found.Add(page + 1);
    }

    public void Add(Bookmark bookmark) => bookmarks.Add(bookmark);

    /// <summary>Names a place for links inside the document.</summary>
    /// <exception cref="LinkTargetException">Another place has this name.</exception>
    public void AddAnchor(string name, Destination place)
    {
        if (!anchors.TryAdd(name, place)) throw new LinkTargetException("#" + name, "anchor of a section", "a name of its own", $"'{name}' twice");
    }

    /// <summary>Writes the file.</summary>
    /// <exception cref="LinkTargetException">A link leads nowhere.</exception>
    public void Save(Document document, Stream destination)
    {
        var objects = new PdfObjects();
        var catalog = objects.Reserve();
        var pageTree = objects.Reserve();
        var pageIds = pages.ConvertAll(_ => objects.Reserve());
        var linkIds = new Dictionary<LinkArea, int>(ReferenceEqualityComparer.Instance);
        foreach (var link in links) linkIds[link] = objects.Reserve();

        var structure = new StructureTree(objects, Root, pageIds, linkIds);
        var tree = structure.Write([.. pages.Select(page => page.Marked)], links);
        WriteLinks(objects, linkIds, pageIds);
        WritePages(objects, pageTree, pageIds, linkIds);
        var outlines = new OutlineTree(objects, pageIds).Write(bookmarks);
        var metadata = objects.AddStream("/Type /Metadata /Subtype /XML", DocumentMetadata.Packet(document), compress: false);
        objects.Set(
            catalog,
            $"<< /Type /Catalog /Version /1.7 /Pages {Reference(pageTree)} /StructTreeRoot {Reference(tree)} /MarkInfo << /Marked true >> " +
            $"/Lang ({DocumentMetadata.LanguageTag(document.Language)}) /ViewerPreferences << /DisplayDocTitle true >> " +
            (outlines is { } first ? $"/Outlines {Reference(first)} " : "") + $"/Metadata {Reference(metadata)} >>");
        objects.WriteTo(destination, catalog, objects.Add(DocumentMetadata.Information(document)));
    }

    private void WritePages(PdfObjects objects, int tree, List<int> ids, Dictionary<LinkArea, int> linkIds)
    {
        var contents = pages.ConvertAll(page => objects.AddStream("", page.Finish()));
        var resources = objects.Add($"<< /Font << /F0 {Reference(regular.WriteTo(objects))} /F1 {Reference(bold.WriteTo(objects))} >> >>");
        for (var i = 0; i < pages.Count; i++)
        {
            var annotations = string.Join(' ', links.Where(link => link.Page == i).Select(link => Reference(linkIds[link])));
            objects.Set(
                ids[i],
                $"<< /Type /Page /Parent {Reference(tree)} /MediaBox [0 0 {Number(pageWidth)} {Number(PageHeight)}] /Resources {Reference(resources)} " +
                $"/Contents {Reference(contents[i])} /Tabs /S /StructParents {i.ToString(CultureInfo.InvariantCulture)}" +
                (annotations.Length > 0 ? $" /Annots [{annotations}]" : "") + " >>");
        }
        objects.Set(tree, $"<< /Type /Pages /Count {ids.Count.ToString(CultureInfo.InvariantCulture)} /Kids [{string.Join(' ', ids.Select(Reference))}] >>");
    }

    private void WriteLinks(PdfObjects objects, Dictionary<LinkArea, int> ids, List<int> pageIds)
    {
        for (var i = 0; i < links.Count; i++)
        {
            var link = links[i];
            objects.Set(
                ids[link],
                $"<< /Type /Annot /Subtype /Link /Rect [{Number(link.Left)} {Number(link.Bottom)} {Number(link.Right)} {Number(link.Top)}] /Border [0 0 0] /F 4 " +
                $"/P {Reference(pageIds[link.Page])} /Contents {PdfSyntax.Text(link.Description)} " +
                $"/StructParent {(pages.Count + i).ToString(CultureInfo.InvariantCulture)} {Action(link, pageIds)} >>");
        }
    }

    private string Action(LinkArea link, List<int> pageIds)
    {
        if (link.Target.StartsWith('#'))
        {
            return anchors.TryGetValue(link.Target[1..], out var place)
                ? "/Dest " + OutlineTree.Explicit(place, pageIds)
                : throw new LinkTargetException(
                    link.Target, $"link \"{link.Description}\"", $"an anchor of the document ({string.Join(", ", anchors.Keys.Order(StringComparer.Ordinal))})", link.Target);
        }
        // A host in other letters than ASCII would have to be written in its encoded form.
        if (!Uri.TryCreate(link.Target, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http" or "mailto")
            || !Ascii.IsValid(address.AbsoluteUri))
            throw new LinkTargetException(link.Target, $"link \"{link.Description}\"", "#anchor or an address in ASCII that begins with https, http or mailto", link.Target);
        return $"/A << /S /URI /URI {Address(address)} >>";
    }
}
