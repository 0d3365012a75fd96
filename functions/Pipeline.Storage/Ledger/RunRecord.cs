using System.Globalization;
using Azure;

namespace Pipeline.Storage;

/// <summary>Where a run is.</summary>
public enum RunState
{
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

    /// <summary>The run, ended.</summary>
    public RunRecord End(RunState state, string outcome, DateTimeOffset ended) => State == RunState.Running
        ? this with { State = state, Outcome = outcome, Ended = ended.ToUniversalTime() }
        : throw new InvalidOperationException($"Run {Id} has ended before: {State}.");
}
