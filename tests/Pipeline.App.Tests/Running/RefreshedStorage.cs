using System.Text.Json;
using Pipeline.Storage;

namespace Pipeline.App.Tests.Running;

/// <summary>Name of the collection of tests that look at one refreshed storage and change nothing in it.</summary>
[CollectionDefinition(Name)]
public sealed class RefreshedCollection : ICollectionFixture<RefreshedStorage>
{
    /// <summary>Name for the attribute.</summary>
    public const string Name = "A storage after one refresh of the starter feeds";
}

/// <summary>A real storage emulator with one refresh of the starter feeds, made once for all tests that look at it.</summary>
public sealed class RefreshedStorage : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private StorageEmulator? emulator;
    private ServedApi? served;

    /// <summary>Connection string of the emulator.</summary>
    public string Connection => emulator!.ConnectionString;

    /// <summary>The account.</summary>
    public StorageAccount Account { get; private set; } = null!;

    /// <summary>What <c>--out</c> left behind.</summary>
    public string OutputFolder => folder.File("out");

    /// <summary>What the refresh said, as JSON.</summary>
    internal JsonElement Summary { get; private set; }

    /// <summary>Exit code and streams of the refresh.</summary>
    internal CommandOutcome Outcome { get; private set; } = null!;

    /// <summary>Paths of the briefings.</summary>
    internal IReadOnlyList<string> Briefings => [.. Directory.EnumerateFiles(Path.Combine(OutputFolder, "briefings")).Order(StringComparer.Ordinal)];

    /// <summary>The program that serves it, started once for all tests that only ask.</summary>
    internal async Task<ServedApi> ServedAsync() => served ??= await ServedApi.StartAsync(Account);

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        emulator = await StorageEmulator.StartAsync(StorageEmulatorOptions.OnFreePorts(folder.File("azurite")));
        Outcome = await CommandRun.OnAsync(Connection, "refresh", "--quarter", "2026Q4", "--out", OutputFolder, "--json");
        Summary = Outcome.ExitCode is 0 or 3 ? JsonDocument.Parse(Outcome.Output).RootElement : default;
        Account = StorageAccount.Connect(Connection);
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (served is not null)
        {
            await served.DisposeAsync();
        }

        if (emulator is not null)
        {
            await emulator.DisposeAsync();
        }

        folder.Dispose();
    }
}
