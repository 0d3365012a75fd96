using Pipeline.App.Commands;
using Pipeline.App.Settings;

namespace Pipeline.App.Tests.Running;

/// <summary>What a verb answered.</summary>
internal sealed record CommandOutcome(int ExitCode, string Output, string Error);

/// <summary>Runs a verb of the program inside the test process, against given storage.</summary>
internal static class CommandRun
{
    /// <summary>Runs a verb on 22 November 2026.</summary>
    public static Task<CommandOutcome> OnAsync(string connection, params string[] arguments) => OnDayAsync(new DateOnly(2026, 11, 22), connection, arguments);

    /// <summary>Runs a verb on another day.</summary>
    public static async Task<CommandOutcome> OnDayAsync(DateOnly day, string connection, params string[] arguments)
    {
        using StringWriter output = new();
        using StringWriter error = new();
        Surroundings surroundings = new(new PipelineSettings { Storage = StorageSettings.Of(connection) }, output, error, new FixedClock(day));
        int exitCode = await CommandLine.RunAsync(arguments, surroundings);
        return new CommandOutcome(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>A verb that needs no storage.</summary>
    public static Task<CommandOutcome> RunAsync(params string[] arguments) => OnAsync("UseDevelopmentStorage=true", arguments);

    /// <summary>A clock that starts on a day and goes on a millisecond at each look, so that no two runs have one name.</summary>
    private sealed class FixedClock(DateOnly day) : TimeProvider
    {
        private static long looks;

        public override DateTimeOffset GetUtcNow() => new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero).AddMilliseconds(Interlocked.Increment(ref looks));
    }
}
