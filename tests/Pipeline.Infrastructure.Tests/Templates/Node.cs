namespace Pipeline.Infrastructure.Tests.Templates;

/// <summary>A node of a syntax tree, as the public grammar gives it.</summary>
/// <param name="Type">Kind of the node: a rule of the grammar, or the word or mark itself.</param>
/// <param name="Text">The source it covers.</param>
/// <param name="Row">Line, from 1.</param>
/// <param name="Column">Column, from 1.</param>
/// <param name="Named">False for words and marks such as <c>param</c> and <c>:</c>.</param>
/// <param name="Error">The grammar could not read this.</param>
/// <param name="Missing">The grammar supposed this to be there; it is not.</param>
/// <param name="Children">What it is made of, in the order of the source.</param>
internal sealed record Node(string Type, string Text, int Row, int Column, bool Named, bool Error, bool Missing, IReadOnlyList<Node> Children)
{
    /// <summary>The children that are rules of the grammar, without comments.</summary>
    public IReadOnlyList<Node> Parts => field ??= [.. Children.Where(child => child.Named && child.Type is not ("comment" or "diagnostic_comment"))];

    /// <summary>This node and all below it.</summary>
    public IEnumerable<Node> All() => Children.SelectMany(child => child.All()).Prepend(this);

    /// <summary>All nodes of a kind, here and below.</summary>
    public IEnumerable<Node> All(string type) => All().Where(node => node.Type == type);

    /// <summary>The value of a string without interpolation; none for anything else.</summary>
    public string? Literal => Type == "string" && !Parts.Any(part => part.Type == "interpolation") ? Text.Trim('\'') : null;

    /// <summary>Name and value of each property of an object.</summary>
    public IEnumerable<(string Name, Node Value)> Properties => Parts
        .Where(part => part.Type == "object_property" && part.Parts is [{ Type: "identifier" or "string" }, _])
        .Select(part => (part.Parts[0].Literal ?? part.Parts[0].Text, part.Parts[1]));

    /// <summary>The value at a path of property names (<c>properties.siteConfig.minTlsVersion</c>); none where a name is not there.</summary>
    public Node? At(string path)
    {
        Node? node = this;
        foreach (var name in path.Split('.'))
            node = node?.Properties.FirstOrDefault(property => property.Name == name).Value;

        return node;
    }

    /// <summary>For <c>a.b.c</c>: the leftmost expression, and the names after it. Subscripts are passed over.</summary>
    public (Node Root, IReadOnlyList<string> Names) Chain()
    {
        var names = new Stack<string>();
        var node = this;
        while (node.Type is "member_expression" or "subscript_expression")
        {
            if (node.Type == "member_expression") names.Push(node.Parts[^1].Text);
            node = node.Parts[0];
        }

        return (node, [.. names]);
    }
}
