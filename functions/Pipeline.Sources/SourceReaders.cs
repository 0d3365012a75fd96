using Pipeline.Domain;

namespace Pipeline.Sources;

/// <summary>All readers, and the choice of the one for a file by its content.</summary>
public static class SourceReaders
{
    /// <summary>All readers in order of source.</summary>
    public static IReadOnlyList<SourceReader> All { get; } =
    [
        new UsgsMcs.UsgsMcsReader(),
    ];

    /// <summary>The reader for a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="source">Source the caller expects, or none to choose by content.</param>
    /// <exception cref="UnreadableFileException">The file is empty, an error page, an archive or in another encoding.</exception>
    /// <exception cref="LayoutDriftException">No reader knows the layout.</exception>
    public static SourceReader For(SourceFile file, string? source = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        return All.Where(reader => source is null || reader.Source == source).FirstOrDefault(reader => reader.Recognises(file))
            ?? throw new LayoutDriftException(new Fault(
                file.Name, "first lines", "a layout of " + string.Join(", ", All.Select(reader => reader.Source)), "none of them",
                "check that the file is the publisher's own, or add its new layout to the reader"));
    }
}
