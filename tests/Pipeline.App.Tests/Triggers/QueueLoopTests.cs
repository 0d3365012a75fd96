using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Pipeline.App.Functions;
using Pipeline.App.Tests.Running;
using Pipeline.App.Triggers;
using Pipeline.App.Triggers.Standalone;
using Pipeline.Storage;

namespace Pipeline.App.Tests.Triggers;

/// <summary>Queues of a program that stands alone, over a real storage emulator. Each test has an emulator of its own.</summary>
public sealed class QueueLoopTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private readonly RecordingLog log = new();
    private readonly List<QueueLoop> started = [];
    private StorageEmulator emulator = null!;
    private StorageAccount account = null!;
    private WorkQueue queue = null!;

    public async Task InitializeAsync()
    {
        emulator = await StorageEmulator.StartAsync(StorageEmulatorOptions.OnFreePorts(folder.File("azurite")));
        account = StorageAccount.Connect(emulator.ConnectionString);
        await account.CreateAsync();
        queue = account.Queue(QueueNames.AssessMineral);
    }

    public async Task DisposeAsync()
    {
        foreach (QueueLoop loop in started)
        {
            await loop.StopAsync(default);
        }

        await emulator.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Each_stage_works_on_its_messages_and_deletes_them()
    {
        RecordingFunctions functions = new();
        foreach (string name in QueueNames.All)
        {
            await account.Queue(name).SendAsync(Message(name));
        }

        await PlayAsync(functions);
        await EmptyAsync([.. QueueNames.All.Select(account.Queue)]);

        Assert.Equal(
            [("AssessMineral", "assess-mineral", 1L), ("PublishVintage", "publish-vintage", 1L), ("ReadSnapshot", "read-snapshot", 1L), ("RenderBriefing", "render-briefing", 1L)],
            functions.Deliveries.Select(one => (one.Function, one.Delivery.Message.Subject, one.Delivery.Tries)).Order());
        Assert.Equal(4, functions.Deliveries.Select(one => one.Delivery.MessageId).Distinct().Count());
        Assert.Empty(log.Errors);
    }

    [Fact]
    public async Task A_work_that_throws_is_tried_again_with_the_same_message()
    {
        RecordingFunctions functions = new() { OnMessage = (delivery, _) => delivery.Tries == 1 ? throw new InvalidOperationException("fails") : Task.CompletedTask };
        await queue.SendAsync(Message("cobalt"));

        await PlayAsync(functions);
        await EmptyAsync(queue);

        Assert.Equal([1L, 2L], functions.Deliveries.Select(one => one.Delivery.Tries));
        Assert.Single(functions.Deliveries.Select(one => one.Delivery.MessageId).Distinct());
        Assert.Equal(["AssessMineral failed."], log.Errors);
    }

    [Fact]
    public async Task What_is_no_message_of_ours_is_set_aside_with_its_cause_and_stops_nothing()
    {
        RecordingFunctions functions = new();
        await queue.SendAsync(new { run = "r" });
        await queue.SendAsync(Message("cobalt"));

        await PlayAsync(functions);
        await EmptyAsync(queue);

        Assert.Equal("cobalt", Assert.Single(functions.Deliveries).Delivery.Message.Subject);
        Assert.Contains("subject", Assert.Single(await queue.PeekPoisonAsync()).Cause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_work_keeps_its_message_from_others()
    {
        TimeSpan visibility = TimeSpan.FromSeconds(2);
        TaskCompletionSource end = new(TaskCreationOptions.RunContinuationsAsynchronously);
        RecordingFunctions functions = new() { OnMessage = (_, cancellation) => end.Task.WaitAsync(cancellation) };
        await queue.SendAsync(Message("cobalt"));
        await PlayAsync(functions, visibility: visibility);
        await functions.CalledAsync();

        // Another process asks for messages for twice the time that the message was first taken for.
        Stopwatch held = Stopwatch.StartNew();
        while (held.Elapsed < visibility * 2)
        {
            Assert.Empty(await queue.ReceiveAsync<StepMessage>(1, visibility));
        }

        end.SetResult();
        await EmptyAsync(queue);
        Assert.Single(functions.Deliveries);
        Assert.Empty(log.Errors);
    }

    [Fact]
    public async Task No_more_messages_of_all_queues_together_are_worked_on_than_allowed()
    {
        SemaphoreSlim end = new(0);
        RecordingFunctions functions = new() { OnMessage = (_, cancellation) => end.WaitAsync(cancellation) };
        WorkQueue render = account.Queue(QueueNames.RenderBriefing);
        for (int message = 0; message < 4; message++)
        {
            await queue.SendAsync(Message($"a{message}"));
            await render.SendAsync(Message($"r{message}"));
        }

        await PlayAsync(functions, parallel: 3);
        for (int begun = 0; begun < 3; begun++)
        {
            await functions.CalledAsync();
        }

        // While three are worked on, all others are there for another process; the later stage was begun first.
        IReadOnlyList<WorkItem<StepMessage>> renders = await render.ReceiveAsync<StepMessage>(32, TimeSpan.FromMinutes(1));
        IReadOnlyList<WorkItem<StepMessage>> assessments = await queue.ReceiveAsync<StepMessage>(32, TimeSpan.FromMinutes(1));
        Assert.Equal((1, 4), (renders.Count, assessments.Count));

        await Task.WhenAll([.. renders.Select(item => render.RenewAsync(item, TimeSpan.Zero)), .. assessments.Select(item => queue.RenewAsync(item, TimeSpan.Zero))]);
        end.Release(8);
        await EmptyAsync(queue, render);
        Assert.Equal(8, functions.Deliveries.Count);
    }

    [Fact]
    public async Task A_program_that_stops_gives_back_what_it_had_taken()
    {
        RecordingFunctions functions = new() { OnMessage = (_, cancellation) => Task.Delay(Timeout.InfiniteTimeSpan, cancellation) };
        await queue.SendAsync(Message("cobalt"));
        QueueLoop loop = await PlayAsync(functions, visibility: TimeSpan.FromHours(1));
        await functions.CalledAsync();

        await loop.StopAsync(default);

        WorkItem<StepMessage> item = Assert.Single(await queue.ReceiveAsync<StepMessage>(1, TimeSpan.FromMinutes(1)));
        Assert.Equal(("cobalt", 2L), (item.Message.Subject, item.Deliveries));
        Assert.Empty(log.Errors);
    }

    [Fact]
    public async Task Storage_that_is_away_for_a_while_is_said_once_and_work_goes_on_when_it_is_back()
    {
        RecordingFunctions functions = new();
        StorageEmulatorOptions same = SamePorts();
        await PlayAsync(functions);
        await queue.SendAsync(Message("before"));
        await functions.CalledAsync();

        await emulator.DisposeAsync();
        await log.UntilAsync(LogLevel.Error, "Taking messages");
        emulator = await StorageEmulator.StartAsync(same);
        await queue.SendAsync(Message("after"));
        await functions.CalledAsync();

        await log.UntilAsync(LogLevel.Information, "Taking messages: storage does what is asked again.");

        Assert.Equal(["before", "after"], functions.Deliveries.Select(one => one.Delivery.Message.Subject));
        Assert.Single(log.Errors, text => text.StartsWith("Taking messages", StringComparison.Ordinal));
    }

    private async Task<QueueLoop> PlayAsync(RecordingFunctions functions, int parallel = 2, TimeSpan? visibility = null)
    {
        FunctionTable table = functions.Table();
        QueueOptions options = new(parallel, visibility ?? TimeSpan.FromSeconds(30));
        MessageWork messages = new(table, new FunctionInvoker(TimeProvider.System, log.For<FunctionInvoker>()), options, TimeProvider.System, log.For<MessageWork>());
        QueueLoop loop = new(FunctionDefinitions.Load(), table, account, messages, options, TimeProvider.System, log.For<QueueLoop>());
        started.Add(loop);
        await loop.StartAsync(default);
        return loop;
    }

    /// <summary>The ports that this emulator has taken, to start another on them.</summary>
    private StorageEmulatorOptions SamePorts()
    {
        int PortOf(string service) => new Uri(emulator.ConnectionString.Split(';').Single(part => part.StartsWith(service, StringComparison.Ordinal)).Split('=', 2)[1]).Port;
        return StorageEmulatorOptions.OnFreePorts(folder.File("azurite")) with
        {
            BlobPort = PortOf("BlobEndpoint"),
            QueuePort = PortOf("QueueEndpoint"),
            TablePort = PortOf("TableEndpoint"),
        };
    }

    private static StepMessage Message(string subject) => new("r", subject, "");

    /// <summary>Asks until no message is left; the runner's own limit ends a test in which one always is.</summary>
    private static async Task EmptyAsync(params WorkQueue[] queues)
    {
        foreach (WorkQueue one in queues)
        {
            while (await one.CountAsync() > 0)
            {
                // The loop is at work.
            }
        }
    }
}
