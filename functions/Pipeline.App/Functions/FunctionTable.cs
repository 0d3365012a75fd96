namespace Pipeline.App.Functions;

/// <summary>
/// What the functions of the app do, by name, whoever calls them: the Functions host, the timers and queues of a program that stands alone, or
/// an operator over HTTP.
/// </summary>
/// <param name="Timers">Functions that a schedule starts.</param>
/// <param name="Queues">Functions that a message of a queue starts.</param>
internal sealed record FunctionTable(IReadOnlyDictionary<string, TimerWork> Timers, IReadOnlyDictionary<string, QueueWork> Queues);

/// <summary>Does what a schedule asks for. Called twice for one occurrence it does nothing the second time.</summary>
/// <returns>What was done, in one line without values, for the log and the health report.</returns>
internal delegate Task<string> TimerWork(TimerCall call, CancellationToken cancellation);

/// <summary>Does what a message asks for. It returns when the message is dealt with for good, and throws when it is to be delivered again.</summary>
internal delegate Task QueueWork(Delivery delivery, CancellationToken cancellation);

/// <summary>A schedule has come round.</summary>
/// <param name="Function">Name of the function.</param>
/// <param name="Occurrence">The occurrence being run: what makes two calls for it the same call. When an operator calls, the time of the call.</param>
/// <param name="IsPastDue">True when it comes late because nothing was running.</param>
internal sealed record TimerCall(string Function, DateTimeOffset Occurrence, bool IsPastDue);

/// <summary>One step of a run to be done: keys, never values.</summary>
/// <param name="Run">The run.</param>
/// <param name="Subject">What the step works on, unique in its stage; <see cref="Move"/> to do no step and only move the run on.</param>
/// <param name="Trace">Trace context of the sender (W3C <c>traceparent</c>), or empty.</param>
internal sealed record StepMessage(string Run, string Subject, string Trace)
{
    /// <summary>Stands for a subject where the run is to be moved on: no step has an empty subject.</summary>
    public const string Move = "";
}

/// <summary>A message as it was handed out.</summary>
/// <param name="Message">What to do.</param>
/// <param name="MessageId">The service's identifier of the message: a second delivery of one message shows that the first holder has lost it.</param>
/// <param name="Tries">How often it was handed out, this time included.</param>
internal sealed record Delivery(StepMessage Message, string MessageId, long Tries)
{
    /// <summary>After this many tries nobody tries again by himself.</summary>
    public const int MaximumTries = 5;
}
