using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Pipeline.App.Functions;
using Pipeline.App.Telemetry;
using Pipeline.App.Tests.Triggers;

namespace Pipeline.App.Tests.Telemetry;

public sealed class PipelineTelemetryTests : IDisposable
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";
    private const string Parent = $"00-{Trace}-b7ad6b7169203331-01";

    private readonly ConcurrentQueue<Activity> ended = [];
    private readonly ConcurrentQueue<(string Instrument, double Value, string Tags)> measured = [];
    private readonly ActivityListener traces;
    private readonly MeterListener meters = new();
    private readonly ManualClock clock = new(HostPlayer.Utc("2026-11-22T10:00:00"));
    private readonly FunctionInvoker invoker;

    public PipelineTelemetryTests()
    {
        invoker = new FunctionInvoker(clock, new RecordingLog().For<FunctionInvoker>());
        traces = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Pipeline",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(traces);
        meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == "Pipeline")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => measured.Enqueue((instrument.Name, value, Text(tags))));
        meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => measured.Enqueue((instrument.Name, value, Text(tags))));
        meters.Start();
    }

    public void Dispose()
    {
        traces.Dispose();
        meters.Dispose();
    }

    [Fact]
    public async Task A_call_goes_on_from_its_callers_trace_and_carries_its_identifier()
    {
        Activity activity = await ActivityOfAsync("T1", Parent);

        Assert.Equal((Trace, "b7ad6b7169203331"), (activity.TraceId.ToHexString(), activity.ParentSpanId.ToHexString()));
        Assert.Equal("T1-id", activity.GetTagItem("faas.invocation_id"));
        Assert.True(activity.HasRemoteParent);
    }

    [Theory]
    [InlineData("T2", null)]
    [InlineData("T3", "")]
    [InlineData("T4", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331")]
    [InlineData("T5", "00-00000000000000000000000000000000-b7ad6b7169203331-01")]
    [InlineData("T6", "a text of somebody's")]
    public async Task Without_a_well_formed_trace_a_new_one_begins_whatever_else_is_current(string function, string? traceParent)
    {
        using Activity webServer = new Activity("web server").Start();

        Activity activity = await ActivityOfAsync(function, traceParent);

        Assert.Equal(default, activity.ParentSpanId);
        Assert.NotEqual(webServer.TraceId, activity.TraceId);
        Assert.Same(webServer, Activity.Current);
    }

    [Fact]
    public async Task Calls_are_counted_by_function_and_outcome_with_their_duration()
    {
        await invoker.RunAsync("T7", new Origin("T7-id", null), () => { clock.Advance(TimeSpan.FromSeconds(3)); return Task.FromResult("done"); }, default);
        await Assert.ThrowsAsync<FunctionFailedException>(() => invoker.RunAsync("T7", new Origin("T7-id", null), () => throw new InvalidOperationException("secret"), default));
        await Assert.ThrowsAsync<OperationCanceledException>(() => invoker.RunAsync("T7", new Origin("T7-id", null), () => throw new OperationCanceledException(), new CancellationToken(canceled: true)));

        Assert.Equal(
            [
                ("pipeline.invocation.duration", 3, "function=T7;outcome=done"), ("pipeline.invocation.duration", 0, "function=T7;outcome=failed"),
                ("pipeline.invocation.duration", 0, "function=T7;outcome=stopped"), ("pipeline.invocations", 1, "function=T7;outcome=done"),
                ("pipeline.invocations", 1, "function=T7;outcome=failed"), ("pipeline.invocations", 1, "function=T7;outcome=stopped"),
            ],
            measured.Where(one => one.Tags.Contains("=T7;", StringComparison.Ordinal)).OrderBy(one => one.Instrument, StringComparer.Ordinal).ThenBy(one => one.Tags, StringComparer.Ordinal));
        Activity failed = ended.Single(activity => activity.OperationName == "T7" && activity.Status == ActivityStatusCode.Error);
        Assert.Equal("InvalidOperationException", failed.StatusDescription);
    }

    [Fact]
    public void Steps_are_counted_by_stage_and_outcome()
    {
        PipelineTelemetry.StepEnded("assess-test", "reused");

        Assert.Equal([("pipeline.steps", 1, "stage=assess-test;outcome=reused")], measured.Where(one => one.Tags.Contains("assess-test", StringComparison.Ordinal)));
    }

    private async Task<Activity> ActivityOfAsync(string function, string? traceParent)
    {
        await invoker.RunAsync(function, new Origin(function + "-id", traceParent), () => Task.FromResult("done"), default);
        return ended.Single(activity => activity.OperationName == function);
    }

    private static string Text(ReadOnlySpan<KeyValuePair<string, object?>> tags) => string.Join(';', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"));
}
