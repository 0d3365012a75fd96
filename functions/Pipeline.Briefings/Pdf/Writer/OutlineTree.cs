using System.Globalization;
using System.Text;
using static Pipeline.Briefings.Pdf.Writer.PdfSyntax;

namespace Pipeline.Briefings.Pdf.Writer;

/// <summary>The bookmarks: one entry a heading, in two levels.</summary>
internal sealed class OutlineTree(PdfObjects objects, IReadOnlyList<int> pageIds)
{
    /// <summary>Writes the entries.</summary>
    /// <returns>Number of the root, or none without headings.</returns>
    public int? Write(IReadOnlyList<Bookmark> bookmarks)
    {
        if (bookmarks.Count == 0) return null;
        var root = objects.Reserve();
        var top = new List<(int Id, Bookmark Entry, List<(int Id, Bookmark Entry)> Children)>();
        foreach (var bookmark in bookmarks)
        {
            // A part without a section before it stands at the top level.
            if (bookmark.Level == 1 || top.Count == 0) top.Add((objects.Reserve(), bookmark, []));
            else top[^1].Children.Add((objects.Reserve(), bookmark));
        }
        for (var i = 0; i < top.Count; i++)
        {
            var (id, entry, children) = top[i];
            for (var c = 0; c < children.Count; c++)
                objects.Set(children[c].Id, Item(children[c].Entry, id, Neighbours([.. children.Select(child => child.Id)], c)));
            var span = children.Count == 0 ? "" : $" /First {Reference(children[0].Id)} /Last {Reference(children[^1].Id)} /Count {Count(children.Count)}";
            objects.Set(id, Item(entry, root, Neighbours([.. top.Select(item => item.Id)], i) + span));
        }
        objects.Set(root, $"<< /Type /Outlines /First {Reference(top[0].Id)} /Last {Reference(top[^1].Id)} /Count {Count(bookmarks.Count)} >>");
        return root;
    }

    /// <summary>A destination by page and height, at the reader's own magnification.</summary>
    public static string Explicit(Destination place, IReadOnlyList<int> pageIds) =>
        $"[{Reference(pageIds[place.Page])} /XYZ null {Number(place.Top)} null]";

    private string Item(Bookmark bookmark, int parent, string rest) =>
        $"<< /Title {PdfSyntax.Text(bookmark.Title)} /Parent {Reference(parent)} /Dest {Explicit(bookmark.Place, pageIds)}{rest} >>";

    private static string Neighbours(List<int> ids, int index)
    {
        var text = new StringBuilder();
        if (index > 0) text.Append(" /Prev ").Append(Reference(ids[index - 1]));
        if (index < ids.Count - 1) text.Append(" /Next ").Append(Reference(ids[index + 1]));
        return text.ToString();
    }

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
