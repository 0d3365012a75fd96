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
    /// <exception cref="LayoutDriftException">The manifest is malformed, names a source without reader or a path outside the
    /// folder.</exception>
    public static IReadOnlyList<StarterFeed> Load(string folder)
    {
        StarterFeedManifest manifest = ReadManifest(folder);
        return [.. manifest.Feeds.OrderBy(entry => entry.Path, StringComparer.Ordinal).Select(entry => Load(folder, entry))];
    }

    /// <summary>
    /// Paths of the feeds that a manifest lists, for replacing them. A manifest of an older form must not stand in the way of making
    /// the feeds again, so its other members are not looked at.
    /// </summary>
    internal static IReadOnlyList<string> ListedPaths(string folder)
    {
        if (!File.Exists(Path.Combine(folder, StarterFeedManifest.FileName)))
        {
            return [];
        }

        try
        {
            using JsonDocument manifest = JsonDocument.Parse(ReadFile(folder, StarterFeedManifest.FileName));
            return [.. manifest.RootElement.GetProperty("feeds").EnumerateArray()
                .Select(feed => (Path: feed.GetProperty("path").GetString()!, Source: feed.GetProperty("source").GetString()!))
                .Select(feed => IsPath(feed.Path, feed.Source) ? feed.Path : throw Malformed("path of a feed", feed.Path))];
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw Malformed("whole file", fault.Message, fault);
        }
    }

    private static StarterFeedManifest ReadManifest(string folder)
    {
        byte[] bytes = ReadFile(folder, StarterFeedManifest.FileName);
        try
        {
            StarterFeedManifest? manifest = JsonSerializer.Deserialize<StarterFeedManifest>(bytes, PipelineJson.Options);
            return manifest is not { Feeds: not null } ? throw Malformed("whole file", "null")
                : manifest.Feeds.FirstOrDefault(entry => !IsPath(entry.Path, entry.Source)) is { } bad
                    ? throw Malformed("path of a feed", bad.Path)
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
    private static bool IsPath(string path, string feedSource) => path.Split('/') is [var source, var name] && source == feedSource
        && name is not ("" or "." or "..") && !name.Contains('\\', StringComparison.Ordinal)
            && SourceReaders.All.Any(reader => reader.Source == source);

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
        new Fault(StarterFeedManifest.FileName, place, "source/file of a known source, with all members of an entry and no others",
            ReadableText.Of(found), Restore), cause);
}
