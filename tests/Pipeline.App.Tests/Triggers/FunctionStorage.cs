using Pipeline.App.Tests.Running;
using Pipeline.Storage;

namespace Pipeline.App.Tests.Triggers;

/// <summary>Name of the collection of tests that call functions on one empty storage; each test takes timers of its own.</summary>
[CollectionDefinition(Name)]
public sealed class FunctionCollection : ICollectionFixture<FunctionStorage>
{
    /// <summary>Name for the attribute.</summary>
    public const string Name = "An empty storage for functions";
}

/// <summary>A real storage emulator with nothing in it.</summary>
public sealed class FunctionStorage : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private StorageEmulator? emulator;

    /// <summary>The account.</summary>
    public StorageAccount Account { get; private set; } = null!;

    /// <summary>Connection string of the emulator.</summary>
    public string Connection => emulator!.ConnectionString;

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        emulator = await StorageEmulator.StartAsync(StorageEmulatorOptions.OnFreePorts(folder.File("azurite")));
        Account = StorageAccount.Connect(Connection);
        await Account.CreateAsync();
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (emulator is not null)
        {
            await emulator.DisposeAsync();
        }

        folder.Dispose();
    }
}
