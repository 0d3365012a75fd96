using Pipeline.App.Settings;

namespace Pipeline.App.Commands;

/// <summary>What a verb may touch of the world outside: settings, streams and the clock.</summary>
/// <param name="Settings">Settings in force.</param>
/// <param name="Output">Where answers go.</param>
/// <param name="Error">Where errors, and progress beside JSON, go.</param>
/// <param name="Clock">The clock.</param>
internal sealed record Surroundings(PipelineSettings Settings, TextWriter Output, TextWriter Error, TimeProvider Clock);
