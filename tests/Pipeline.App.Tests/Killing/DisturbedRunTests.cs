using Pipeline.Storage;
using Pipeline.Storage.Tests.Faults;

namespace Pipeline.App.Tests.Killing;

/// <summary>Queues deliver at least once, instances come and go, storage is away or full: what is published does not depend on it.</summary>
[Collection(DisturbedCollection.Name)]
public sealed class DisturbedRunTests(UndisturbedRun undisturbed)
{
    [Fact]
    public async Task Every_message_delivered_twice_changes_nothing()
    {
        await using Bench bench = await Bench.StartAsync();
        await using FaultProxy proxy = await FaultProxy.StartAsync(bench.Connection);
        proxy.Apply(call => call.Kind == "queue POST message" ? StorageFault.Twice : null);
        await using ServingProcess serving = await ServingProcess.StartAsync(proxy.ConnectionString);

        await PublishesTheSameAsync(bench, await serving.StartRunAsync(UndisturbedRun.Quarter, "twice"));
    }

    [Fact]
    public async Task Two_workers_at_once_share_the_work_and_publish_once()
    {
        await using Bench bench = await Bench.StartAsync();
        await using ServingProcess first = await ServingProcess.StartAsync(bench.Connection);
        await using ServingProcess second = await ServingProcess.StartAsync(bench.Connection);

        // Both are asked for the same run, as a sender does who got no answer.
        string[] runs = await Task.WhenAll(first.StartRunAsync(UndisturbedRun.Quarter, "both"), second.StartRunAsync(UndisturbedRun.Quarter, "both"));

        Assert.Equal(runs[0], runs[1]);
        await PublishesTheSameAsync(bench, runs[0]);
        Assert.Contains(first.Said(), line => line.Contains("AssessMineral is done", StringComparison.Ordinal) || line.Contains("RenderBriefing is done", StringComparison.Ordinal));
        Assert.Contains(second.Said(), line => line.Contains("AssessMineral is done", StringComparison.Ordinal) || line.Contains("RenderBriefing is done", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Storage_that_is_away_in_the_middle_is_waited_for()
    {
        await using Bench bench = await Bench.StartAsync();
        await using FaultProxy proxy = await FaultProxy.StartAsync(bench.Connection);
        await using ServingProcess serving = await ServingProcess.StartAsync(proxy.ConnectionString);
        string run = await serving.StartRunAsync(UndisturbedRun.Quarter, "away");
        await Ledger.UntilDoneAsync(bench.Account, run, UndisturbedRun.Steps / 2);

        await bench.StopEmulatorAsync();
        await bench.StartEmulatorAsync();
        proxy.Retarget(bench.Connection);

        await PublishesTheSameAsync(bench, run);
    }

    [Theory]
    [InlineData(nameof(StorageFault.Busy))]
    [InlineData(nameof(StorageFault.DiskFull))]
    [InlineData(nameof(StorageFault.CutBefore))]
    [InlineData(nameof(StorageFault.CutAfter))]
    [InlineData(nameof(StorageFault.BusyAfter))]
    public async Task A_fault_at_each_kind_of_call_changes_nothing(string fault)
    {
        await using Bench bench = await Bench.StartAsync();
        await using FaultProxy proxy = await FaultProxy.StartAsync(bench.Connection);
        await using ServingProcess serving = await ServingProcess.StartAsync(proxy.ConnectionString);
        proxy.Recount();
        StorageFault kind = Enum.Parse<StorageFault>(fault);
        // The first, the twentieth and every hundredth call of a kind; each at most once in a row, as passing faults are.
        proxy.Apply(call => call.Number is 1 or 20 || call.Number % 100 == 0 ? kind : null);

        string run = await serving.StartRunAsync(UndisturbedRun.Quarter, "faults");

        await PublishesTheSameAsync(bench, run);
        Assert.True(proxy.Counts.Count >= 12, "Few kinds of calls were met: " + string.Join(", ", proxy.Counts.Keys));
    }

    private async Task PublishesTheSameAsync(Bench bench, string run)
    {
        RunRecord ended = await Ledger.UntilEndedAsync(bench.Account, run);
        Assert.True(ended.State == RunState.Done, ended.Outcome);
        Assert.Equal(undisturbed.Published, await PublishedBytes.OfOnlyVintageAsync(bench.Account));
        await KilledRunTests.NothingLeftAsync(bench.Account);
    }
}
