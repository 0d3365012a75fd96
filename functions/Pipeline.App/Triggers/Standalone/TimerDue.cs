using Pipeline.App.Functions;
using Pipeline.Storage;

namespace Pipeline.App.Triggers.Standalone;

/// <summary>When a timer is to be called next, from its schedule and its last call.</summary>
/// <param name="At">The time; past when it is due now.</param>
/// <param name="Call">The call to make then, or none when there is only something to wait for.</param>
internal sealed record TimerDue(DateTimeOffset At, TimerCall? Call)
{
    /// <summary>An occurrence that is run later than this came round while nothing was running.</summary>
    public static readonly TimeSpan Late = TimeSpan.FromMinutes(1);

    /// <summary>
    /// What is due. A call that runs is waited for; one that was killed is made again as soon as its hold has run out; one that failed is
    /// made again as its retry rule says; of all occurrences missed the newest is called, once.
    /// </summary>
    public static TimerDue Of(TimerDefinition timer, TimerRecord record, DateTimeOffset now)
    {
        if (record.IsRunning(now))
        {
            return new TimerDue(record.HeldUntil!.Value, Call: null);
        }

        DateTimeOffset since = record.Occurrence ?? record.KnownSince;
        if (timer.Schedule.Last(since, now) is { } newest)
        {
            return new TimerDue(newest, new TimerCall(timer.Name, newest, now - newest >= Late));
        }

        DateTimeOffset next = timer.Schedule.After(since) ?? DateTimeOffset.MaxValue;
        DateTimeOffset? again = record switch
        {
            _ when record.IsAbandoned(now) => record.HeldUntil!.Value,
            { Failure: not null } when record.Attempt <= timer.Retry.Count => record.Ended!.Value + timer.Retry.Delay,
            _ => null,
        };
        return again is { } time && time <= next
            ? new TimerDue(time, new TimerCall(timer.Name, record.Occurrence!.Value, time - record.Occurrence.Value >= Late))
            : new TimerDue(next, new TimerCall(timer.Name, next, IsPastDue: false));
    }
}
