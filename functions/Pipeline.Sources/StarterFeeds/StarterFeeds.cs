using System.Text.Json;
using Pipeline.Domain;

namespace Pipeline.Sources;

/// <summary>The figures that the first run uses, as they lie in a folder with their manifest.</summary>
public static class StarterFeeds
{
    private const string Restore = "restore the folder from version control, or make the feeds again from the publisher's files";

    /// <summary>Reads manifest and files and verifies every hash.</summary>
    /// <param name="folder">Folder with <c>manifest.json</c>.</param>
    /// <returns>The feeds in order of path.</returns>
    /// <exception cref="UnreadableFileException">A file is missing, or its bytes are not those of the manifest.</exception>
    /// <exception cref="LayoutDriftException">The manifest is malformed, names a source without reader or a path outside the folder.</exception>
    public static IReadOnlyList<StarterFeed> Load(string folder)
    {
        StarterFeedManifest manifest = ReadManifest(folder);
        return [.. manifest.Feeds.OrderBy(entry => entry.Path, StringComparer.Ordinal).Select(entry => Load(folder, entry))];
    }

    internal static StarterFeedManifest ReadManifest(string folder)
    {
        byte[] bytes = ReadFile(folder, StarterFeedManifest.FileName);
        try
        {
            StarterFeedManifest? manifest = JsonSerializer.Deserialize<StarterFeedManifest>(bytes, PipelineJson.Options);
            return manifest is not { Feeds: not null } ? throw Malformed("whole file", "null")
                : manifest.Feeds.FirstOrDefault(entry => !IsPath(entry)) is { } bad ? throw Malformed("path of a feed", bad.Path)
                : manifest;
        }
        catch (JsonException fault)
        {
            throw Malformed(fault.Path ?? "whole file", fault.Message, fault);
        }
    }

    private static StarterFeed Load(string folder, StarterFeedEntry entry)
    {
        SourceFile file = SourceFile.From(entry.Path.Split('/')[^1], ReadFile(folder, entry.Path));
        return file.Snapshot == entry.Snapshot ? new StarterFeed(entry, file) : throw new UnreadableFileException(new Fault(
            entry.Path, "whole file", "SHA-256 " + entry.Snapshot, "SHA-256 " + file.Snapshot, Restore));
    }

    /// <summary>A path leads to a file in the folder of its own source and nowhere else.</summary>
    private static bool IsPath(StarterFeedEntry entry) => entry.Path.Split('/') is [var source, var name] && source == entry.Source
        && name is not ("" or "." or "..") && !name.Contains('\\', StringComparison.Ordinal) && SourceReaders.All.Any(reader => reader.Source == source);

    private static byte[] ReadFile(string folder, string path)
    {
        try
        {
            return File.ReadAllBytes(Path.Combine(folder, path.Replace('/', Path.DirectorySeparatorChar)));
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UnreadableFileException(new Fault(path, "folder of the starter feeds", "the file", "no such file", Restore), fault);
        }
    }

    private static LayoutDriftException Malformed(string place, string found, Exception? cause = null) => new(
        new Fault(StarterFeedManifest.FileName, place, "source/file of a known source, with all members of an entry and no others", ReadableText.Of(found), Restore), cause);
}
