using Pipeline.App.Settings;
using Pipeline.App.Triggers;

namespace Pipeline.App.Commands;

/// <summary>What a verb may touch of the world outside: settings, streams and the clock.</summary>
/// <param name="Settings">Settings in force.</param>
/// <param name="Output">Where answers go.</param>
/// <param name="Error">Where errors, and progress beside JSON, go.</param>
/// <param name="Clock">The clock.</param>
internal sealed record Surroundings(PipelineSettings Settings, TextWriter Output, TextWriter Error, TimeProvider Clock)
{
    /// <summary>The host that has started the program, or none when a person did.</summary>
    public HostEnvironment? Host { get; init; }
}
