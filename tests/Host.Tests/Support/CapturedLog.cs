using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Validation.Server.Tests.Support;

/// <summary>Keeps every log line, with whatever an exception adds to it.</summary>
internal sealed class CapturedLog : ILoggerProvider
{
    private readonly ConcurrentQueue<Line> _lines = new();

    public IReadOnlyCollection<Line> Lines => _lines;

    /// <summary>Waits for a line.</summary>
    public async Task SeesAsync(string eventName)
    {
        while (_lines.All(line => line.EventName != eventName))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }
    }

    public ILogger CreateLogger(string categoryName)
    {
        return new Logger(categoryName, _lines);
    }

    public void Dispose()
    {
        // The lines are read after the server is gone.
    }

    internal sealed record Line(string Category, LogLevel Level, string? EventName, string Text);

    private sealed class Logger(string category, ConcurrentQueue<Line> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            return null;
        }

        public bool IsEnabled(LogLevel logLevel)
        {
            return true;
        }

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lines.Enqueue(new Line(category, logLevel, eventId.Name, $"{formatter(state, exception)} {exception}"));
        }
    }
}
