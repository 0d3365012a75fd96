namespace Pipeline.Briefings.Pdf.Writer;

/// <summary>
/// An element of the structure tree. It joins its parent when its first content is drawn: joining earlier would put a link before
/// the sentence that holds it.
/// </summary>
/// <param name="role">Standard structure type (ISO 32000-1, 14.8.4).</param>
/// <param name="parent">Parent, or none for the root.</param>
/// <param name="entries">Further entries of the element's dictionary.</param>
internal sealed class StructNode(string role, StructNode? parent, string entries = "")
{
    private readonly List<Kid> kids = [];
    private bool attached;

    /// <summary>Standard structure type.</summary>
    public string Role { get; } = role;

    public StructNode? Parent { get; } = parent;

    /// <summary>Further entries of the element's dictionary, such as alternative text.</summary>
    public string Entries { get; set; } = entries;

    /// <summary>Content in reading order.</summary>
    public IReadOnlyList<Kid> Kids => kids;

    public StructNode Child(string role, string entries = "") => new(role, this, entries);

    /// <summary>Adds marked content of a page, or an annotation.</summary>
    public void Add(Kid kid)
    {
        Attach();
        kids.Add(kid);
    }

    /// <summary>Joins the parent even without content, as an empty cell of a table must.</summary>
    public void Attach()
    {
        if (attached || Parent is null) return;
        attached = true;
        Parent.Add(new Kid.Element(this));
    }

    /// <summary>One thing an element holds.</summary>
    internal abstract record Kid
    {
        internal sealed record Element(StructNode Node) : Kid;

        internal sealed record MarkedContent(int Page, int Number) : Kid;

        internal sealed record Annotation(LinkArea Link) : Kid;
    }
}

/// <summary>A place on a page that leads somewhere.</summary>
/// <param name="Page">Page number from 0.</param>
/// <param name="Left">Left edge, in PDF space.</param>
/// <param name="Bottom">Bottom edge.</param>
/// <param name="Right">Right edge.</param>
/// <param name="Top">Top edge.</param>
/// <param name="Target">Address or #anchor.</param>
/// <param name="Node">Structure element of the link.</param>
/// <param name="Description">Words for assistive technology.</param>
internal sealed record LinkArea(int Page, double Left, double Bottom, double Right, double Top, string Target, StructNode Node, string Description);

/// <summary>A place that a bookmark or a link can lead to.</summary>
/// <param name="Page">Page number from 0.</param>
/// <param name="Top">Height on the page, in PDF space.</param>
internal sealed record Destination(int Page, double Top);

/// <summary>An entry of the bookmarks.</summary>
/// <param name="Level">1 or 2.</param>
/// <param name="Title">Words of the heading.</param>
/// <param name="Place">Where it leads.</param>
internal sealed record Bookmark(int Level, string Title, Destination Place);
