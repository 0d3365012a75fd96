using Microsoft.Extensions.Logging.Console;

namespace Pipeline.App.Telemetry;

/// <summary>How the program logs: errors to the error stream, everything else to standard output, in our own lines.</summary>
internal static class PipelineLogging
{
    /// <summary>Sets the log up; what the framework says of itself is kept when it is a caution or worse.</summary>
    public static void Add(ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Pipeline", LogLevel.Information);
        logging.AddConsoleFormatter<LineFormatter, ConsoleFormatterOptions>();
        logging.AddConsole(console =>
        {
            console.FormatterName = LineFormatter.FormatterName;
            console.LogToStandardErrorThreshold = LogLevel.Error;
        });
    }
}
