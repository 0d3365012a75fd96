using System.Globalization;
using Azure;

namespace Pipeline.Storage;

/// <summary>Where a run is.</summary>
public enum RunState
{
    /// <summary>Begins when the run before it has ended.</summary>
    Waiting,

    /// <summary>Steps are waiting or being done.</summary>
    Running,

    /// <summary>Finished; the outcome says how.</summary>
    Done,

    /// <summary>Ended without publishing.</summary>
    Failed,
}

/// <summary>One refresh of one quarter.</summary>
/// <param name="Id">Start time and quarter, such as <c>20261122T030405123Z-2026Q4</c>.</param>
/// <param name="Quarter">Quarter, such as <c>2026Q4</c>.</param>
/// <param name="Started">When it was started.</param>
/// <param name="CodeVersion">Version of the code that started it.</param>
public sealed record RunRecord(string Id, string Quarter, DateTimeOffset Started, string CodeVersion)
{
    /// <summary>A run that starts now.</summary>
    /// <param name="quarter">Quarter, such as <c>2026Q4</c>.</param>
    /// <param name="started">The caller's clock; milliseconds become part of the id.</param>
    /// <param name="codeVersion">Version of the code.</param>
    public static RunRecord Start(string quarter, DateTimeOffset started, string codeVersion)
    {
        var time = started.ToUniversalTime();
        var id = $"{time.ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture)}-{BlobNames.Part(quarter, nameof(quarter))}";
        return new RunRecord(id, quarter, time, codeVersion);
    }

    /// <summary>Where it is.</summary>
    public RunState State { get; init; } = RunState.Running;

    /// <summary>What was asked for, in the words of whoever drives the run.</summary>
    public string Request { get; init; } = "";

    /// <summary>Stage that the run is in; empty before the first.</summary>
    public string Stage { get; init; } = "";

    /// <summary>When it came to this stage or last gave a sign of life in it.</summary>
    public DateTimeOffset StageAt { get; init; } = Started;

    /// <summary>Delivery that moves the run to its next stage; empty while nobody does.</summary>
    public string MovedBy { get; init; } = "";

    /// <summary>Until when whoever moves it is believed to be alive; null while nobody does.</summary>
    public DateTimeOffset? MovedUntil { get; init; }

    /// <summary>Run that must have ended before this one begins; null for none.</summary>
    public string? After { get; init; }

    /// <summary>True when its vintage was published before it came to publishing: nothing had changed.</summary>
    public bool FoundPublished { get; init; }

    /// <summary>When it ended; null while it runs.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>How it ended, in a word or a line: published, unchanged, what is missing, the error.</summary>
    public string? Outcome { get; init; }

    /// <summary>The vintage that it published or found unchanged.</summary>
    public string? Vintage { get; init; }

    /// <summary>Counts to show, such as read, quarantined, scored, insufficient, rendered, reused.</summary>
    public IReadOnlyDictionary<string, long> Counts { get; init; } = new SortedDictionary<string, long>(StringComparer.Ordinal);

    /// <summary>State of the entry that was read; an update needs it.</summary>
    internal ETag ETag { get; init; }

    /// <summary>A failed run, open again: what made it fail was mended.</summary>
    public RunRecord Reopen(DateTimeOffset at) => State == RunState.Failed
        ? this with { State = RunState.Running, Outcome = null, Ended = null, StageAt = at.ToUniversalTime() }
        : throw new InvalidOperationException($"Run {Id} has not failed: it is {State}.");

    /// <summary>The run, ended.</summary>
    public RunRecord End(RunState state, string outcome, DateTimeOffset ended) => State is RunState.Running or RunState.Waiting
        ? this with { State = state, Outcome = outcome, Ended = ended.ToUniversalTime() }
        : throw new InvalidOperationException($"Run {Id} has ended before: {State}.");
}
