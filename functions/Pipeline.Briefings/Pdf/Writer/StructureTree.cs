using System.Globalization;
using System.Text;
using static Pipeline.Briefings.Pdf.Writer.PdfSyntax;

namespace Pipeline.Briefings.Pdf.Writer;

/// <summary>Writes the structure tree, and the parent tree by which a reader finds the element of what it sees.</summary>
internal sealed class StructureTree(
    PdfObjects objects, StructNode document, IReadOnlyList<int> pageIds, IReadOnlyDictionary<LinkArea, int> linkIds)
{
    private readonly Dictionary<StructNode, int> ids = new(ReferenceEqualityComparer.Instance);

    /// <summary>Writes both trees.</summary>
    /// <param name="marked">By page, the element of each marked content.</param>
    /// <param name="links">Links in the order of their keys, which follow those of the pages.</param>
    /// <returns>Number of the root.</returns>
    public int Write(IReadOnlyList<IReadOnlyList<StructNode>> marked, IReadOnlyList<LinkArea> links)
    {
        var root = objects.Reserve();
        var parents = objects.Reserve();
        Number(document);
        WriteElement(document, root);

        var entries = new StringBuilder();
        for (var page = 0; page < marked.Count; page++)
            entries.Append(CultureInfo.InvariantCulture, $"{page} [{string.Join(' ', marked[page].Select(node => Reference(ids[node])))}] ");
        for (var i = 0; i < links.Count; i++)
            entries.Append(CultureInfo.InvariantCulture, $"{marked.Count + i} {Reference(ids[links[i].Node])} ");
        objects.Set(parents, $"<< /Nums [{entries}] >>");
        objects.Set(
            root,
            $"<< /Type /StructTreeRoot /K {Reference(ids[document])} /ParentTree {Reference(parents)} " +
            $"/ParentTreeNextKey {(marked.Count + links.Count).ToString(CultureInfo.InvariantCulture)} >>");
        return root;
    }

    private void Number(StructNode node)
    {
        ids[node] = objects.Reserve();
        foreach (var kid in node.Kids.OfType<StructNode.Kid.Element>()) Number(kid.Node);
    }

    private void WriteElement(StructNode node, int parent)
    {
        var page = node.Kids.OfType<StructNode.Kid.MarkedContent>().FirstOrDefault()?.Page;
        var kids = new StringBuilder();
        foreach (var kid in node.Kids)
        {
            if (kids.Length > 0) kids.Append(' ');
            switch (kid)
            {
                case StructNode.Kid.Element element:
                    kids.Append(Reference(ids[element.Node]));
                    WriteElement(element.Node, ids[node]);
                    break;
                case StructNode.Kid.MarkedContent content when content.Page == page:
                    kids.Append(CultureInfo.InvariantCulture, $"{content.Number}");
                    break;
                case StructNode.Kid.MarkedContent content:
                    kids.Append(CultureInfo.InvariantCulture, $"<< /Type /MCR /Pg {Reference(pageIds[content.Page])} /MCID {content.Number} >>");
                    break;
                case StructNode.Kid.Annotation annotation:
                    kids.Append(CultureInfo.InvariantCulture, $"<< /Type /OBJR /Pg {Reference(pageIds[annotation.Link.Page])} /Obj {Reference(linkIds[annotation.Link])} >>");
                    break;
                default:
                    throw new InvalidOperationException($"No written form of {kid.GetType().Name}.");
            }
        }
        objects.Set(
            ids[node],
            $"<< /Type /StructElem /S /{node.Role} /P {Reference(parent)}" + (page is { } p ? $" /Pg {Reference(pageIds[p])}" : "") +
            (node.Entries.Length > 0 ? " " + node.Entries : "") + $" /K [{kids}] >>");
    }
}
