using Pipeline.App.Functions;
using Pipeline.App.Pulling;
using Pipeline.App.Tests.Running;
using Pipeline.Sources;
using Pipeline.Storage;
using Pipeline.Tests.Publishing;

namespace Pipeline.App.Tests.Pulling;

/// <summary>A storage account of a test's own, a played publisher of real files, and a pull between them.</summary>
[Collection(EmptyAccounts.Name)]
public abstract class PulledStorage(EmptyAccounts accounts) : IAsyncLifetime
{
    protected const string Host = "www.e-stat.go.jp";
    protected const string WorldBank = "databank.worldbank.org";
    protected const string Trade2020 = "minerals-by-country-2020.csv";
    protected const string Trade2019 = "minerals-by-country-2019.csv";
    protected const string Secret = "appId=0123456789abcdef";

    private protected static readonly DateTimeOffset Start = new(2026, 11, 22, 6, 0, 0, TimeSpan.Zero);

    private Publisher publisher = null!;

    private protected PlayedPublisher Server { get; private set; } = null!;

    private protected HandClock Clock { get; } = new(Start, atOnceUpTo: TimeSpan.FromMinutes(2));

    private protected StorageAccount Storage { get; private set; } = null!;

    /// <summary>Snapshots whose read was started, in order.</summary>
    private protected List<Snapshot> Reads { get; } = [];

    /// <summary>Set to let the start of a read fail as if the process were killed there.</summary>
    private protected bool KilledBeforeRead { get; set; }

    public async Task InitializeAsync()
    {
        Server = await PlayedPublisher.StartAsync(Host, WorldBank);
        publisher = new Publisher(PublisherHosts.Parse([Host, WorldBank]), Clock, Server.Network);
        Storage = StorageAccount.Connect(accounts.Next());
        await Storage.CreateAsync();
    }

    public async Task DisposeAsync()
    {
        publisher.Dispose();
        await Server.DisposeAsync();
    }

    private protected static byte[] Feed(string source, string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "starter-feeds", source, name));

    /// <summary>The trade file of the year with one more row, a copy of its last: another edition of the same file.</summary>
    private protected static byte[] Revised(byte[] file)
    {
        int lastLine = file.AsSpan(0, file.Length - 1).LastIndexOf((byte)'\n') + 1;
        return [.. file, .. file[lastLine..]];
    }

    private protected static string Address(string name) => $"https://{Host}/files/{name}?{Secret}";

    private protected Task<string> PullAsync(string source, params string[] addresses) => new PullWork(
        SourcePulls.All.Single(pull => pull.Source == source), [.. addresses.Select(PullAddress.Parse)], publisher, Storage, ReadAsync, Clock).RunAsync(Call, default);

    private protected Task<string> SweepAsync() => new SweepInboxWork(Storage, ReadAsync, Clock).RunAsync(Call, default);

    private protected async Task<List<Snapshot>> SnapshotsAsync() => await Storage.Snapshots.ListAsync().ToListAsync();

    /// <summary>Alerts that stand, as kind and subject. None of them holds what must not be shown.</summary>
    private protected async Task<IReadOnlyList<(string Kind, string Subject)>> AlertsAsync()
    {
        IReadOnlyList<Alert> alerts = await Storage.Alerts.ListAsync(standingOnly: false);
        Assert.All(alerts, alert => Assert.DoesNotContain("0123456789abcdef", alert.Message, StringComparison.OrdinalIgnoreCase));
        return [.. alerts.Where(alert => alert.ClearedAt is null).Select(alert => (alert.Kind, alert.Subject)).Order()];
    }

    private TimerCall Call => new("test", Clock.GetUtcNow(), IsPastDue: false);

    private Task ReadAsync(Snapshot snapshot, CancellationToken cancellation)
    {
        if (KilledBeforeRead)
        {
            throw new KilledException();
        }

        Reads.Add(snapshot);
        return Task.CompletedTask;
    }
}

/// <summary>Stands for the end of the process: nothing in the program handles it.</summary>
public sealed class KilledException : Exception;
