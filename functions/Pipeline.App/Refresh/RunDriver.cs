using System.Diagnostics;
using Pipeline.App.Functions;
using Pipeline.App.Telemetry;
using Pipeline.App.Vintages;
using Pipeline.Domain;
using Pipeline.Storage;

namespace Pipeline.App.Refresh;

/// <summary>
/// Moves runs from stage to stage. Whoever ends a step asks whether it was the last of its stage; one of those who find that it was writes
/// down that it moves the run, enters and sends the steps of the next stage, and then moves the run. If its process is killed before that,
/// its own delivery comes again and does all of it once more: messages may come twice, none is missing. Where nothing has ended yet, at the
/// start of a run, and where the watch finds that nobody moves a run, a message asks for it, so that a mover always has a delivery.
/// </summary>
internal sealed class RunDriver(StorageAccount storage, RefreshStages stages, RunMemory memory, TimeSpan lease, TimeProvider clock)
{
    /// <summary>Moves a run on, through stages of which nothing has to be done, until it waits for steps or has ended.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="mover">Who moves it: the delivery that has ended a step or asks for the move.</param>
    /// <param name="from">Stage that the mover knows the run to be in, or none to move it from whatever stage it is in.</param>
    /// <param name="cancellation">Ends the attempt; the run can be moved on later.</param>
    public async Task DriveAsync(string runId, string mover, string? from, CancellationToken cancellation)
    {
        // A stage whose steps an earlier run has done all, or others have done meanwhile, is left at once.
        for (string? known = from; await AdvanceAsync(runId, mover, known, SendAsync, cancellation) is { Entered: { } entered };)
        {
            known = entered.Name;
        }
    }

    /// <summary>Moves a run by one stage when all steps of its stage have ended; ends it after the last.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="mover">Who moves it.</param>
    /// <param name="from">Stage that the mover knows the run to be in, or none.</param>
    /// <param name="send">Told the steps that are to be done.</param>
    /// <param name="cancellation">Ends the attempt; the run can be moved on later.</param>
    public async Task<Advance> AdvanceAsync(
        string runId, string mover, string? from, Func<RefreshStage, IReadOnlyList<StepRecord>, CancellationToken, Task> send, CancellationToken cancellation)
    {
        if (await storage.Runs.FindRunAsync(runId, cancellation) is not { State: RunState.Running } run
            // What another version of the program has stored may not be found under the names of this one. The watch starts such a run anew.
            || run.CodeVersion != PublishStage.Code
            || (from is not null && run.Stage != from)
            || (run.Stage.Length > 0 && await storage.Runs.HasOpenStepsAsync(runId, run.Stage, cancellation)))
        {
            return Advance.Nowhere;
        }

        DateTimeOffset now = clock.GetUtcNow();
        if (run.MovedUntil > now && run.MovedBy != mover)
        {
            return Advance.Nowhere;
        }

        if (stages.Next(run) is not { } next)
        {
            await EndAsync(run, cancellation);
            return Advance.Nowhere;
        }

        RunView view = View(run);
        try
        {
            view = View(await storage.Runs.UpdateRunAsync(run with { MovedBy = mover, MovedUntil = now + lease }, cancellation));
            IReadOnlyList<StepRecord> entered = await EnterAsync(view, next, cancellation);
            await send(next, [.. entered.Where(step => step.State == StepState.Pending)], cancellation);
            await storage.Runs.UpdateRunAsync(view.Record with { Stage = next.Name, StageAt = clock.GetUtcNow(), MovedBy = "", MovedUntil = null }, cancellation);
            return new Advance(next, entered, Fault: null);
        }
        catch (StorageConflictException)
        {
            // Another process has moved it.
            return Advance.Nowhere;
        }
        catch (PipelineException fault)
        {
            await FinishAsync(view.Record, RunState.Failed, fault.Message, new SortedDictionary<string, long>(StringComparer.Ordinal), cancellation);
            return new Advance(null, [], fault);
        }
    }

    /// <summary>The run as stages see it.</summary>
    public RunView View(RunRecord run) => new(storage, memory, run);

    /// <summary>Sends the messages of steps.</summary>
    public async Task SendAsync(RefreshStage stage, IReadOnlyList<StepRecord> steps, CancellationToken cancellation)
    {
        WorkQueue queue = storage.Queue(stage.Queue);
        await Parallel.ForEachAsync(steps, cancellation, async (step, token) =>
            await queue.SendAsync(new StepMessage(step.RunId, step.Subject, Trace), cancellationToken: token));
    }

    /// <summary>Asks by message that a run be moved on; the message of a run that need not be moved does nothing.</summary>
    public Task AskAsync(RunRecord run, CancellationToken cancellation)
    {
        RefreshStage stage = stages.All.FirstOrDefault(one => one.Name == run.Stage) ?? stages.All[0];
        return storage.Queue(stage.Queue).SendAsync(new StepMessage(run.Id, StepMessage.Move, Trace), cancellationToken: cancellation);
    }

    /// <summary>Ends a run that cannot go on, and begins the one that waits for it.</summary>
    public Task FailAsync(RunRecord run, string cause, CancellationToken cancellation) =>
        FinishAsync(run, RunState.Failed, cause, new SortedDictionary<string, long>(StringComparer.Ordinal), cancellation);

    /// <summary>Begins a run that has waited for another.</summary>
    public async Task BeginAsync(RunRecord waiting, CancellationToken cancellation)
    {
        try
        {
            // It has no steps yet, so the version that begins it may be another than the one that entered it.
            await storage.Runs.UpdateRunAsync(waiting with { State = RunState.Running, StageAt = clock.GetUtcNow(), CodeVersion = PublishStage.Code }, cancellation);
        }
        catch (StorageConflictException)
        {
            // Another process has begun it.
            return;
        }

        await AskAsync(waiting, cancellation);
    }

    private static string Trace => Activity.Current is { IdFormat: ActivityIdFormat.W3C, Id: { } id } ? id : string.Empty;

    private async Task<IReadOnlyList<StepRecord>> EnterAsync(RunView run, RefreshStage stage, CancellationToken cancellation)
    {
        IReadOnlyList<PlannedStep> planned = await stage.PlanAsync(run, cancellation);
        IReadOnlyDictionary<StepKey, StepRecord> known = stage.CanReuse
            ? await storage.Runs.DoneStepsAsync(stage.CodeVersion, cancellation) : new Dictionary<StepKey, StepRecord>();
        DateTimeOffset now = clock.GetUtcNow();
        StepRecord[] steps =
        [
            .. planned.Select(step => new StepRecord(run.Record.Id, stage.Name, step.Subject, StepKey.Of(stage.CodeVersion, stage.Name, step.Subject, step.Dependencies)) { Sent = now })
                .Select(step => known.TryGetValue(step.Key, out StepRecord? earlier) ? step.Reuse(earlier, now) : step),
        ];
        foreach (StepRecord _ in steps.Where(step => step.Reused))
        {
            PipelineTelemetry.StepEnded(stage.Name, "reused");
        }

        return await storage.Runs.AddStepsAsync(run.Record.Id, steps, cancellation);
    }

    private async Task EndAsync(RunRecord run, CancellationToken cancellation)
    {
        IReadOnlyList<StepRecord> steps = await storage.Runs.StepsAsync(run.Id, cancellationToken: cancellation);
        StepRecord last = steps.LastOrDefault(step => step.Stage == run.Stage && step.State == StepState.Failed) ?? steps.Last(step => step.Stage == run.Stage);
        if (last.State == StepState.Failed)
        {
            await FinishAsync(run, RunState.Failed, last.Error ?? string.Empty, run.Counts, cancellation);
            return;
        }

        if (RunRequest.Of(run).Mode == RunMode.Read)
        {
            SortedDictionary<string, long> rows = new(StringComparer.Ordinal) { ["rowsRead"] = steps.Sum(step => step.Rows!.Read), ["quarantined"] = steps.Sum(step => step.Rows!.Quarantined) };
            await FinishAsync(run, RunState.Done, RefreshEnd.OnlyRead.ToString(), rows, cancellation);
            return;
        }

        VintageManifest manifest = await View(run).ReadAsync<VintageManifest>(VintageStore.Manifest, cancellation);
        SortedDictionary<string, long> counts = new(StringComparer.Ordinal)
        {
            ["rowsRead"] = manifest.Snapshots.Sum(snapshot => snapshot.RowsRead),
            ["quarantined"] = manifest.Snapshots.Sum(snapshot => snapshot.Quarantined),
            ["missingSources"] = manifest.MissingSources.Count,
            ["ok"] = manifest.Results.Ok,
            ["partial"] = manifest.Results.Partial,
            ["insufficient"] = manifest.Results.Insufficient,
            ["notApplicable"] = manifest.Results.NotApplicable,
            ["briefings"] = manifest.Briefings.Count,
            ["reused"] = steps.Count(step => step.Reused),
        };
        await FinishAsync(run, RunState.Done, last.Outputs[0], counts, cancellation);
    }

    private async Task FinishAsync(RunRecord run, RunState state, string outcome, IReadOnlyDictionary<string, long> counts, CancellationToken cancellation)
    {
        try
        {
            await storage.Runs.UpdateRunAsync(run.End(state, outcome, clock.GetUtcNow()) with { Counts = counts, MovedBy = "", MovedUntil = null }, cancellation);
        }
        catch (StorageConflictException)
        {
            // Another process has ended it, or moved it on: then it comes here again.
            return;
        }

        await foreach (RunRecord waiting in storage.Runs.RunsAsync(RunState.Waiting, cancellation))
        {
            if (waiting.After == run.Id)
            {
                await BeginAsync(waiting, cancellation);
            }
        }
    }
}

/// <summary>What an attempt to move a run has done.</summary>
/// <param name="Entered">Stage that was entered, or none.</param>
/// <param name="Steps">Its steps as the ledger has them.</param>
/// <param name="Fault">Why the run has failed, or none.</param>
internal sealed record Advance(RefreshStage? Entered, IReadOnlyList<StepRecord> Steps, PipelineException? Fault)
{
    /// <summary>The run has ended, waits for steps, or was moved by another process.</summary>
    public static Advance Nowhere { get; } = new(null, [], null);
}
