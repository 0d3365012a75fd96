using System.Collections.Concurrent;
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
        await using ServingProcess serving = await ServingProcess.StartAsync(proxy.ConnectionString, undisturbed.Program);

        await AssertPublishesTheSameAsync(bench, await serving.StartRunAsync(UndisturbedRun.Quarter, "twice"));
    }

    [Fact]
    public async Task Two_workers_at_once_share_the_work_and_publish_once()
    {
        await using Bench bench = await Bench.StartAsync();
        await using ServingProcess first = await ServingProcess.StartAsync(bench.Connection, undisturbed.Program, parallelSteps: 1);
        await using ServingProcess second = await ServingProcess.StartAsync(bench.Connection, undisturbed.Program, parallelSteps: 1);

        // Both are asked for the same run, as a sender does who got no answer.
        string[] runs = await Task.WhenAll(first.StartRunAsync(UndisturbedRun.Quarter, "both"), second.StartRunAsync(UndisturbedRun.Quarter, "both"));

        Assert.Equal(runs[0], runs[1]);
        await AssertPublishesTheSameAsync(bench, runs[0]);
        Assert.Contains(first.Said(), line => line.Contains("AssessMineral is done", StringComparison.Ordinal) || line.Contains("RenderBriefing is done", StringComparison.Ordinal));
        Assert.Contains(second.Said(), line => line.Contains("AssessMineral is done", StringComparison.Ordinal) || line.Contains("RenderBriefing is done", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Storage_that_is_away_in_the_middle_is_waited_for()
    {
        await using Bench bench = await Bench.StartAsync();
        await using FaultProxy proxy = await FaultProxy.StartAsync(bench.Connection);
        await using ServingProcess serving = await ServingProcess.StartAsync(proxy.ConnectionString, undisturbed.Program);
        string run = await serving.StartRunAsync(UndisturbedRun.Quarter, "away");
        await Ledger.UntilDoneAsync(bench.Account, run, UndisturbedRun.Steps / 2);

        await bench.StopEmulatorAsync();
        await bench.StartEmulatorAsync();
        proxy.Retarget(bench.Connection);

        await AssertPublishesTheSameAsync(bench, run);
    }

    [Fact]
    public async Task Every_fault_of_storage_at_each_kind_of_call_changes_nothing()
    {
        await using Bench bench = await Bench.StartAsync();
        await using FaultProxy proxy = await FaultProxy.StartAsync(bench.Connection);
        await using ServingProcess serving = await ServingProcess.StartAsync(proxy.ConnectionString, undisturbed.Program);
        StorageFault[] faults = [StorageFault.Busy, StorageFault.DiskFull, StorageFault.CutBefore, StorageFault.CutAfter, StorageFault.BusyAfter];
        ConcurrentDictionary<(string Kind, StorageFault Fault), int> met = new();
        proxy.Recount();
        // Every other of the first calls of a kind meets the next fault, and every fiftieth later on; the call after a fault passes, as after a passing fault.
        proxy.Apply(call =>
        {
            StorageFault? fault = call.Number <= faults.Length * 2 && call.Number % 2 == 1 ? faults[call.Number / 2] : call.Number % 50 == 0 ? faults[call.Number / 50 % faults.Length] : null;
            if (fault is { } one)
            {
                met.AddOrUpdate((call.Kind, one), 1, (_, times) => times + 1);
            }

            return fault;
        });

        string run = await serving.StartRunAsync(UndisturbedRun.Quarter, "faults");

        await AssertPublishesTheSameAsync(bench, run);
        foreach (string kind in new[] { "blob GET", "blob PUT", "queue POST message", "queue GET messages", "queue DELETE message", "table GET row", "table PUT row", "table GET query" })
        {
            Assert.All(faults, fault => Assert.True(met.ContainsKey((kind, fault)), $"{kind} did not meet {fault}"));
        }
    }

    private async Task AssertPublishesTheSameAsync(Bench bench, string run)
    {
        RunRecord ended = await Ledger.UntilEndedAsync(bench.Account, run);
        Assert.True(ended.State == RunState.Done, ended.Outcome);
        Assert.Equal(undisturbed.Published, await PublishedBytes.OfOnlyVintageAsync(bench.Account));
        await KilledRunTests.AssertNothingLeftAsync(bench.Account);
    }
}
