namespace Pipeline.App.Telemetry;

/// <summary>Scope of the log lines of one call: the host does not tie lines to calls.</summary>
/// <param name="InvocationId">Identifier that each line carries.</param>
internal sealed record InvocationScope(string InvocationId);
