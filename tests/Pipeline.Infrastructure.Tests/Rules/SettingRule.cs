using System.Text.RegularExpressions;
using Pipeline.Infrastructure.Tests.Templates;

namespace Pipeline.Infrastructure.Tests.Rules;

/// <summary>The app's settings are those that the program and its host read: none is missing, none is left unread.</summary>
internal static partial class SettingRule
{
    private const string Source = "functions/Pipeline.App/Settings/PipelineSettings.cs";
    private const string StorageSource = "functions/Pipeline.App/Settings/StorageSettings.cs";
    private const string Prefix = "Pipeline__";

    /// <summary>What the telemetry of the Functions host reads. An identity stands where keys would.</summary>
    private static readonly string[] HostSettings = ["APPLICATIONINSIGHTS_CONNECTION_STRING", "APPLICATIONINSIGHTS_AUTHENTICATION_STRING"];

    public static IEnumerable<string> Findings(TemplateFolder folder)
    {
        var set = Set(folder).Select(setting => setting.Name).ToList();
        string[] read = [.. HostSettings, .. StorageByIdentity(), .. KnownToTheProgram()];
        return
        [
            .. read.Except(set).Select(name => $"'{name}' is read and not set"),
            .. set.Except(read).Select(name => $"'{name}' is set and read by nobody"),
            .. set.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).Select(group => $"'{group.Key}' is set twice"),
        ];
    }

    /// <summary>Name and value of every setting, in the one place where there are any.</summary>
    public static IEnumerable<(string Name, Node Value)> Set(TemplateFolder folder)
    {
        var site = folder.Resources.Single(one => one.Resource.TypeName == "Microsoft.Web/sites").Resource;
        return site.Body.At("properties.siteConfig.appSettings")!.Parts.Select(setting => (setting.At("name")!.Literal!, setting.At("value")!));
    }

    /// <summary>The settings under the program's own section, as its source lists them; the program refuses any other.</summary>
    public static IReadOnlyList<string> KnownToTheProgram()
    {
        var list = KnownList().Match(Repository.Text(Source));
        Assert.True(list.Success, $"{Source} lists no known settings; if the list moved, look for it there");
        return [.. NameOf().Matches(list.Value).Select(match => Prefix + match.Groups[1].Value)];
    }

    /// <summary>The settings by which the program, and the host by the same names, finds the account as the app's identity.</summary>
    public static IReadOnlyList<string> StorageByIdentity()
    {
        var source = Repository.Text(StorageSource);
        var section = StorageSection().Match(source);
        var names = StorageName().Matches(source);
        Assert.True(section.Success && names.Count == 3, $"{StorageSource} names no account, credential and client; if the names moved, look for them there");
        return [.. names.Select(name => $"{section.Groups[1].Value}__{name.Groups[1].Value}")];
    }

    [GeneratedRegex(@"const string Setting = ""(\w+)""")]
    private static partial Regex StorageSection();

    [GeneratedRegex(@"const string (?:AccountName|Credential|ClientId) = ""(\w+)""")]
    private static partial Regex StorageName();

    [GeneratedRegex(@"\bKnown\b[^=\n]*=\s*\[[^\]]*\]")]
    private static partial Regex KnownList();

    [GeneratedRegex(@"nameof\((\w+)\)")]
    private static partial Regex NameOf();
}
