namespace Pipeline.Storage.Tests.Faults;

/// <summary>An emulator of its own with a proxy before it: what is written here would disturb tests that look at whole stores.</summary>
public sealed class FaultedStorage : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pipeline-faults-");
    private StorageEmulator? emulator;

    internal FaultProxy Proxy { get; private set; } = null!;

    /// <summary>The account through the proxy.</summary>
    public StorageAccount Account { get; private set; } = null!;

    /// <summary>The account past the proxy: what is really stored.</summary>
    public StorageAccount Direct { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        emulator = await StorageEmulator.StartAsync(StorageEmulatorOptions.OnFreePorts(Path.Combine(folder.FullName, "data")));
        Proxy = await FaultProxy.StartAsync(emulator.ConnectionString);
        Direct = StorageAccount.Connect(emulator.ConnectionString);
        await Direct.CreateAsync();
        Account = StorageAccount.Connect(Proxy.ConnectionString);
    }

    public async Task DisposeAsync()
    {
        await Proxy.DisposeAsync();
        await emulator!.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
