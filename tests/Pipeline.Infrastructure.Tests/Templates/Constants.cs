namespace Pipeline.Infrastructure.Tests.Templates;

/// <summary>Values that can be told from a file alone.</summary>
internal static class Constants
{
    /// <summary>The names that a resource comes to have: one, or one for each element of the list that it loops over.</summary>
    public static IEnumerable<string> NamesOf(Template file, Deployed resource)
    {
        var name = resource.Body.At("name")!;
        if (resource.Loop is not { } loop) return [Text(name, "", "")];
        var variable = References.LoopNames(loop).First();
        return List(file, loop.Parts[^2].Text).Select(element => Text(name, variable, element));
    }

    /// <summary>The texts of a list.</summary>
    public static IEnumerable<string> List(Template file, string variable) =>
        file.Variables.Single(one => one.Name == variable).Value!.Parts.Select(element => Text(element, "", ""));

    private static string Text(Node node, string variable, string value) => node switch
    {
        { Type: "identifier" } when node.Text == variable => value,
        { Type: "string" } => string.Concat(node.Parts.Select(part => part.Type == "interpolation" ? Text(part.Parts[0], variable, value) : part.Text)),
        _ => throw new InvalidOperationException($"{node.Text} in line {node.Row} is no constant"),
    };
}
