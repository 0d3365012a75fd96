namespace Pipeline.Infrastructure.Tests.Templates;

/// <summary>The names that expressions and types of a file use, without those that a loop or a lambda brings along.</summary>
internal static class References
{
    /// <summary>Uses of names below a node.</summary>
    public static IEnumerable<Node> Names(Node node) => Names(node, []);

    /// <summary>Names of functions called below a node, with the place of the call; methods of a resource as <c>.listKeys</c>.</summary>
    public static IEnumerable<(string Name, Node Call)> Calls(Node node) => node.All("call_expression").Select(call =>
        (call.Parts[0].Type == "member_expression" ? "." + call.Parts[0].Parts[^1].Text : call.Parts[0].Text, call));

    private static IEnumerable<Node> Names(Node node, IReadOnlyList<string> bound) => node.Type switch
    {
        "identifier" => bound.Contains(node.Text) ? [] : [node],
        "import_functionality" or "using_statement" or "loop_variable" or "loop_enumerator" => [],
        "decorator" => Below(node.Parts[0].Parts.Skip(1), bound),
        "parameter_declaration" or "variable_declaration" or "output_declaration" or "type_declaration" or "metadata_declaration"
            or "resource_declaration" or "module_declaration" => Below(node.Parts.Skip(1), bound),
        "object_property" when node.Parts is [{ Type: "identifier" or "compatible_identifier" }, ..] => Below(node.Parts.Skip(1), bound),
        "call_expression" when node.Parts[0].Type == "identifier" => Below(node.Parts.Skip(1), bound),
        "resource_expression" => Below(node.Parts.Take(1), bound),
        "user_defined_function" => Below(node.Parts.Skip(2), [.. bound, .. node.Parts[1].Parts.Select(parameter => parameter.Parts[0].Text)]),
        "arguments" => Below(node.Parts, [.. bound, .. node.All("lambda_expression").SelectMany(lambda => lambda.Parts[0].All("identifier")).Select(name => name.Text)]),
        "for_statement" => Names(node.Parts[^2], bound).Concat(Names(node.Parts[^1], [.. bound, .. LoopNames(node)])),
        _ => Below(node.Parts, bound),
    };

    /// <summary>The names that a loop gives its element and index.</summary>
    public static IEnumerable<string> LoopNames(Node loop) =>
        loop.Parts[0].Type == "identifier" ? [loop.Parts[0].Text] : loop.Parts[0].Parts.Select(name => name.Text);

    private static IEnumerable<Node> Below(IEnumerable<Node> nodes, IReadOnlyList<string> bound) => nodes.SelectMany(node => Names(node, bound));
}
