using Pipeline.App.Functions;
using Pipeline.App.Refresh;
using Pipeline.Storage;
using Pipeline.Storage.Tests.Faults;

namespace Pipeline.App.Tests.Runs;

/// <summary>What becomes of a step when storage refuses it again and again.</summary>
public sealed class StorageFaultTests : EmptyRunStorage
{
    [Fact]
    public async Task A_mineral_whose_result_cannot_be_stored_is_kept_at_the_fifth_try_and_fails_the_run_with_the_cause()
    {
        RunRecord run = await Bench.StartSmallAsync("full");
        foreach (Delivery read in await Bench.ReceiveAsync(QueueNames.ReadSnapshot))
        {
            await Bench.DoAsync(QueueNames.ReadSnapshot, read);
        }

        IReadOnlyList<Delivery> minerals = await Bench.ReceiveAsync(QueueNames.AssessMineral);
        await using FaultProxy proxy = await FaultProxy.StartAsync(Connection);
        proxy.Apply(call => call is { Service: "blob", Method: "PUT" } && call.Item.StartsWith("steps/", StringComparison.Ordinal) ? StorageFault.DiskFull : null);
        RefreshEngine engine = new(StorageAccount.Connect(proxy.ConnectionString), new Settings.PipelineSettings(), Clock, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance);
        Delivery cobalt = minerals[0];
        Exception refused = await Assert.ThrowsAnyAsync<Exception>(() => engine.WorkOf(QueueNames.AssessMineral)(cobalt with { Tries = 4 }, default));
        Assert.Empty(await Account.Queue(QueueNames.AssessMineral).PeekPoisonAsync());
        await engine.WorkOf(QueueNames.AssessMineral)(cobalt with { Tries = 5 }, default);
        StepRecord given = (await Bench.StepAsync(run.Id, "assess", "cobalt"))!;
        PoisonedItem kept = Assert.Single(await Account.Queue(QueueNames.AssessMineral).PeekPoisonAsync());
        RunState before = (await Bench.RunAsync(run.Id)).State;
        await Bench.DoAsync(QueueNames.AssessMineral, minerals[1]);
        RunRecord ended = await Bench.RunAsync(run.Id);

        Assert.True(StorageOutage.Is(refused), refused.ToString());
        Assert.Equal((StepState.Failed, 2, RunState.Running), (given.State, given.Attempt, before));
        Assert.Equal((5, given.Error), (kept.Deliveries, kept.Cause));
        Assert.Equal(RunState.Failed, ended.State);
        Assert.Equal("storage answered 500", given.Error);
        Assert.StartsWith("stage assess, cobalt: expected a result; found storage answered 500.", ended.Outcome, StringComparison.Ordinal);
    }
}
