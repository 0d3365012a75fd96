using Azure;

namespace Pipeline.Storage;

/// <summary>Where a step is. The way is Pending, Running, then Done or Failed; a failed step may run again.</summary>
public enum StepState
{
    /// <summary>Planned, perhaps with a message on its way.</summary>
    Pending,

    /// <summary>Taken; if its process was killed it stays so until it is driven again.</summary>
    Running,

    /// <summary>Its result is stored under its key.</summary>
    Done,

    /// <summary>Its last attempt failed.</summary>
    Failed,
}

/// <summary>Rows of a step that has rows. <c>Read = Passed + Quarantined</c>.</summary>
/// <param name="Read">Rows read.</param>
/// <param name="Passed">Rows that became observations or were passed over by rule.</param>
/// <param name="Quarantined">Rows rejected.</param>
public sealed record RowCounts(long Read, long Passed, long Quarantined);

/// <summary>One step of a run: one snapshot to read, one mineral to assess, one briefing to render, one vintage to publish.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Stage">Stage, such as <c>assess</c>.</param>
/// <param name="Subject">What it works on, unique in run and stage, such as <c>cobalt</c>, <c>cobalt.ja</c> or a file name.</param>
/// <param name="Key">What its result depends on.</param>
public sealed record StepRecord(string RunId, string Stage, string Subject, StepKey Key)
{
    /// <summary>Where it is.</summary>
    public StepState State { get; init; } = StepState.Pending;

    /// <summary>Attempts begun; 0 before the first.</summary>
    public int Attempt { get; init; }

    /// <summary>When its message was last sent; null where no message was needed.</summary>
    public DateTimeOffset? Sent { get; init; }

    /// <summary>Delivery that the last attempt belongs to; empty before the first.</summary>
    public string Holder { get; init; } = "";

    /// <summary>Until when the last attempt is believed to be alive; null before the first.</summary>
    public DateTimeOffset? LeaseUntil { get; init; }

    /// <summary>When the last attempt began.</summary>
    public DateTimeOffset? Started { get; init; }

    /// <summary>When the last attempt ended; null while it runs.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>Rows, where the stage has rows.</summary>
    public RowCounts? Rows { get; init; }

    /// <summary>True when an earlier run's result was taken over.</summary>
    public bool Reused { get; init; }

    /// <summary>Names of what the step stored.</summary>
    public IReadOnlyList<string> Outputs { get; init; } = [];

    /// <summary>Why the last attempt failed, cut to 8,000 characters.</summary>
    public string? Error { get; init; }

    /// <summary>State of the entry that was read; an update needs it.</summary>
    internal ETag ETag { get; init; }

    /// <summary>The step, taken: one more attempt. A running step may be taken again, since its process may have been killed.</summary>
    /// <param name="at">When the attempt begins.</param>
    /// <param name="holder">Delivery that the attempt belongs to.</param>
    /// <param name="lease">How long the attempt is believed to be alive without a sign.</param>
    public StepRecord Begin(DateTimeOffset at, string holder, TimeSpan lease) => State == StepState.Done
        ? throw Impossible("begin")
        : this with
        {
            State = StepState.Running, Attempt = Attempt + 1, Started = at.ToUniversalTime(), Ended = null, Error = null,
            Holder = holder, LeaseUntil = at.ToUniversalTime() + lease,
        };

    /// <summary>A failed step, to be done again from its first attempt.</summary>
    public StepRecord Reopen(DateTimeOffset at) => State == StepState.Failed
        ? this with { State = StepState.Pending, Attempt = 0, Sent = at.ToUniversalTime(), Holder = "", LeaseUntil = null, Started = null, Ended = null, Error = null }
        : throw Impossible("reopen");

    /// <summary>The step, done.</summary>
    public StepRecord Complete(DateTimeOffset at, IReadOnlyList<string> outputs, RowCounts? rows = null) => State == StepState.Running
        ? this with { State = StepState.Done, Ended = at.ToUniversalTime(), Outputs = outputs, Rows = rows }
        : throw Impossible("complete");

    /// <summary>The step, with the result of an earlier step of the same key.</summary>
    public StepRecord Reuse(StepRecord earlier, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        if (State == StepState.Done) throw Impossible("reuse");
        if (earlier.Key != Key || earlier.State != StepState.Done)
            throw new ArgumentException($"{earlier.Stage} {earlier.Subject} is not done with key {Key}.", nameof(earlier));
        var time = at.ToUniversalTime();
        return this with
        {
            State = StepState.Done,
            Started = time,
            Ended = time,
            Reused = true,
            Outputs = earlier.Outputs,
            Rows = earlier.Rows,
            Error = null,
        };
    }

    /// <summary>The step, failed.</summary>
    public StepRecord Fail(DateTimeOffset at, string error)
    {
        ArgumentNullException.ThrowIfNull(error);
        const int longest = 8000;
        if (State != StepState.Running) throw Impossible("fail");
        var kept = error.Length <= longest ? error : string.Concat(error.AsSpan(0, longest - 1), "…");
        return this with { State = StepState.Failed, Ended = at.ToUniversalTime(), Error = kept };
    }

    private InvalidOperationException Impossible(string verb) =>
        new($"Step {Stage} {Subject} of run {RunId} is {State}: it cannot {verb}.");
}
