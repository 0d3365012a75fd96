using System.Diagnostics;
using System.Diagnostics.Metrics;
using Pipeline.App.Functions;

namespace Pipeline.App.Telemetry;

/// <summary>Traces and measurements of the app under the name <c>Pipeline</c>. Tags are names and outcomes, never values.</summary>
internal static class PipelineTelemetry
{
    /// <summary>Name of the source of traces and of the meter.</summary>
    public const string Name = "Pipeline";

    /// <summary>Outcome of a call that returned.</summary>
    public const string Done = "done";

    /// <summary>Outcome of a call that threw.</summary>
    public const string Failed = "failed";

    /// <summary>Outcome of a call that was broken off because the program stops.</summary>
    public const string Stopped = "stopped";

    /// <summary>Tag with the identifier of the call.</summary>
    public const string InvocationTag = "faas.invocation_id";

    private const string FunctionTag = "function";
    private const string StageTag = "stage";
    private const string OutcomeTag = "outcome";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Invocations = Meter.CreateCounter<long>("pipeline.invocations", "{call}", "Calls of functions by function and outcome.");
    private static readonly Counter<long> Steps = Meter.CreateCounter<long>("pipeline.steps", "{step}", "Steps of runs by stage and outcome.");
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("pipeline.invocation.duration", "s", "Duration of calls by function and outcome.");

    /// <summary>
    /// Starts the trace of a call: it goes on from the caller's trace where there is a well-formed one, and is a new one otherwise. What else
    /// was current before, such as the web server's own activity, is no parent: nobody else may keep it.
    /// </summary>
    /// <returns>The trace, or none when nobody listens.</returns>
    public static Activity? Start(string function, Origin origin)
    {
        bool known = ActivityContext.TryParse(origin.TraceParent, traceState: null, isRemote: true, out ActivityContext parent);
        Activity.Current = null;
        return Source.StartActivity(function, ActivityKind.Consumer, known ? parent : default, [new(InvocationTag, origin.InvocationId)]);
    }

    /// <summary>True for a trace context that a trace can go on from.</summary>
    public static bool IsTrace(string? traceParent) => ActivityContext.TryParse(traceParent, traceState: null, out _);

    /// <summary>Counts a call and its duration.</summary>
    public static void Ended(string function, string outcome, TimeSpan duration)
    {
        TagList tags = new() { { FunctionTag, function }, { OutcomeTag, outcome } };
        Invocations.Add(1, tags);
        Duration.Record(duration.TotalSeconds, tags);
    }

    /// <summary>Counts a step of a run.</summary>
    /// <param name="stage">Stage of the step.</param>
    /// <param name="outcome">How it ended: <c>done</c>, <c>reused</c>, <c>failed</c>.</param>
    public static void StepEnded(string stage, string outcome) => Steps.Add(1, new TagList { { StageTag, stage }, { OutcomeTag, outcome } });
}
