namespace Pipeline.Storage;

/// <summary>A request to start a run that its sender may repeat, and the run that holds for it.</summary>
/// <param name="RequestHash">SHA-256 of what was asked for, lower-case hexadecimal: the same key must ask for the same.</param>
/// <param name="RunId">The run that the first request with this key was given; every repetition gets the same.</param>
/// <param name="ReservedAt">When the first request came.</param>
public sealed record ReservedRun(string RequestHash, string RunId, DateTimeOffset ReservedAt);
