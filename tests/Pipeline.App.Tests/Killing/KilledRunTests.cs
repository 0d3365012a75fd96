using System.Diagnostics;
using Pipeline.Storage;
using Xunit.Abstractions;

namespace Pipeline.App.Tests.Killing;

/// <summary>The Functions host kills without a word; so does a machine that goes down.</summary>
[Collection(DisturbedCollection.Name)]
public sealed class KilledRunTests(UndisturbedRun undisturbed, ITestOutputHelper output)
{
    private const int Kills = 25;

    [Fact]
    public async Task A_run_that_is_killed_twenty_five_times_publishes_what_an_undisturbed_run_publishes()
    {
        await using Bench bench = await Bench.StartAsync();
        ServingProcess serving = await ServingProcess.StartAsync(bench.Connection, undisturbed.Program);
        try
        {
            // The first kill falls into the start of the run; whoever asked for it asks again.
            Task<string> asked = serving.StartRunAsync(UndisturbedRun.Quarter, "killed");
            string run = (await Ledger.UntilEnteredAsync(bench.Account)).Id;
            await serving.KillAsync();
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => asked);
            serving = await ServingProcess.StartAsync(bench.Connection, undisturbed.Program);
            Assert.Equal(run, await serving.StartRunAsync(UndisturbedRun.Quarter, "killed"));

            Stopwatch watch = Stopwatch.StartNew();
            for (int kill = 1; kill < Kills; kill++)
            {
                IReadOnlyList<StepRecord> steps = await Ledger.UntilDoneAsync(bench.Account, run, kill * UndisturbedRun.Steps / Kills);
                await serving.KillAsync();
                StepRecord[] underWay = [.. steps.Where(step => step.State == StepState.Running)];
                int done = steps.Count(step => step.State == StepState.Done);
                TimeSpan working = watch.Elapsed;
                watch.Restart();
                serving = await ServingProcess.StartAsync(bench.Connection, undisturbed.Program);
                TimeSpan started = watch.Elapsed;
                output.WriteLine(FormattableString.Invariant(
                    $"kill {kill + 1,2}: {done,3} of {UndisturbedRun.Steps} steps done after {working.TotalSeconds:F1} s of work, {underWay.Length} under way ({string.Join(", ", underWay.Select(step => $"{step.Stage} {step.Subject[..Math.Min(12, step.Subject.Length)]}"))}); serving again after {started.TotalSeconds:F1} s"));
                Assert.True((await bench.Account.Vintages.ListAsync()).Count == 0 || done >= UndisturbedRun.Steps - 1, "A vintage was published before its steps were done.");
            }

            RunRecord ended = await Ledger.UntilEndedAsync(bench.Account, run);
            IReadOnlyList<StepRecord> all = await bench.Account.Runs.StepsAsync(run);
            output.WriteLine(FormattableString.Invariant($"ended {watch.Elapsed.TotalSeconds:F1} s after the last restart; {all.Count(step => step.Attempt > 1)} steps were begun again, {all.Sum(step => step.Attempt) - all.Count} attempts in vain"));
            Assert.True(ended.State == RunState.Done, ended.Outcome);
            Assert.Equal(UndisturbedRun.Steps, all.Count);
            Assert.All(all, step => Assert.Equal(StepState.Done, step.State));
            Assert.Equal(undisturbed.Published, await PublishedBytes.OfOnlyVintageAsync(bench.Account));
            await AssertNothingLeftAsync(bench.Account);
        }
        finally
        {
            await serving.DisposeAsync();
        }
    }

    [Fact]
    public void An_undisturbed_run_sends_one_message_a_step_and_one_to_begin()
    {
        foreach (string line in undisturbed.Cost)
        {
            output.WriteLine(line);
        }

        Assert.Contains(undisturbed.Cost, line => line.EndsWith($" {UndisturbedRun.Messages} messages sent", StringComparison.Ordinal));
    }

    /// <summary>No message is given up, and only one run is in the ledger.</summary>
    internal static async Task AssertNothingLeftAsync(StorageAccount account)
    {
        foreach (string queue in QueueNames.All)
        {
            Assert.Empty(await account.Queue(queue).PeekPoisonAsync());
        }

        int runs = 0;
        await foreach (RunRecord _ in account.Runs.RunsAsync())
        {
            runs++;
        }

        Assert.Equal(1, runs);
    }
}
