using Pipeline.Infrastructure.Tests.Templates;

namespace Pipeline.Infrastructure.Tests.Rules;

/// <summary>The grammar reads every file whole.</summary>
internal static class SyntaxRule
{
    public static IEnumerable<string> Findings(TemplateFolder folder) =>
        from file in folder.Files
        from node in file.Root.All()
        where node.Error || node.Missing
        select $"{file.Place(node)}: {(node.Missing ? $"'{node.Type}' is missing" : $"'{FirstLine(node.Text)}' cannot be read")}";

    private static string FirstLine(string text) => text.Split('\n')[0];
}
