using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.App.Functions;
using Pipeline.App.Refresh;
using Pipeline.App.Settings;
using Pipeline.App.Tests.Running;
using Pipeline.Storage;

namespace Pipeline.App.Tests.Runs;

/// <summary>A clock that goes on a millisecond at each look, so that no two runs have one name, and further when a test says so.</summary>
internal sealed class LookedAtClock(DateTimeOffset start) : TimeProvider
{
    private long ticks = start.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Add(ref ticks, TimeSpan.TicksPerMillisecond), TimeSpan.Zero);

    /// <summary>Goes on.</summary>
    public void Advance(TimeSpan by) => Interlocked.Add(ref ticks, by.Ticks);
}

/// <summary>
/// The run engine over real storage, without the loops that would call it: a test hands out the messages itself, in whatever order and however
/// often it wants.
/// </summary>
internal sealed class RunBench
{
    /// <summary>Minerals of the small runs.</summary>
    public static readonly string[] Minerals = ["cobalt", "nickel"];

    private static readonly TimeSpan Held = TimeSpan.FromMinutes(10);

    public RunBench(StorageAccount account, LookedAtClock clock)
    {
        (Account, Clock) = (account, clock);
        Engine = Another();
        Table = AppFunctions.Of(Engine, new Dictionary<string, TimerWork>());
    }

    public StorageAccount Account { get; }

    public LookedAtClock Clock { get; }

    public RefreshEngine Engine { get; }

    public FunctionTable Table { get; }

    /// <summary>The lease of a step and of a move: five times the lease of a message.</summary>
    public static TimeSpan Patience { get; } = new PipelineSettings().Lease * 5;

    /// <summary>An engine as another process has it, with an empty memory.</summary>
    public RefreshEngine Another() => new(Account, new PipelineSettings(), Clock, NullLogger.Instance);

    /// <summary>A starter feed, stored as if it had been fetched now.</summary>
    public Task<Snapshot> StoreAsync(string source, string name) => StoreAsync(source, name, Feed(source, name));

    /// <summary>Bytes under the name of a file of a source.</summary>
    public Task<Snapshot> StoreAsync(string source, string name, byte[] bytes, DateTimeOffset? knownAt = null) => Account.Snapshots.PutAsync(
        bytes,
        new SnapshotRecord
        {
            SourceId = source, FileName = name, Publisher = "publisher", Title = "title", Licence = "licence", Citation = "citation",
            ObtainedAt = Clock.GetUtcNow(), KnownAt = knownAt, Illustrative = false,
        });

    public static byte[] Feed(string source, string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "starter-feeds", source, name));

    /// <summary>A run over three small files and two minerals: 3 steps to read, 2 to assess, 4 to render, 1 to publish.</summary>
    public async Task<RunRecord> StartSmallAsync(string key, params Snapshot[] more)
    {
        Snapshot[] files =
        [
            await StoreAsync("usgs-mcs", "mcs2022-cobal_world.csv"), await StoreAsync("usgs-mcs", "mcs2023-cobal_world.csv"),
            await StoreAsync("mof-trade", "minerals-by-country-2020.csv"), .. more,
        ];
        RunRecord run = (await Engine.Start.StartAsync([Small([.. files.Select(file => file.Hash)])], key, default))[0];
        await MoveAsync();
        return run;
    }

    /// <summary>Does what the messages ask for that only move a run on; the others wait on.</summary>
    public async Task MoveAsync()
    {
        foreach (string queue in QueueNames.All)
        {
            IReadOnlyList<Delivery> deliveries = await ReceiveAsync(queue);
            foreach (Delivery step in deliveries.Where(delivery => delivery.Message.Subject != StepMessage.Move))
            {
                await Account.Queue(queue).SendAsync(step.Message);
            }

            foreach (Delivery move in deliveries.Where(delivery => delivery.Message.Subject == StepMessage.Move))
            {
                await DoAsync(queue, move);
            }
        }
    }

    public static RunRequest Small(IReadOnlyList<string> snapshots) => new("2026Q4", RunMode.Publish, FeedOrigins.Named, Minerals, snapshots);

    /// <summary>What a queue hands out now.</summary>
    public async Task<IReadOnlyList<Delivery>> ReceiveAsync(string queue)
    {
        List<Delivery> all = [];
        while (await Account.Queue(queue).ReceiveAsync<StepMessage>(32, Held) is { Count: > 0 } items)
        {
            foreach (WorkItem<StepMessage> item in items)
            {
                all.Add(new Delivery(item.Message, item.MessageId, item.Deliveries));
                await Account.Queue(queue).CompleteAsync(item);
            }
        }

        return [.. all.OrderBy(delivery => delivery.Message.Run, StringComparer.Ordinal).ThenBy(delivery => delivery.Message.Subject, StringComparer.Ordinal)];
    }

    /// <summary>Does what a delivery asks for, as the function of its queue.</summary>
    public Task DoAsync(string queue, Delivery delivery) => Engine.WorkOf(queue)(delivery, default);

    /// <summary>Works off all queues until nothing is left.</summary>
    /// <returns>How many messages asked for a step, by queue.</returns>
    public async Task<IReadOnlyDictionary<string, int>> DrainAsync()
    {
        Dictionary<string, int> done = QueueNames.All.ToDictionary(name => name, _ => 0, StringComparer.Ordinal);
        for (bool any = true; any;)
        {
            any = false;
            foreach (string queue in QueueNames.All)
            {
                IReadOnlyList<Delivery> deliveries = await ReceiveAsync(queue);
                await Parallel.ForEachAsync(deliveries, async (delivery, _) => await DoAsync(queue, delivery));
                done[queue] += deliveries.Count(delivery => delivery.Message.Subject != StepMessage.Move);
                any |= deliveries.Count > 0;
            }
        }

        return done;
    }

    public async Task<RunRecord> RunAsync(string id) => (await Account.Runs.FindRunAsync(id))!;

    public Task<StepRecord?> StepAsync(string run, string stage, string subject) => Account.Runs.FindStepAsync(run, stage, subject);

    public Task<string> WatchAsync() => Table.Timers[AppFunctions.WatchRuns](new TimerCall(AppFunctions.WatchRuns, Clock.GetUtcNow(), IsPastDue: false), default);

    /// <summary>Alerts that stand, as kind and subject.</summary>
    public async Task<IReadOnlyList<(string Kind, string Subject)>> AlertsAsync() =>
        [.. (await Account.Alerts.ListAsync()).Select(alert => (alert.Kind, alert.Subject)).Order()];

    public async Task<int> RunCountAsync() => await Account.Runs.RunsAsync().CountAsync();
}

/// <summary>A storage emulator of a test class's own, with nothing in it, and the engine over it.</summary>
public abstract class EmptyRunStorage : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private StorageEmulator emulator = null!;

    private protected RunBench Bench { get; private set; } = null!;

    private protected string Connection => emulator.ConnectionString;

    private protected StorageAccount Account => Bench.Account;

    private protected LookedAtClock Clock => Bench.Clock;

    public virtual async Task InitializeAsync()
    {
        emulator = await StorageEmulator.StartAsync(StorageEmulatorOptions.OnFreePorts(folder.File("azurite")));
        StorageAccount account = StorageAccount.Connect(emulator.ConnectionString);
        await account.CreateAsync();
        Bench = new RunBench(account, new LookedAtClock(new DateTimeOffset(2026, 11, 22, 6, 0, 0, TimeSpan.Zero)));
    }

    public virtual async Task DisposeAsync()
    {
        await emulator.DisposeAsync();
        folder.Dispose();
    }
}
