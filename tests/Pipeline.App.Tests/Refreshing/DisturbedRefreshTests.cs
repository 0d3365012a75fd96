using Pipeline.App.Commands;
using Pipeline.App.Tests.Running;
using Pipeline.Storage;
using Pipeline.Storage.Tests.Faults;

namespace Pipeline.App.Tests.Refreshing;

/// <summary>A refresh over storage that refuses, breaks off and loses answers comes to the same vintage.</summary>
[Collection(RefreshedCollection.Name)]
public sealed class DisturbedRefreshTests(RefreshedStorage undisturbed) : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private StorageEmulator emulator = null!;
    private FaultProxy proxy = null!;

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        emulator = await StorageEmulator.StartAsync(StorageEmulatorOptions.OnFreePorts(folder.File("azurite")));
        proxy = await FaultProxy.StartAsync(emulator.ConnectionString);
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        await proxy.DisposeAsync();
        await emulator.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>
    /// Every kind of call meets each disturbance in turn, at its first calls and then at every hundredth, so that the disturbances fall into
    /// each stage; no call meets more than its tries.
    /// </summary>
    [Fact]
    public async Task Disturbances_at_every_kind_of_call_leave_no_trace_in_what_is_published()
    {
        StorageFault[] faults = [StorageFault.CutAfter, StorageFault.Busy, StorageFault.BusyAfter, StorageFault.CutBefore, StorageFault.DiskFull];
        HashSet<string> met = [];
        proxy.Apply(call =>
        {
            long place = call.Number % 100;
            if (place % 2 == 0 || place / 2 >= faults.Length)
            {
                return null;
            }

            met.Add($"{call.Kind} {faults[place / 2]}");
            return faults[place / 2];
        });

        CommandOutcome outcome = await CommandRun.OnAsync(proxy.ConnectionString, "refresh", "--quarter", "2026Q4", "--json");

        Assert.Equal(ExitCode.Done, outcome.ExitCode);
        Assert.Equal(undisturbed.Summary.GetProperty("vintage").GetString(), System.Text.Json.JsonDocument.Parse(outcome.Output).RootElement.GetProperty("vintage").GetString());
        Assert.All(faults, fault => Assert.Contains($"blob PUT {fault}", met));
        Assert.Superset(new HashSet<string> { "blob GET CutAfter", "table POST batch CutAfter", "table POST row CutAfter", "table PUT row CutAfter" }, met);
        StorageAccount direct = StorageAccount.Connect(emulator.ConnectionString);
        PublishedVintage published = Assert.Single(await direct.Vintages.ListAsync());
        Assert.Equal(await FilesAsync(undisturbed.Account, published.Vintage), await FilesAsync(direct, published.Vintage));
    }

    private static async Task<List<string>> FilesAsync(StorageAccount account, string vintage)
    {
        List<string> files = [];
        await foreach (StoredName file in account.Vintages.FilesAsync(vintage))
        {
            StoredContent content = (await account.Vintages.TryGetAsync(vintage, file.Name))!;
            files.Add($"{file.Name} {ContentHash.Of(content.Bytes.Span)}");
        }

        return files;
    }
}
