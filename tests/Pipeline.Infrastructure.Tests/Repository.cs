using Pipeline.Storage;

namespace Pipeline.Infrastructure.Tests;

/// <summary>Files of the repository that the tests read.</summary>
internal static class Repository
{
    private static readonly string Root = RepositoryRoot.Find();

    /// <summary>Full path of a file or folder.</summary>
    public static string Path(string relative) => System.IO.Path.Combine(Root, relative);

    /// <summary>Text of a file.</summary>
    public static string Text(string relative) => File.ReadAllText(Path(relative));

    /// <summary>Paths, from the repository's root, of the files below a folder whose names end so.</summary>
    public static IEnumerable<string> Files(string folder, string ending) => Directory
        .EnumerateFiles(Path(folder), "*" + ending, SearchOption.AllDirectories)
        .Select(file => System.IO.Path.GetRelativePath(Root, file).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);
}
