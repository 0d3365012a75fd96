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
