using Pipeline.Infrastructure.Tests.Templates;

namespace Pipeline.Infrastructure.Tests.Rules;

/// <summary>Every name that is used is declared, and every name that is declared is used.</summary>
internal static class SymbolRule
{
    /// <summary>Functions and decorators of the language that the templates may call. A misspelt one is not among them.</summary>
    private static readonly HashSet<string> BuiltIn = new(StringComparer.Ordinal)
    {
        "allowed", "description", "export", "maxLength", "maxValue", "minLength", "minValue", "secure", "sealed", "batchSize",
        "any", "array", "base64", "bool", "cidrSubnet", "contains", "deployment", "empty", "endsWith", "environment", "filter", "first", "flatten",
        "format", "guid", "int", "intersection", "items", "join", "json", "last", "length", "loadTextContent", "map", "max", "min",
        "padLeft", "range", "readEnvironmentVariable", "replace", "resourceGroup", "skip", "split", "startsWith", "string", "subscription",
        "subscriptionResourceId", "substring", "take", "tenant", "toLower", "toObject", "toUpper", "trim", "union", "uniqueString", "uri",
    };

    public static IEnumerable<string> Findings(TemplateFolder folder) =>
        folder.Files.SelectMany(file => Undeclared(file).Concat(Unused(file)).Concat(Uncallable(file)).Concat(Nested(file)).Concat(Imports(folder, file)));

    private static IEnumerable<string> Undeclared(Template file)
    {
        var names = file.Names.ToHashSet(StringComparer.Ordinal);
        return References.Names(file.Root).Where(name => !names.Contains(name.Text)).Select(name => $"{file.Place(name)}: '{name.Text}' is not declared");
    }

    private static IEnumerable<string> Unused(Template file)
    {
        if (file.IsParameterFile) return [];
        var used = References.Names(file.Root).Select(name => name.Text).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. file.Declarations.Where(one => !one.Has("export") && !used.Contains(one.Name)).Select(one => $"{file.Place(one.Node)}: '{one.Name}' is never used"),
            .. file.Imports.Where(one => !used.Contains(one.LocalName)).Select(one => $"{file.Place(one.Node)}: '{one.LocalName}' is imported and never used"),
            .. file.Resources.Where(one => one.Existing && !used.Contains(one.Name)).Select(one => $"{file.Place(one.Node)}: existing resource '{one.Name}' is never used"),
        ];
    }

    private static IEnumerable<string> Uncallable(Template file) => References.Calls(file.Root)
        .Where(call => !call.Name.StartsWith('.') && !BuiltIn.Contains(call.Name) && file.Functions.All(own => own.Name != call.Name))
        .Select(call => $"{file.Place(call.Call)}: there is no function '{call.Name}'");

    private static IEnumerable<string> Nested(Template file) =>
        from reference in file.Root.All("resource_expression")
        let container = reference.Parts[0].Chain().Root.Text
        where !file.Resources.Any(resource => resource.Container?.Name == container && resource.Name == reference.Parts[1].Text)
        select $"{file.Place(reference)}: '{container}' has no nested resource '{reference.Parts[1].Text}'";

    private static IEnumerable<string> Imports(TemplateFolder folder, Template file)
    {
        foreach (var import in file.Imports)
        {
            var source = folder.Named(file, import.Path);
            if (source is null) yield return $"{file.Place(import.Node)}: there is no file '{import.Path}'";
            else if (!source.Declarations.Any(one => one.Name == import.Name && one.Has("export")))
                yield return $"{file.Place(import.Node)}: '{import.Path}' exports no '{import.Name}'";
        }
    }
}
