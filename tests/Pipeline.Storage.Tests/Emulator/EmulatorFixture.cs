using System.Globalization;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace Pipeline.Storage.Tests;

/// <summary>One emulator for all tests, on ports of its own. Each test takes containers, tables and queues of its own in it.</summary>
public sealed class EmulatorFixture : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pipeline-storage-");
    private StorageEmulator? emulator;
    private int taken;

    public string ConnectionString => emulator!.ConnectionString;

    public async Task InitializeAsync() =>
        emulator = await StorageEmulator.StartAsync(StorageEmulatorOptions.OnFreePorts(Path.Combine(folder.FullName, "data")));

    public async Task DisposeAsync()
    {
        await emulator!.DisposeAsync();
        folder.Delete(recursive: true);
    }

    internal async Task<BlobContainerClient> ContainerAsync()
    {
        var container = new BlobContainerClient(ConnectionString, Name("container"));
        await container.CreateAsync();
        return container;
    }

    internal async Task<TableClient> TableAsync(TableClientOptions? options = null)
    {
        var connection = StorageConnection.Parse(ConnectionString);
        var table = new TableServiceClient(
            connection.Tables,
            new TableSharedKeyCredential(connection.AccountName, connection.AccountKey),
            options).GetTableClient(Name("table"));
        await table.CreateIfNotExistsAsync();
        return table;
    }

    internal async Task<(WorkQueue Work, QueueClient Queue, QueueClient Poison)> QueueAsync()
    {
        var name = Name("queue");
        var queue = new QueueClient(ConnectionString, name);
        var poison = new QueueClient(ConnectionString, name + WorkQueue.PoisonSuffix);
        await queue.CreateAsync();
        await poison.CreateAsync();
        return (new WorkQueue(queue, poison), queue, poison);
    }

    internal async Task<RunLedger> LedgerAsync() => new(await TableAsync(), await TableAsync());

    private string Name(string kind) => kind + Interlocked.Increment(ref taken).ToString(CultureInfo.InvariantCulture);
}

[CollectionDefinition(Name)]
public sealed class EmulatorGroup : ICollectionFixture<EmulatorFixture>
{
    public const string Name = "storage emulator";
}

internal static class Times
{
    public static readonly DateTimeOffset Start = new(2026, 11, 22, 3, 4, 5, 123, TimeSpan.Zero);

    public static DateTimeOffset After(int seconds) => Start.AddSeconds(seconds);
}
