using System.Collections.Concurrent;
using Azure;

namespace Pipeline.Storage.Tests.Faults;

/// <summary>What a disturbance must not hide, and what it may cost.</summary>
public sealed class RefusedCallTests(FaultedStorage storage) : IClassFixture<FaultedStorage>, IDisposable
{
    private sealed record Work(string Run, string Subject);

    public void Dispose() => storage.Proxy.Apply(_ => null);

    [Fact]
    public async Task A_write_that_is_tried_again_after_another_was_faster_is_still_a_conflict()
    {
        var read = await storage.Account.Runs.AddRunAsync(RunRecord.Start("2026Q4", Times.Start, "1.0"));
        await storage.Direct.Runs.UpdateRunAsync(read.End(RunState.Done, "published", Times.After(1)));
        var steps = await storage.Account.Runs.AddStepsAsync("r", [Step("cobalt"), Step("copper")]);
        await storage.Direct.Runs.UpdateStepAsync(steps[1].Begin(Times.After(1), "m-1", TimeSpan.FromMinutes(1)));
        BusyOnce("table PUT row", "table POST batch");

        await Assert.ThrowsAsync<StorageConflictException>(() => storage.Account.Runs.UpdateRunAsync(read.End(RunState.Failed, "late", Times.After(2))));
        await Assert.ThrowsAsync<StorageConflictException>(
            () => storage.Account.Runs.UpdateStepsAsync([.. steps.Select(step => step.Begin(Times.After(2), "m-1", TimeSpan.FromMinutes(1)))]));

        Assert.Equal("published", (await storage.Direct.Runs.FindRunAsync(read.Id))!.Outcome);
        Assert.Equal(StepState.Pending, (await storage.Direct.Runs.FindStepAsync("r", "assess", "cobalt"))!.State);
    }

    [Fact]
    public async Task A_file_of_the_inbox_that_was_replaced_meanwhile_stays_whatever_the_tries()
    {
        await storage.Direct.Inbox.DropAsync("survey.csv", "old"u8.ToArray());
        var listed = await storage.Account.Inbox.ListAsync().FirstAsync(file => file.Name == "survey.csv");
        await storage.Direct.Inbox.DropAsync("survey.csv", "new"u8.ToArray());
        BusyOnce("blob DELETE");

        await Assert.ThrowsAsync<StorageConflictException>(() => storage.Account.Inbox.RemoveAsync(listed));

        Assert.Contains("survey.csv", await storage.Direct.Inbox.ListAsync().Select(file => file.Name).ToListAsync());
    }

    [Theory]
    [InlineData("blob GET")]
    [InlineData("queue POST message")]
    [InlineData("table GET row")]
    public async Task A_service_that_stays_busy_is_given_up_after_five_tries_and_says_so(string kind)
    {
        Func<Task> call = kind switch
        {
            "blob GET" => () => storage.Account.Snapshots.ReadAsync(ContentHash.Of("x"u8)),
            "queue POST message" => () => storage.Account.Queue(QueueNames.AssessMineral).SendAsync(new Work("r", "s")),
            _ => () => storage.Account.Runs.FindRunAsync("r"),
        };
        storage.Proxy.Apply(seen => seen.Kind == kind ? StorageFault.Busy : null);
        storage.Proxy.Recount();

        var failed = await Assert.ThrowsAsync<RequestFailedException>(call);

        Assert.Equal((503, "ServerBusy"), (failed.Status, failed.ErrorCode));
        Assert.Equal(5, storage.Proxy.Counts[kind]);
    }

    [Fact]
    public async Task A_right_to_an_item_whose_answer_was_lost_is_lost_and_the_item_is_handed_out_again()
    {
        var queue = storage.Account.Queue(QueueNames.ReadSnapshot);
        await queue.SendAsync(new Work("r", "file"));
        var item = Assert.Single(await queue.ReceiveAsync<Work>(1, TimeSpan.FromMinutes(1)));
        Once("queue PUT message", StorageFault.CutAfter);

        await Assert.ThrowsAsync<StorageConflictException>(() => queue.RenewAsync(item, TimeSpan.Zero));

        var again = Assert.Single(await queue.ReceiveAsync<Work>(1, TimeSpan.FromMinutes(1)));
        Assert.Equal((item.Message, 2L), (again.Message, again.Deliveries));
        await Assert.ThrowsAsync<StorageConflictException>(() => queue.CompleteAsync(item));
        await queue.CompleteAsync(again);
    }

    [Fact]
    public async Task Items_that_were_handed_out_in_an_answer_that_was_lost_stay_in_the_queue()
    {
        var queue = storage.Account.Queue(QueueNames.RenderBriefing);
        await queue.SendAsync(new Work("r", "cobalt.ja"));
        Once("queue GET messages", StorageFault.CutAfter);

        Assert.Empty(await queue.ReceiveAsync<Work>(1, TimeSpan.FromMinutes(1)));

        Assert.Equal(1, await queue.CountAsync());
    }

    [Fact]
    public async Task Everything_is_created_though_the_answer_to_each_creation_is_lost()
    {
        var folder = Directory.CreateTempSubdirectory("pipeline-faults-");
        await using (var emulator = await StorageEmulator.StartAsync(StorageEmulatorOptions.OnFreePorts(Path.Combine(folder.FullName, "data"))))
        await using (var proxy = await FaultProxy.StartAsync(emulator.ConnectionString))
        {
            var cut = new ConcurrentBag<string>();
            proxy.Apply(call =>
            {
                var name = $"{call.Kind} {call.Name}";
                if (call.Kind is not ("blob PUT container" or "queue PUT queue" or "table POST table") || cut.Contains(name)) return null;
                cut.Add(name);
                return StorageFault.CutAfter;
            });

            await StorageAccount.Connect(proxy.ConnectionString).CreateAsync();

            Assert.Equal(ContainerNames.All.Length + TableNames.All.Length + (2 * QueueNames.All.Count), cut.Count);
            var direct = StorageAccount.Connect(emulator.ConnectionString);
            Assert.Empty(await direct.Runs.RunsAsync().ToListAsync());
            foreach (var queue in QueueNames.All) Assert.Equal((0, 0), (await direct.Queue(queue).CountAsync(), await direct.Queue(queue).CountPoisonAsync()));
        }

        folder.Delete(recursive: true);
    }

    private void BusyOnce(params string[] kinds)
    {
        var met = new HashSet<string>(StringComparer.Ordinal);
        storage.Proxy.Apply(call => kinds.Contains(call.Kind) && met.Add(call.Kind) ? StorageFault.Busy : null);
    }

    private void Once(string kind, StorageFault fault)
    {
        var met = 0;
        storage.Proxy.Apply(call => call.Kind == kind && met++ == 0 ? fault : null);
    }

    private static StepRecord Step(string subject) => new("r", "assess", subject, StepKey.Of("1.0", "assess", subject, []));
}
