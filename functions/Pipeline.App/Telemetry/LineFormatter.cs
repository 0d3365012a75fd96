using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Pipeline.App.Telemetry;

/// <summary>
/// Log lines as the Functions host reads them: one line an event, the identifier of the call in each. The host takes a line of the error
/// stream for an error unless it says "warn", and a line that begins with its own mark for its own; neither happens here.
/// </summary>
internal sealed class LineFormatter(TimeProvider clock) : ConsoleFormatter(FormatterName)
{
    /// <summary>Name under which the console finds it.</summary>
    public const string FormatterName = "line";

    /// <inheritdoc/>
    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        StringBuilder line = new(clock.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture));
        line.Append(' ').Append(Word(logEntry.LogLevel)).Append(' ').Append(logEntry.Category).Append(" [").Append(InvocationOf(scopeProvider)).Append("] ");
        line.Append(logEntry.Formatter(logEntry.State, null));
        if (logEntry.Exception is { } fault)
        {
            line.Append(" | ").Append(ErrorText.Of(fault));
        }

        for (int at = 0; at < line.Length; at++)
        {
            if (char.IsControl(line[at]) || line[at] is '\u2028' or '\u2029')
            {
                line[at] = ' ';
            }
        }

        string text = line.ToString();
        textWriter.WriteLine(logEntry.LogLevel >= LogLevel.Error ? text.Replace("warn", "w_arn", StringComparison.OrdinalIgnoreCase) : text);
    }

    private static string InvocationOf(IExternalScopeProvider? scopes)
    {
        Found found = new();
        scopes?.ForEachScope(static (scope, into) => into.InvocationId = (scope as InvocationScope)?.InvocationId ?? into.InvocationId, found);
        return found.InvocationId;
    }

    private static string Word(LogLevel level) => level switch
    {
        LogLevel.Trace => "trace",
        LogLevel.Debug => "debug",
        LogLevel.Information => "info",
        LogLevel.Warning => "caution",
        LogLevel.Error => "error",
        _ => "critical",
    };

    /// <summary>The innermost scope of a call; a dash outside of calls.</summary>
    private sealed class Found
    {
        public string InvocationId { get; set; } = "-";
    }
}
