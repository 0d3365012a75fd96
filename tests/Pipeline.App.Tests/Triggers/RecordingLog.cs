using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Pipeline.App.Tests.Triggers;

/// <summary>Keeps what is logged.</summary>
internal sealed class RecordingLog : ILoggerFactory, ILoggerProvider, ILogger
{
    public ConcurrentQueue<(LogLevel Level, string Text, Exception? Fault)> Lines { get; } = [];

    public ConcurrentQueue<object> Scopes { get; } = [];

    private readonly SemaphoreSlim noted = new(0);

    /// <summary>Waits until a line is logged that begins so.</summary>
    public async Task UntilAsync(LogLevel level, string beginning)
    {
        while (!Lines.Any(line => line.Level == level && line.Text.StartsWith(beginning, StringComparison.Ordinal)))
        {
            await noted.WaitAsync();
        }
    }

    public IEnumerable<string> Errors => Lines.Where(line => line.Level >= LogLevel.Error).Select(line => line.Text);

    public ILogger<T> For<T>() => new Logger<T>(this);

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        Scopes.Enqueue(state);
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        Lines.Enqueue((logLevel, formatter(state, exception), exception));
        noted.Release();
    }

    public void Dispose() => noted.Dispose();
}
