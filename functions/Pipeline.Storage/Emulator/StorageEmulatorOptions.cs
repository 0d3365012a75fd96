namespace Pipeline.Storage;

/// <summary>Where an emulator listens and keeps its data.</summary>
public sealed record StorageEmulatorOptions
{
    /// <summary>Folder for its data; made if it is not there. Two emulators never share one.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Folder with the emulator's <c>package.json</c>.</summary>
    public required string PackageFolder { get; init; }

    /// <summary>Port of the blob service; 0 takes a free one.</summary>
    public int BlobPort { get; init; }

    /// <summary>Port of the queue service; 0 takes a free one.</summary>
    public int QueuePort { get; init; }

    /// <summary>Port of the table service; 0 takes a free one.</summary>
    public int TablePort { get; init; }

    /// <summary>
    /// The emulator that <c>UseDevelopmentStorage=true</c> means: the usual ports, data in <c>.data/azurite</c> of the clone.
    /// </summary>
    public static StorageEmulatorOptions Development() => OnFreePorts(Path.Combine(RepositoryRoot.Find(), ".data", "azurite")) with
    {
        BlobPort = 10000,
        QueuePort = 10001,
        TablePort = 10002,
    };

    /// <summary>An emulator beside any other, on ports that the system chooses.</summary>
    public static StorageEmulatorOptions OnFreePorts(string dataFolder) =>
        new() { DataFolder = dataFolder, PackageFolder = Path.Combine(RepositoryRoot.Find(), "infra", "emulator") };
}
