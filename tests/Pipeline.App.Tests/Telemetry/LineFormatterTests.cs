using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.App.Telemetry;
using Pipeline.App.Tests.Triggers;
using Pipeline.Domain;

namespace Pipeline.App.Tests.Telemetry;

public sealed class LineFormatterTests
{
    private const string Beginning = "2026-11-22T03:04:05.678Z ";

    [Fact]
    public void A_line_has_time_level_category_and_the_identifier_of_its_call() => Assert.Equal(
        Beginning + "info Pipeline.Test [i-1] WatchRuns is done: 2 steps sent again\n",
        Line(LogLevel.Information, "WatchRuns is done: 2 steps sent again", fault: null, new InvocationScope("outer"), new InvocationScope("i-1")));

    [Fact]
    public void Outside_of_calls_a_dash_stands_for_the_identifier() => Assert.Equal(Beginning + "info Pipeline.Test [-] up\n", Line(LogLevel.Information, "up"));

    [Fact]
    public void An_event_is_one_line_whatever_is_in_it() =>
        Assert.Equal(Beginning + "error Pipeline.Test [a  b] one  two\u3000三 LanguageWorkerConsoleLog\n", Line(LogLevel.Error, "one\r\ntwo\u3000三\nLanguageWorkerConsoleLog", fault: null, new InvocationScope("a\r\nb")));

    [Theory]
    [InlineData(LogLevel.Error)]
    [InlineData(LogLevel.Critical)]
    public void An_error_never_says_the_word_that_would_make_the_host_take_it_for_less(LogLevel level) =>
        Assert.DoesNotContain("warn", Line(level, "Warning: forewarned", new WarnedException()), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void No_line_begins_with_the_hosts_own_mark() => Assert.StartsWith("2026", Line(LogLevel.Information, "LanguageWorkerConsoleLog x"), StringComparison.Ordinal);

    [Fact]
    public void An_error_of_ours_is_located_and_what_was_found_is_left_out()
    {
        UnknownCodeException fault = new("countries", "restricted 4711", new Fault("stock.csv", "line 3", "a country", "'restricted 4711'", "use a known one with 4712"));

        string line = Line(LogLevel.Error, "ReadSnapshot failed.", fault);

        Assert.EndsWith("ReadSnapshot failed. | UnknownCodeException: stock.csv, line 3: expected a country\n", line, StringComparison.Ordinal);
        Assert.DoesNotContain("471", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_error_is_shown_by_its_type_and_where_it_was_thrown_and_never_by_its_message()
    {
        string line = Line(LogLevel.Error, "AssessMineral failed.", Thrown());

        Assert.Contains("| System.InvalidOperationException at Pipeline.App.Tests.Telemetry.LineFormatterTests.Throw(Int32 stock)", line, StringComparison.Ordinal);
        Assert.Contains("<- System.FormatException", line, StringComparison.Ordinal);
        Assert.DoesNotContain("4711", line, StringComparison.Ordinal);
        Assert.DoesNotContain(".cs", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Errors_gathered_over_several_tries_are_named_once_each()
    {
        AggregateException tries = new("4711", new TimeoutException("4711"), new TimeoutException("4712"), new IOException("4713"));

        Assert.EndsWith("| System.AggregateException <- System.TimeoutException <- System.IO.IOException\n", Line(LogLevel.Error, "x", tries), StringComparison.Ordinal);
    }

    private static InvalidOperationException Thrown()
    {
        try
        {
            Throw(4711);
            return new InvalidOperationException();
        }
        catch (InvalidOperationException thrown)
        {
            return thrown;
        }
    }

    private static void Throw(int stock) => throw new InvalidOperationException($"target is {stock}", new FormatException($"'{stock}'"));

    private static string Line(LogLevel level, string text, Exception? fault = null, params object[] scopes)
    {
        LoggerExternalScopeProvider provider = new();
        foreach (object scope in scopes)
        {
            provider.Push(scope);
        }

        using StringWriter written = new() { NewLine = "\n" };
        new LineFormatter(new ManualClock(HostPlayer.Utc("2026-11-22T03:04:05.678")))
            .Write(new LogEntry<string>(level, "Pipeline.Test", default, text, fault, (state, _) => state), provider, written);
        return written.ToString();
    }

    private sealed class WarnedException : Exception;
}
