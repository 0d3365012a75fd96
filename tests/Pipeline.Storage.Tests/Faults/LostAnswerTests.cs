using System.Text;

namespace Pipeline.Storage.Tests.Faults;

/// <summary>
/// Every write of the stores, disturbed in every way: refused, cut off before it arrived, and cut off or refused after it was done, when
/// nobody can know. In each case the write is reported as what it is, done once, by this caller.
/// </summary>
public sealed class LostAnswerTests(FaultedStorage storage) : IClassFixture<FaultedStorage>
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private sealed record Work(string Run, string Subject);

    public static TheoryData<string, string> WritesAndFaults()
    {
        StorageFault[] faults = [StorageFault.Busy, StorageFault.DiskFull, StorageFault.CutBefore, StorageFault.CutAfter, StorageFault.BusyAfter];
        var cases = new TheoryData<string, string>();
        foreach (var write in Writes.Keys)
            foreach (var fault in faults) cases.Add(write, fault.ToString());
        return cases;
    }

    [Theory]
    [MemberData(nameof(WritesAndFaults))]
    public async Task A_disturbed_write_is_done_and_reported_as_done(string write, string fault)
    {
        var kind = write.Split(": ")[0];
        var planted = Enum.Parse<StorageFault>(fault);
        var met = 0;
        var number = (int)planted * 10;
        void Plant() => storage.Proxy.Apply(call => call.Kind == kind && met++ == 0 ? planted : null);

        await Writes[write](storage, $"{fault}{write.Length}", number, Plant);

        storage.Proxy.Apply(_ => null);
        Assert.True(met > 1, $"{kind} was sent {met} times");
    }

    /// <summary>By kind of the call that is disturbed: what is written, under which name, and what must be found.</summary>
    private static readonly Dictionary<string, Func<FaultedStorage, string, int, Action, Task>> Writes = new(StringComparer.Ordinal)
    {
        ["blob PUT: snapshot"] = async (storage, name, _, plant) =>
        {
            plant();
            var bytes = Encoding.UTF8.GetBytes(name);
            var stored = await storage.Account.Snapshots.PutAsync(bytes, Record(name));
            Assert.Equal(Record(name), stored.Record);
            Assert.Equal(stored, await storage.Direct.Snapshots.FindAsync(stored.Hash));
            Assert.Equal(bytes, (await storage.Direct.Snapshots.ReadAsync(stored.Hash)).ToArray());
        },
        ["blob PUT: file of a run"] = async (storage, name, _, plant) =>
        {
            plant();
            await storage.Account.RunFiles.PutAsync(name, "changes.json", "{}"u8.ToArray(), "application/json");
            Assert.Equal("{}"u8.ToArray(), (await storage.Direct.RunFiles.TryGetAsync(name, "changes.json"))!.Bytes.ToArray());
        },
        ["blob PUT: pointer"] = async (storage, _, number, plant) =>
        {
            var last = (await storage.Direct.Vintages.CurrentAsync())?.Ordinal ?? 0;
            var vintage = new PublishedVintage($"2026Q4-{number}", last + 1, Times.Start);
            await storage.Direct.Vintages.PutAsync(vintage.Vintage, VintageStore.Manifest, "{}"u8.ToArray(), "application/json");
            plant();
            Assert.Equal(Publication.BecameCurrent, await storage.Account.Vintages.PublishAsync(vintage));
            Assert.Equal(vintage, await storage.Direct.Vintages.CurrentAsync());
            Assert.Single(await storage.Direct.Vintages.ListAsync(), one => one.Vintage == vintage.Vintage);
        },
        ["blob DELETE: file taken from the inbox"] = async (storage, name, _, plant) =>
        {
            await storage.Direct.Inbox.DropAsync(name, "x"u8.ToArray());
            var file = await storage.Account.Inbox.ListAsync().FirstAsync(one => one.Name == name);
            plant();
            await storage.Account.Inbox.RemoveAsync(file);
            Assert.DoesNotContain(name, await storage.Direct.Inbox.ListAsync().Select(one => one.Name).ToListAsync());
        },
        ["table POST row: run"] = async (storage, _, number, plant) =>
        {
            plant();
            var run = await storage.Account.Runs.AddRunAsync(RunRecord.Start("2026Q4", Times.After(number), "1.0"));
            await storage.Account.Runs.UpdateRunAsync(run.End(RunState.Done, "published", Times.After(number + 1)));
        },
        ["table PUT row: run"] = async (storage, _, number, plant) =>
        {
            var run = await storage.Account.Runs.AddRunAsync(RunRecord.Start("2026Q3", Times.After(number), "1.0"));
            plant();
            run = await storage.Account.Runs.UpdateRunAsync(run with { Vintage = "2026Q3-1", Counts = new Dictionary<string, long> { ["read"] = 5_000_000_000 } });
            await storage.Account.Runs.UpdateRunAsync(run.End(RunState.Done, "published", Times.After(number + 1)));
        },
        ["table POST batch: steps planned"] = async (storage, name, _, plant) =>
        {
            plant();
            var steps = await storage.Account.Runs.AddStepsAsync(name, [.. Enumerable.Range(0, 120).Select(n => Step(name, $"mineral-{n:D3}"))]);
            Assert.Equal(120, (await storage.Direct.Runs.StepsAsync(name)).Count);
            await storage.Account.Runs.UpdateStepsAsync([.. steps.Select(step => step.Begin(Times.Start, "m-1", TimeSpan.FromMinutes(1)))]);
        },
        ["table POST batch: steps taken"] = async (storage, name, _, plant) =>
        {
            var steps = await storage.Account.Runs.AddStepsAsync(name, [.. Enumerable.Range(0, 120).Select(n => Step(name, $"mineral-{n:D3}"))]);
            plant();
            steps = await storage.Account.Runs.UpdateStepsAsync([.. steps.Select(step => step.Begin(Times.Start, "m-1", TimeSpan.FromMinutes(1)))]);
            await storage.Account.Runs.UpdateStepsAsync([.. steps.Select(step => step.Complete(Times.After(1), ["blob"], new RowCounts(3, 2, 1)))]);
            Assert.All(await storage.Direct.Runs.StepsAsync(name), step => Assert.Equal((StepState.Done, 1), (step.State, step.Attempt)));
        },
        ["table PUT row: step"] = async (storage, name, _, plant) =>
        {
            var step = (await storage.Account.Runs.AddStepsAsync(name, [Step(name, "cobalt")]))[0];
            plant();
            step = await storage.Account.Runs.UpdateStepAsync(step.Begin(Times.Start, "m-1", TimeSpan.FromMinutes(1)));
            await storage.Account.Runs.UpdateStepAsync(step.Complete(Times.After(1), ["blob"], new RowCounts(3, 2, 1)));
            Assert.Equal((StepState.Done, 1), await storage.Direct.Runs.FindStepAsync(name, "assess", "cobalt") is { } found ? (found.State, found.Attempt) : default);
        },
        ["table POST row: source"] = async (storage, name, _, plant) =>
        {
            plant();
            var file = await storage.Account.Sources.PutAsync(new SourceFile("wgi", name, "2025", ContentHash.Of("first"u8), Times.Start, Times.Start));
            await storage.Account.Sources.PutAsync(file.Checked("2025", file.SnapshotHash, Times.After(1)));
        },
        ["table PUT row: source"] = async (storage, name, _, plant) =>
        {
            var file = await storage.Account.Sources.PutAsync(new SourceFile("mof-trade", name, "2025", ContentHash.Of("first"u8), Times.Start, Times.Start));
            plant();
            file = await storage.Account.Sources.PutAsync(file.Checked("2025", file.SnapshotHash, Times.After(1)));
            await storage.Account.Sources.PutAsync(file.Checked("2025", file.SnapshotHash, Times.After(2)));
        },
        ["table POST row: alert"] = async (storage, name, _, plant) =>
        {
            plant();
            Assert.True(await storage.Account.Alerts.RaiseAsync(new Alert("source-late", name, "late", Times.Start)));
            Assert.False(await storage.Account.Alerts.RaiseAsync(new Alert("source-late", name, "late", Times.Start)));
        },
        ["table PUT row: alert"] = async (storage, name, _, plant) =>
        {
            await storage.Account.Alerts.RaiseAsync(new Alert("step-failed", name, "failed", Times.Start));
            plant();
            Assert.True(await storage.Account.Alerts.ClearAsync("step-failed", name, Times.After(1)));
            Assert.False(await storage.Account.Alerts.ClearAsync("step-failed", name, Times.After(1)));
        },
        ["table POST row: request"] = async (storage, name, _, plant) =>
        {
            plant();
            Assert.Equal("run-1", (await storage.Account.Requests.ReserveAsync(name, "hash", "run-1", Times.Start)).RunId);
            Assert.Equal("run-1", (await storage.Account.Requests.ReserveAsync(name, "hash", "run-2", Times.Start)).RunId);
        },
        ["queue POST message: work"] = async (storage, name, _, plant) =>
        {
            var queue = storage.Account.Queue(QueueNames.AssessMineral);
            plant();
            await queue.SendAsync(new Work(name, "cobalt"));
            // Once or twice, never not at all.
            Assert.InRange((await TakeAllAsync(storage.Direct.Queue(QueueNames.AssessMineral))).Count(item => item.Message.Run == name), 1, 2);
        },
        ["queue DELETE message: work done"] = async (storage, name, _, plant) =>
        {
            var queue = storage.Account.Queue(QueueNames.ReadSnapshot);
            await queue.SendAsync(new Work(name, "cobalt"));
            var item = Assert.Single(await queue.ReceiveAsync<Work>(1, Minute));
            plant();
            await queue.CompleteAsync(item);
            Assert.Equal(0, await queue.CountAsync());
        },
        ["queue DELETE message: work given up"] = async (storage, name, _, plant) =>
        {
            var queue = storage.Account.Queue(QueueNames.RenderBriefing);
            await queue.SendAsync(new Work(name, "cobalt"));
            var item = Assert.Single(await queue.ReceiveAsync<Work>(1, Minute));
            plant();
            await queue.PoisonAsync(item, "cause");
            Assert.Equal(0, await queue.CountAsync());
            Assert.Contains(await queue.PeekPoisonAsync(), poisoned => poisoned.Message.Contains(name, StringComparison.Ordinal));
        },
        ["queue DELETE message: work sent again"] = async (storage, name, _, plant) =>
        {
            var queue = storage.Account.Queue(QueueNames.PublishVintage);
            await queue.AddPoisonAsync(new Work(name, "2026Q4"), "cause", 5);
            plant();
            Assert.Equal(1, await queue.RedriveAsync<Work>());
            Assert.Equal(0, await queue.CountPoisonAsync());
            Assert.Single(await TakeAllAsync(storage.Direct.Queue(QueueNames.PublishVintage)));
        },
    };

    private static async Task<IReadOnlyList<WorkItem<Work>>> TakeAllAsync(WorkQueue queue)
    {
        var taken = await queue.ReceiveAsync<Work>(32, Minute);
        foreach (var item in taken) await queue.CompleteAsync(item);
        return taken;
    }

    private static StepRecord Step(string run, string subject) => new(run, "assess", subject, StepKey.Of("1.0", "assess", subject, []));

    private static SnapshotRecord Record(string name) => new()
    {
        SourceId = "sample", FileName = name, Publisher = "", Title = "", Licence = "", Citation = "", ObtainedAt = Times.Start, Illustrative = true,
    };
}
