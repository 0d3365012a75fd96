namespace Pipeline.Sources.Tests;

/// <summary>A folder of its own for one test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("feeds-").FullName;

    public static TemporaryFolder CopyOf(string folder)
    {
        TemporaryFolder copy = new();
        copy.Add(folder);
        return copy;
    }

    /// <summary>Copies a folder with its sub-folders into this one.</summary>
    public void Add(string folder)
    {
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            string target = System.IO.Path.Combine(Path, System.IO.Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
