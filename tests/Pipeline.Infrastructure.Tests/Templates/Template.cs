namespace Pipeline.Infrastructure.Tests.Templates;

/// <summary>A declared name: parameter, variable, output, type or function.</summary>
internal sealed record Declaration(string Name, Node Node, IReadOnlyList<Node> Decorators)
{
    /// <summary>The declared type of a parameter or output; none for a variable.</summary>
    public Node? Type => Node.Parts.FirstOrDefault(part => part.Type == "type");

    /// <summary>What stands after the equals sign; none for a parameter without default.</summary>
    public Node? Value => Node.Children.SkipWhile(child => child.Text != "=").Skip(1).FirstOrDefault();

    /// <summary>True with this decorator.</summary>
    public bool Has(string decorator) => Decorators.Any(one => one.Parts[0].Text == decorator);
}

/// <summary>A resource or a module: what it is called here, what it is, and what it is given.</summary>
internal sealed record Deployed(string Name, string Type, Node Node, Node Body, bool Existing, Deployed? Container)
{
    /// <summary>The loop around the body, if there is one.</summary>
    public Node? Loop => Node.Parts[^1] is { Type: "for_statement" } loop ? loop : null;

    /// <summary>Type without its version.</summary>
    public string TypeName => Container is null ? Type.Split('@')[0] : $"{Container.TypeName}/{Type.Split('@')[0]}";
}

/// <summary>A name taken from another file.</summary>
internal sealed record Import(string Name, string LocalName, string Path, Node Node);

/// <summary>One file: what it declares, deploys and takes from others.</summary>
internal sealed class Template
{
    public Template(string path, Node root)
    {
        (Path, Root) = (path, root);
        List<Node> decorators = [];
        foreach (var node in root.Parts)
        {
            if (node.Type == "decorators")
            {
                decorators.AddRange(node.Parts.Select(decorator => decorator.Parts[0]));
                continue;
            }

            Add(node, decorators);
            decorators = [];
        }
    }

    public string Path { get; }
    public Node Root { get; }
    public List<Declaration> Parameters { get; } = [];
    public List<Declaration> Variables { get; } = [];
    public List<Declaration> Outputs { get; } = [];
    public List<Declaration> Types { get; } = [];
    public List<Declaration> Functions { get; } = [];
    public List<Deployed> Resources { get; } = [];
    public List<Deployed> Modules { get; } = [];
    public List<Import> Imports { get; } = [];

    /// <summary>The template that a parameter file is for.</summary>
    public string? Using { get; private set; }

    /// <summary>True for a parameter file, whose assignments are its <see cref="Variables"/>.</summary>
    public bool IsParameterFile => Path.EndsWith(".bicepparam", StringComparison.Ordinal);

    /// <summary>Every name that an expression of this file may use.</summary>
    public IEnumerable<string> Names =>
    [
        .. Declarations.Select(one => one.Name), .. Resources.Select(one => one.Name), .. Modules.Select(one => one.Name), .. Imports.Select(one => one.LocalName),
    ];

    /// <summary>Parameters, variables, types and functions.</summary>
    public IEnumerable<Declaration> Declarations => [.. Parameters, .. Variables, .. Types, .. Functions];

    /// <summary>Where a node is, for a finding.</summary>
    public string Place(Node node) => $"{Path}:{node.Row}";

    private void Add(Node node, IReadOnlyList<Node> decorators)
    {
        switch (node.Type)
        {
            case "parameter_declaration": Parameters.Add(new(node.Parts[0].Text, node, decorators)); break;
            case "variable_declaration": Variables.Add(new(node.Parts[0].Text, node, decorators)); break;
            case "output_declaration": Outputs.Add(new(node.Parts[0].Text, node, decorators)); break;
            case "type_declaration": Types.Add(new(node.Parts[0].Text, node, decorators)); break;
            case "user_defined_function": Functions.Add(new(node.Parts[0].Text, node, decorators)); break;
            case "resource_declaration": AddResource(node, null); break;
            case "module_declaration": Modules.Add(new(node.Parts[0].Text, node.Parts[1].Literal ?? "", node, Body(node), false, null)); break;
            case "import_functionality": AddImports(node); break;
            case "using_statement": Using = node.Parts[0].Literal; break;
        }
    }

    private void AddResource(Node node, Deployed? container)
    {
        var resource = new Deployed(
            node.Parts[0].Text, node.Parts[1].Literal ?? "", node, Body(node), node.Children.Any(child => child.Type == "existing"), container);
        Resources.Add(resource);
        foreach (var property in resource.Body.Parts)
            if (property.Parts is [{ Type: "resource_declaration" } nested]) AddResource(nested, resource);
    }

    private void AddImports(Node node)
    {
        var names = node.Parts.Where(part => part.Type == "identifier").ToList();
        var path = node.Parts[^1].Literal ?? "";
        for (var index = 0; index < names.Count; index++)
        {
            var renamed = node.Children.SkipWhile(child => child != names[index]).Skip(1).FirstOrDefault()?.Type == "as";
            Imports.Add(new(names[index].Text, renamed ? names[index + 1].Text : names[index].Text, path, node));
            if (renamed) index++;
        }
    }

    /// <summary>The object that is deployed, without the loop or condition around it.</summary>
    private static Node Body(Node node)
    {
        var body = node.Parts[^1];
        while (body.Type is "for_statement" or "if_statement") body = body.Parts[^1];
        return body;
    }
}
