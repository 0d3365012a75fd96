using System.Text.RegularExpressions;
using Pipeline.Infrastructure.Tests.Templates;

namespace Pipeline.Infrastructure.Tests.Rules;

/// <summary>The core rules of the language's own linter, as far as they concern what these templates do, and three of ours.</summary>
internal static partial class LinterRule
{
    private static readonly string[] EnvironmentHosts =
    [
        "core.windows.net", "login.microsoftonline.com", "vault.azure.net", "vaultcore.azure.net", "management.azure.com", "database.windows.net",
        "graph.windows.net", "api.loganalytics.io", "azuredatalakestore.net", "gallery.azure.com", "trafficmanager.net", "applicationinsights.azure.com",
    ];

    public static IEnumerable<string> Findings(TemplateFolder folder) => folder.Files.SelectMany(file =>
        (IEnumerable<string>)
        [
            .. Hosts(file), .. Locations(file), .. Calls(file), .. Outputs(file), .. SecureNames(file), .. NeedlessWaits(file),
            .. Children(file), .. Interpolations(file), .. Versions(file), .. UnknownAtStart(file), .. Undescribed(file),
        ]);

    private static IEnumerable<string> Hosts(Template file) =>
        from text in file.Root.All("string_content")
        from host in EnvironmentHosts
        where text.Text.Contains(host, StringComparison.OrdinalIgnoreCase)
        select $"{file.Place(text)}: '{host}' differs between clouds; use environment()";

    private static IEnumerable<string> Locations(Template file)
    {
        foreach (var resource in file.Resources)
            if (resource.Body.At("location") is { } location && location.Text is not ("location" or "'global'"))
                yield return $"{file.Place(location)}: the location is {location.Text}, not the parameter";

        var defaults = file.Parameters.SelectMany(one => one.Value?.All("member_expression") ?? []).ToList();
        foreach (var expression in file.Root.All("member_expression"))
            if (expression.Text is "resourceGroup().location" or "deployment().location" && !defaults.Contains(expression))
                yield return $"{file.Place(expression)}: {expression.Text} outside the default of a parameter";
    }

    private static IEnumerable<string> Calls(Template file) => References.Calls(file.Root)
        .Where(call => call.Name is "concat" or "resourceId" or "reference" || call.Name.StartsWith(".list", StringComparison.Ordinal) || call.Name.StartsWith("list", StringComparison.Ordinal))
        .Select(call => $"{file.Place(call.Call)}: {call.Name} is not to be used");

    private static IEnumerable<string> Outputs(Template file) => file.Outputs
        .Where(output => SecretName().IsMatch(output.Name) || output.Value!.All("property_identifier").Any(name => SecretName().IsMatch(name.Text)))
        .Select(output => $"{file.Place(output.Node)}: output '{output.Name}' shows a secret in the deployment's history");

    private static IEnumerable<string> SecureNames(Template file) => file.Parameters
        .Where(one => SecretName().IsMatch(one.Name) && !one.Has("secure"))
        .Select(one => $"{file.Place(one.Node)}: parameter '{one.Name}' is not marked secure");

    private static IEnumerable<string> NeedlessWaits(Template file) =>
        from one in file.Resources.Concat(file.Modules)
        from waited in one.Body.At("dependsOn")?.Parts ?? []
        let rest = one.Body.Parts.Where(part => part.Parts[0].Text != "dependsOn")
        where rest.SelectMany(References.Names).Any(name => name.Text == waited.Text)
        select $"{file.Place(waited)}: '{one.Name}' waits for '{waited.Text}' already, which it uses";

    private static IEnumerable<string> Children(Template file) => file.Resources
        .Where(one => one.Container is null && one.TypeName.Count(letter => letter == '/') > 1 && one.Body.At("parent") is null)
        .Select(one => $"{file.Place(one.Node)}: '{one.Name}' is a child and names no parent");

    private static IEnumerable<string> Interpolations(Template file) => file.Root.All("string")
        .Where(text => text.Parts is [{ Type: "interpolation" }])
        .Where(text => !file.Root.All("object_property").Any(property => property.Parts[0] == text))
        .Select(text => $"{file.Place(text)}: {text.Text} is the expression itself; leave the string out");

    private static IEnumerable<string> Versions(Template file) => file.Resources
        .Where(one => one.Container is null && !Released().IsMatch(one.Type))
        .Select(one => $"{file.Place(one.Node)}: '{one.Type}' names no released version");

    /// <summary>Names must be known when a deployment starts: neither a module's output nor a property read from the cloud is.</summary>
    private static IEnumerable<string> UnknownAtStart(Template file) =>
        from one in file.Resources.Concat(file.Modules)
        let name = one.Body.At("name")
        where name is not null && name.All("property_identifier").Any(part => part.Text is "outputs" or "properties")
        select $"{file.Place(name)}: the name of '{one.Name}' is not known when the deployment starts";

    private static IEnumerable<string> Undescribed(Template file) => file.IsParameterFile
        ? []
        : file.Parameters.Concat(file.Outputs).Concat(file.Types).Where(one => !one.Has("description"))
            .Select(one => $"{file.Place(one.Node)}: '{one.Name}' is not described");

    [GeneratedRegex("passw|pwd|secret|accountkey|connectionstring|instrumentationkey|sastoken", RegexOptions.IgnoreCase)]
    private static partial Regex SecretName();

    [GeneratedRegex(@"^[A-Za-z.]+(/[A-Za-z]+)+@\d{4}-\d{2}-\d{2}$")]
    private static partial Regex Released();
}
