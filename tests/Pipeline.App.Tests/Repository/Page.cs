using System.Text.RegularExpressions;
using Pipeline.App.Tests.Running;

namespace Pipeline.App.Tests.Repository;

/// <summary>A page of the repository and the commands that it shows.</summary>
internal sealed partial class Page(string path)
{
    /// <summary>The page.</summary>
    public string Text { get; } = File.ReadAllText(RepositoryFolder.Path(path));

    /// <summary>Its shell blocks, line by line.</summary>
    public IReadOnlyList<string[]> Blocks => [.. ShellBlock().Matches(Text).Select(block => block.Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries))];

    /// <summary>Every command, a line each.</summary>
    public string[] Commands => [.. Blocks.SelectMany(lines => lines)];

    /// <summary>Files and folders that it names and that stand in the repository, without placeholders.</summary>
    public IEnumerable<string> Paths => NamedPath().Matches(Text).Select(match => match.Groups[1].Value).Where(named => !named.Contains('<', StringComparison.Ordinal));

    [GeneratedRegex("```sh\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex ShellBlock();

    [GeneratedRegex(@"[`(]((?:functions|infra|tests|bicep)/[A-Za-z0-9_./<>-]*[A-Za-z0-9/>])[`)]")]
    private static partial Regex NamedPath();
}
