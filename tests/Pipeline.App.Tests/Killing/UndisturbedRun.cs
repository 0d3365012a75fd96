using System.Diagnostics;
using Pipeline.App.Tests.Running;
using Pipeline.Storage;
using Pipeline.Storage.Tests.Faults;

namespace Pipeline.App.Tests.Killing;

/// <summary>Name of the collection of tests that disturb a run and compare what it publishes with an undisturbed one.</summary>
[CollectionDefinition(Name)]
public sealed class DisturbedCollection : ICollectionFixture<UndisturbedRun>
{
    /// <summary>Name for the attribute.</summary>
    public const string Name = "Runs that are disturbed";
}

/// <summary>One run that nothing disturbs: what it publishes, and what it costs.</summary>
public sealed class UndisturbedRun : IAsyncLifetime
{
    /// <summary>When the quarterly timer last came round: on the tenth of February, May, August and November at 18:00 UTC.</summary>
    public static DateTimeOffset Occurrence { get; } = Enumerable.Range(0, 5)
        .Select(back => TimeProvider.System.GetUtcNow().AddMonths(-back))
        .Where(month => month.Month % 3 == 2)
        .Select(month => new DateTimeOffset(month.Year, month.Month, 10, 18, 0, 0, TimeSpan.Zero))
        .First(time => time <= TimeProvider.System.GetUtcNow());

    /// <summary>Quarter of all runs: that of the timer, so that what the timer starts can be compared.</summary>
    public static string Quarter { get; } = Domain.Quarter.Of(DateOnly.FromDateTime(Occurrence.UtcDateTime)).Code;

    /// <summary>Files read, minerals assessed, briefings rendered, one vintage published.</summary>
    public const int Steps = ProgramOfFewFeeds.Files + 41 + 84 + 1;

    /// <summary>One message a step, and one that begins the run.</summary>
    public const int Messages = Steps + 1;

    private readonly ProgramOfFewFeeds program = new();

    /// <summary>The program of all these runs, for <c>dotnet</c>.</summary>
    public string Program => program.Assembly;

    /// <summary>Files of the vintage with the hashes of their bytes.</summary>
    public IReadOnlyList<string> Published { get; private set; } = [];

    /// <summary>Storage calls of the run by kind, and what else it took.</summary>
    internal IReadOnlyList<string> Cost { get; private set; } = [];

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        await using Bench bench = await Bench.StartAsync();
        await using FaultProxy proxy = await FaultProxy.StartAsync(bench.Connection);
        // Nothing is killed here: no step may be taken for lost, and its message sent again, because the machine is busy.
        await using ServingProcess serving = await ServingProcess.StartAsync(proxy.ConnectionString, Program, leaseSeconds: 300);
        long atRest = serving.Memory;
        proxy.Recount();
        Stopwatch watch = Stopwatch.StartNew();
        TimeSpan before = serving.ProcessorTime;
        string run = await serving.StartRunAsync(Quarter, "undisturbed");
        RunRecord ended = await Ledger.UntilEndedAsync(bench.Account, run);
        TimeSpan took = watch.Elapsed;
        Assert.True(ended.State == RunState.Done, ended.Outcome);
        Dictionary<string, long> counts = new(proxy.Counts);
        Cost =
        [
            FormattableString.Invariant($"{took.TotalSeconds:F1} s for {Steps} steps, {Steps / took.TotalSeconds:F1} messages a second; processor time of the worker {(serving.ProcessorTime - before).TotalSeconds:F1} s"),
            FormattableString.Invariant($"memory of the worker {atRest / 1048576.0:F0} MiB at rest, {serving.Memory / 1048576.0:F0} MiB after the run"),
            FormattableString.Invariant($"{counts.Values.Sum()} storage calls, {counts.GetValueOrDefault("queue POST message")} messages sent"),
            .. counts.OrderByDescending(count => count.Value).Select(count => FormattableString.Invariant($"  {count.Value,6}  {count.Key}")),
        ];
        Published = await PublishedBytes.OfOnlyVintageAsync(bench.Account);
    }

    /// <inheritdoc/>
    public Task DisposeAsync()
    {
        program.Dispose();
        return Task.CompletedTask;
    }
}

/// <summary>An emulator of a test's own, that can be stopped and started again over its data.</summary>
internal sealed class Bench : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private StorageEmulator? emulator;

    /// <summary>Connection string of the emulator.</summary>
    public string Connection { get; private set; } = "";

    /// <summary>The account.</summary>
    public StorageAccount Account { get; private set; } = null!;

    /// <summary>Starts an emulator on free ports.</summary>
    public static async Task<Bench> StartAsync()
    {
        Bench bench = new();
        await bench.StartEmulatorAsync();
        await bench.Account.CreateAsync();
        return bench;
    }

    /// <summary>Starts the emulator over the data that are there, on whatever ports are free.</summary>
    public async Task StartEmulatorAsync()
    {
        emulator = await StorageEmulator.StartAsync(StorageEmulatorOptions.OnFreePorts(folder.File("azurite")));
        (Connection, Account) = (emulator.ConnectionString, StorageAccount.Connect(emulator.ConnectionString));
    }

    /// <summary>Stops the emulator; its data stay.</summary>
    public ValueTask StopEmulatorAsync() => emulator!.DisposeAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopEmulatorAsync();
        folder.Dispose();
    }
}
