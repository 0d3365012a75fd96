namespace Pipeline.Storage;

/// <summary>
/// The right to a folder among the processes of this machine: an open file beside it that only one can have. The system gives it
/// back when its holder is gone, however it went.
/// </summary>
internal sealed class FolderLock : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly FileStream file;

    private FolderLock(FileStream file) => this.file = file;

    /// <summary>Waits for the right.</summary>
    public static async Task<FolderLock> TakeAsync(string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(folder))!);
        while (true)
        {
            if (TryOpen(Path.GetFullPath(folder) + ".lock") is { } file) return new FolderLock(file);
            await Task.Delay(Pause, cancellationToken);
        }
    }

    public ValueTask DisposeAsync() => file.DisposeAsync();

    private static FileStream? TryOpen(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }
}
