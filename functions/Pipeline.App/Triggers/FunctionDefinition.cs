using Pipeline.Storage;

namespace Pipeline.App.Triggers;

/// <summary>A function as its <c>function.json</c> defines it.</summary>
/// <param name="Name">Name: that of its folder.</param>
/// <param name="Binding">Name under which the trigger hands over its data.</param>
internal abstract record FunctionDefinition(string Name, string Binding);

/// <summary>A function that a schedule starts.</summary>
/// <param name="Name">Name.</param>
/// <param name="Binding">Name of the trigger's data.</param>
/// <param name="Schedule">When.</param>
/// <param name="Retry">How often it is tried again after a failure.</param>
internal sealed record TimerDefinition(string Name, string Binding, Schedule Schedule, RetryRule Retry) : FunctionDefinition(Name, Binding)
{
    /// <summary>A call may be this late before it is missed.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(10);

    /// <summary>The occurrence that comes after the last one called, or none.</summary>
    public DateTimeOffset? NextAfter(TimerRecord? record, DateTimeOffset now) => Schedule.After(record?.Occurrence ?? record?.KnownSince ?? now);

    /// <summary>True when that has passed and nobody has called.</summary>
    public bool IsOverdue(TimerRecord? record, DateTimeOffset now) => NextAfter(record, now) + Grace < now && record?.IsRunning(now) != true;
}

/// <summary>A function that a message starts.</summary>
/// <param name="Name">Name.</param>
/// <param name="Binding">Name of the trigger's data.</param>
/// <param name="Queue">Queue that is listened to.</param>
internal sealed record QueueDefinition(string Name, string Binding, string Queue) : FunctionDefinition(Name, Binding);

/// <summary>A function that answers HTTP requests: the whole of the API.</summary>
/// <param name="Name">Name.</param>
/// <param name="Binding">Name of the trigger's data.</param>
/// <param name="Route">Route below the prefix.</param>
internal sealed record HttpDefinition(string Name, string Binding, string Route) : FunctionDefinition(Name, Binding);

/// <summary>What follows a failed call of a timer.</summary>
/// <param name="Count">Further tries, 0 for none.</param>
/// <param name="Delay">Time before each.</param>
internal sealed record RetryRule(int Count, TimeSpan Delay)
{
    /// <summary>No further try.</summary>
    public static RetryRule None { get; } = new(0, TimeSpan.Zero);
}
