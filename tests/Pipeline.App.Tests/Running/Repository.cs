namespace Pipeline.App.Tests.Running;

/// <summary>Places in the repository.</summary>
internal static class RepositoryFolder
{
    /// <summary>The folder with the solution.</summary>
    public static string Root { get; } = Pipeline.Storage.RepositoryRoot.Find();

    /// <summary>A file or folder in it.</summary>
    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    /// <summary>Files under version control or about to be, by path from the root.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. RunningProcess.Run("git", Root, "ls-files", "--cached", "--others", "--exclude-standard").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)];
}
