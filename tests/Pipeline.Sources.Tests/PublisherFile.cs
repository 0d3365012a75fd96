using System.Text;

namespace Pipeline.Sources.Tests;

/// <summary>Real rows of the publishers' files, and the same files with a fault planted.</summary>
internal static class PublisherFile
{
    public static string StarterFolder => Path.Combine(AppContext.BaseDirectory, "starter-feeds");

    /// <summary>A file below <c>Feeds</c>.</summary>
    public static SourceFile File(string path) => SourceFile.From(Path.GetFileName(path), Bytes(path));

    public static byte[] Bytes(string path) => System.IO.File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Feeds", path));

    public static string Text(string path) => Encoding.UTF8.GetString(Bytes(path));

    public static SourceFile FromText(string text, string name = "file.csv") => SourceFile.From(name, Encoding.UTF8.GetBytes(text));

    /// <summary>A file with one text put in the place of another, which must be there.</summary>
    public static SourceFile With(string path, string old, string replacement)
    {
        string text = Text(path);
        Assert.Contains(old, text, StringComparison.Ordinal);
        return FromText(text.Replace(old, replacement, StringComparison.Ordinal), Path.GetFileName(path));
    }
}
