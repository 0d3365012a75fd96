using System.Text;
using Pipeline.Domain;
using Pipeline.Storage;

namespace Pipeline.App.Refresh;

/// <summary>Enters runs in the ledger. The same key twice gives the same run, started once.</summary>
internal sealed class RunStart(StorageAccount storage, RunDriver driver, TimeProvider clock)
{
    /// <summary>Starts one run, or several one after the other.</summary>
    /// <param name="requests">What to do, in order; each waits for the one before it.</param>
    /// <param name="key">What makes two calls the same call.</param>
    /// <param name="cancellation">Ends the attempt; what is entered goes on by itself.</param>
    /// <returns>The runs; a message is on its way that begins the first.</returns>
    /// <exception cref="IdempotencyConflictException">The key was used for other requests.</exception>
    public async Task<IReadOnlyList<RunRecord>> StartAsync(IReadOnlyList<RunRequest> requests, string key, CancellationToken cancellation)
    {
        DateTimeOffset now = clock.GetUtcNow();
        string hash = ContentHash.Of(Encoding.UTF8.GetBytes(string.Join('\n', requests.Select(request => request.Text))));
        ReservedRun reserved = await storage.Requests.ReserveAsync(key, hash, Name(requests[0], now, hash).Id, now, cancellation);
        List<RunRecord> runs = [];
        foreach (RunRequest request in requests)
        {
            // All runs of a call bear its time, so that a repetition finds them by their names.
            RunRecord run = Name(request, reserved.ReservedAt, hash) with { Request = request.Text };
            runs.Add(await EnterAsync(runs.Count == 0 ? run : run with { State = RunState.Waiting, After = runs[^1].Id }, cancellation));
        }

        if (runs[0] is { State: RunState.Running, Stage.Length: 0 })
        {
            await driver.AskAsync(runs[0], cancellation);
        }

        return runs;
    }

    /// <summary>Time, quarter, and a few digits of what is asked for: files that arrive in the same millisecond have runs of their own.</summary>
    private static RunRecord Name(RunRequest request, DateTimeOffset at, string hash)
    {
        RunRecord run = RunRecord.Start(request.Quarter, at, PublishStage.Code);
        return run with { Id = $"{run.Id}-{hash[..6]}" };
    }

    private async Task<RunRecord> EnterAsync(RunRecord run, CancellationToken cancellation)
    {
        try
        {
            return await storage.Runs.AddRunAsync(run, cancellation);
        }
        catch (StorageConflictException)
        {
            return await storage.Runs.FindRunAsync(run.Id, cancellation) ?? throw new MissingContentException(new Fault("table runs", run.Id, "the run", "none", "send the request again"));
        }
    }
}
