namespace Pipeline.App.Functions;

/// <summary>Where a call of a function comes from.</summary>
/// <param name="InvocationId">What all log lines of the call carry: the host's identifier, or that of the message or request.</param>
/// <param name="TraceParent">Trace context of the caller (W3C <c>traceparent</c>), or none.</param>
internal sealed record Origin(string InvocationId, string? TraceParent);
