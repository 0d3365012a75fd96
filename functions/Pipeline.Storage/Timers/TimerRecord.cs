using Azure;

namespace Pipeline.Storage;

/// <summary>The last call of a timer.</summary>
/// <param name="Name">Name of the function.</param>
/// <param name="KnownSince">When the timer was first seen; no occurrence before counts as missed.</param>
public sealed record TimerRecord(string Name, DateTimeOffset KnownSince)
{
    /// <summary>The occurrence called last, or none yet.</summary>
    public DateTimeOffset? Occurrence { get; init; }

    /// <summary>How often this occurrence was called.</summary>
    public int Attempt { get; init; }

    /// <summary>When the last call started.</summary>
    public DateTimeOffset? Started { get; init; }

    /// <summary>When it ended; none while it runs, or when its process was killed.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>Until when the call is held, unless it is renewed: what has not ended by then was killed.</summary>
    public DateTimeOffset? HeldUntil { get; init; }

    /// <summary>What was done, in one line.</summary>
    public string? Outcome { get; init; }

    /// <summary>Kind of the error that ended it.</summary>
    public string? Failure { get; init; }

    internal ETag ETag { get; init; }

    /// <summary>True while somebody runs it.</summary>
    public bool IsRunning(DateTimeOffset now) => Started is not null && Ended is null && now < HeldUntil;

    /// <summary>True when whoever ran it is gone without having ended it.</summary>
    public bool IsAbandoned(DateTimeOffset now) => Started is not null && Ended is null && now >= HeldUntil;
}

/// <summary>Answer to the wish to run an occurrence of a timer.</summary>
public enum TimerStart
{
    /// <summary>It is the caller's to run.</summary>
    Started,

    /// <summary>An earlier call has not ended.</summary>
    Running,

    /// <summary>It was run before, or a later one was.</summary>
    AlreadyRun,
}
