using Azure;
using Azure.Data.Tables;
using Pipeline.Domain;

namespace Pipeline.Storage;

/// <summary>
/// What was run, step by step. Every write is conditional on what was read, so two processes that were handed the same work see each
/// other; a write that was done though its answer was lost is reported as done. Times come from the caller. A step's result is stored first
/// and recorded here second: a process that is killed in between loses no result, and the step that runs again finds it.
/// </summary>
public sealed class RunLedger
{
    private const int BatchSize = 100;

    private readonly TableClient runs;
    private readonly TableClient steps;

    internal RunLedger(TableClient runs, TableClient steps) => (this.runs, this.steps) = (runs, steps);

    /// <summary>Enters a new run.</summary>
    /// <exception cref="StorageConflictException">The quarter has a run of the same millisecond.</exception>
    public async Task<RunRecord> AddRunAsync(RunRecord run, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        try
        {
            return run with { ETag = await ConditionalWrite.AddAsync(runs, LedgerRows.Row(run), cancellationToken) };
        }
        catch (RequestFailedException taken) when (taken.ErrorCode == TableErrorCode.EntityAlreadyExists)
        {
            throw new StorageConflictException(
                new Fault("table runs", run.Id, "a new run", "a run with this id", "start it again: a run's id holds its start time"),
                taken);
        }
    }

    /// <summary>Changes a run that was read or added before.</summary>
    /// <exception cref="StorageConflictException">It has changed since.</exception>
    public async Task<RunRecord> UpdateRunAsync(RunRecord run, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        try
        {
            return run with { ETag = await ConditionalWrite.ReplaceAsync(runs, LedgerRows.Row(run), run.ETag, cancellationToken) };
        }
        catch (RequestFailedException changed) when (changed.Status is 404 or 412)
        {
            throw Changed("runs", run.Id, changed);
        }
    }

    /// <summary>The run, or null when there is none of this id.</summary>
    public async Task<RunRecord?> FindRunAsync(string runId, CancellationToken cancellationToken = default)
    {
        var row = await runs.GetEntityIfExistsAsync(LedgerRows.Runs, LedgerRows.RunKey(runId), cancellationToken);
        return row.HasValue ? LedgerRows.Run(row.Value!) : null;
    }

    /// <summary>Runs, newest first, all or those in one state.</summary>
    public IAsyncEnumerable<RunRecord> RunsAsync(RunState? state = null, CancellationToken cancellationToken = default)
    {
        var filter = state is { } wanted
            ? TableClient.CreateQueryFilter($"PartitionKey eq {LedgerRows.Runs} and State eq {wanted.ToString()}")
            : TableClient.CreateQueryFilter($"PartitionKey eq {LedgerRows.Runs}");
        return runs.QueryAsync(filter, cancellationToken: cancellationToken).Select(LedgerRows.Run);
    }

    /// <summary>
    /// Enters the steps of a run, a hundred a request, and returns them as the ledger has them: a step that is there already is left
    /// as it is, so that planning a stage again after a kill does not undo what is done.
    /// </summary>
    public async Task<IReadOnlyList<StepRecord>> AddStepsAsync(
        string runId, IReadOnlyCollection<StepRecord> planned, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(planned);
        if (planned.FirstOrDefault(step => step.RunId != runId) is { } stray)
            throw new ArgumentException($"Step {stray.Stage} {stray.Subject} is of run {stray.RunId}.", nameof(planned));
        var wanted = planned.ToDictionary(step => (step.Stage, step.Subject));
        while (true)
        {
            var there = (await StepsAsync(runId, cancellationToken: cancellationToken)).ToDictionary(step => (step.Stage, step.Subject));
            StepRecord[] missing = [.. wanted.Values.Where(step => !there.ContainsKey((step.Stage, step.Subject)))];
            try
            {
                var entered = await SubmitAsync(
                    missing, step => new TableTransactionAction(TableTransactionActionType.Add, LedgerRows.Row(step)), cancellationToken);
                foreach (var added in entered)
                    there[(added.Stage, added.Subject)] = added;
                return [.. planned.Select(step => there[(step.Stage, step.Subject)])];
            }
            catch (RequestFailedException raced) when (raced.ErrorCode == TableErrorCode.EntityAlreadyExists)
            {
                // Another process plans the same stage: what it has entered is read, the rest is tried again.
            }
        }
    }

    /// <summary>Changes a step that was read or added before; one that is now done can be found by later runs.</summary>
    /// <exception cref="StorageConflictException">It has changed since: another process has taken it, or an operator.</exception>
    public async Task<StepRecord> UpdateStepAsync(StepRecord step, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(step);
        if (IsNewlyDone(step)) await steps.UpsertEntityAsync(LedgerRows.DoneRow(step), TableUpdateMode.Replace, cancellationToken);
        try
        {
            return step with { ETag = await ConditionalWrite.ReplaceAsync(steps, LedgerRows.Row(step), step.ETag, cancellationToken) };
        }
        catch (RequestFailedException changed) when (changed.Status is 404 or 412)
        {
            throw Changed("steps", $"{step.RunId}, {step.Stage} {step.Subject}", changed);
        }
    }

    /// <summary>Changes many steps of one run, a hundred a request; a hundred is changed whole or not at all.</summary>
    /// <exception cref="StorageConflictException">One of them has changed since.</exception>
    public async Task<IReadOnlyList<StepRecord>> UpdateStepsAsync(
        IReadOnlyCollection<StepRecord> changed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changed);
        if (changed.Select(step => step.RunId).Distinct(StringComparer.Ordinal).Count() > 1)
            throw new ArgumentException("The steps are of more than one run.", nameof(changed));
        var done = changed.Where(IsNewlyDone).DistinctBy(step => step.Key);
        foreach (var version in done.GroupBy(step => step.Key.CodeVersion, StringComparer.Ordinal))
            await SubmitAsync(
                [.. version],
                step => new TableTransactionAction(TableTransactionActionType.UpsertReplace, LedgerRows.DoneRow(step)),
                cancellationToken);
        try
        {
            return await SubmitAsync(
                [.. changed],
                step => new TableTransactionAction(TableTransactionActionType.UpdateReplace, LedgerRows.Row(step), step.ETag),
                cancellationToken);
        }
        catch (TableTransactionFailedException conflict) when (conflict.Status is 404 or 412)
        {
            throw Changed("steps", changed.First().RunId, conflict);
        }
    }

    /// <summary>Steps of a run, all or of one stage, by stage and subject.</summary>
    public async Task<IReadOnlyList<StepRecord>> StepsAsync(
        string runId, string? stage = null, CancellationToken cancellationToken = default)
    {
        var partition = TableKeys.Encode(runId);
        // A key of the stage starts with its name and a bar; a brace is the next letter after the bar.
        var filter = stage is null
            ? TableClient.CreateQueryFilter($"PartitionKey eq {partition}")
            : TableClient.CreateQueryFilter(
                $"PartitionKey eq {partition} and RowKey ge {TableKeys.Encode(stage) + "|"} and RowKey lt {TableKeys.Encode(stage) + "}"}");
        return await ReadAsync(filter, cancellationToken);
    }

    /// <summary>True while a step of the stage is neither done nor failed: one small question, asked whenever a step has ended.</summary>
    public async Task<bool> HasOpenStepsAsync(string runId, string stage, CancellationToken cancellationToken = default)
    {
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {TableKeys.Encode(runId)} and RowKey ge {TableKeys.Encode(stage) + "|"} and RowKey lt {TableKeys.Encode(stage) + "}"} and State ne {StepState.Done.ToString()} and State ne {StepState.Failed.ToString()}");
        await foreach (var _ in steps.QueryAsync(filter, maxPerPage: 1, select: ["RowKey"], cancellationToken)) return true;
        return false;
    }

    /// <summary>One step, or null when it is not planned.</summary>
    public async Task<StepRecord?> FindStepAsync(string runId, string stage, string subject, CancellationToken cancellationToken = default)
    {
        var row = await steps.GetEntityIfExistsAsync(TableKeys.Encode(runId), TableKeys.Join(stage, subject), cancellationToken);
        return row.HasValue ? LedgerRows.Step(row.Value!) : null;
    }

    /// <summary>The step of any run that has done this key, or null.</summary>
    public async Task<StepRecord?> FindDoneStepAsync(StepKey key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        var row = await steps.GetEntityIfExistsAsync(LedgerRows.DonePartition(key.CodeVersion), key.Hash, cancellationToken);
        return row.HasValue ? LedgerRows.Step(row.Value!) : null;
    }

    /// <summary>
    /// All that one code version has done in any run, by key: one query a thousand steps, for a run that may find everything done.
    /// </summary>
    public async Task<IReadOnlyDictionary<StepKey, StepRecord>> DoneStepsAsync(
        string codeVersion, CancellationToken cancellationToken = default)
    {
        var done = await ReadAsync(
            TableClient.CreateQueryFilter($"PartitionKey eq {LedgerRows.DonePartition(codeVersion)}"), cancellationToken);
        return done.ToDictionary(step => step.Key);
    }

    private static bool IsNewlyDone(StepRecord step) => step is { State: StepState.Done, Reused: false };

    private async Task<IReadOnlyList<StepRecord>> ReadAsync(string filter, CancellationToken cancellationToken)
    {
        var found = new List<StepRecord>();
        await foreach (var row in steps.QueryAsync(filter, cancellationToken: cancellationToken)) found.Add(LedgerRows.Step(row));
        return found;
    }

    private async Task<IReadOnlyList<StepRecord>> SubmitAsync(
        StepRecord[] batch, Func<StepRecord, TableTransactionAction> action, CancellationToken cancellationToken)
    {
        var written = new List<StepRecord>(batch.Length);
        foreach (var part in batch.Chunk(BatchSize))
        {
            var states = await ConditionalWrite.SubmitAsync(steps, [.. part.Select(action)], cancellationToken);
            written.AddRange(part.Select((step, index) => step with { ETag = states[index] }));
        }

        return written;
    }

    private static StorageConflictException Changed(string table, string place, Exception cause) =>
        new(new Fault(
            $"table {table}", place, "the entry as it was read", "one that another process has changed",
            "read it again and decide anew"), cause);
}
