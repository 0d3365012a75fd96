namespace Pipeline.Tests.Publishing;

/// <summary>
/// A clock moved by hand. Waits up to a length are over at once and are written down, so that a test sees how long a program would have waited;
/// longer ones end when the clock is moved past them.
/// </summary>
internal sealed class HandClock(DateTimeOffset start, TimeSpan atOnceUpTo = default) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<HandTimer> timers = [];
    private DateTimeOffset now = start;

    /// <summary>Waits that were over at once, in order.</summary>
    public List<TimeSpan> Waited { get; } = [];

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    /// <summary>Moves the clock and ends the waits it passes.</summary>
    public void Move(TimeSpan by)
    {
        HandTimer[] due;
        lock (gate)
        {
            now += by;
            due = [.. timers.Where(timer => timer.Due <= now)];
            timers.RemoveAll(timer => timer.Due <= now);
        }

        foreach (HandTimer timer in due)
        {
            timer.Ring();
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        HandTimer timer = new(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private void Set(HandTimer timer, TimeSpan dueTime)
    {
        lock (gate)
        {
            timers.Remove(timer);
            if (dueTime == Timeout.InfiniteTimeSpan)
            {
                return;
            }

            if (dueTime > atOnceUpTo)
            {
                timer.Due = now + dueTime;
                timers.Add(timer);
                return;
            }

            now += dueTime;
            Waited.Add(dueTime);
        }

        ThreadPool.QueueUserWorkItem(_ => timer.Ring());
    }

    private sealed class HandTimer(HandClock clock, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset Due { get; set; }

        public void Ring() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.Set(this, dueTime);
            return true;
        }

        public void Dispose() => clock.Set(this, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
