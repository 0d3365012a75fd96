using Microsoft.Extensions.Logging.Console;

namespace Pipeline.App.Telemetry;

/// <summary>How the program logs: errors to the error stream, everything else to standard output, in our own lines.</summary>
internal static class PipelineLogging
{
    /// <summary>Sets the log up; what the framework says of itself is kept when it is a caution or worse.</summary>
    public static void Add(ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Pipeline", LogLevel.Information)
            // The web server would open a trace and a scope for every request that no line of ours shows; a failure at its start ends the program anyway.
            .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        logging.AddConsoleFormatter<LineFormatter, ConsoleFormatterOptions>();
        logging.AddConsole(console =>
        {
            console.FormatterName = LineFormatter.FormatterName;
            console.LogToStandardErrorThreshold = LogLevel.Error;
        });
    }
}
