using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Validation.Runtime.Tests.Support;

public sealed record LogEntry(string Category, LogLevel Level, string? EventName, string Text, Exception? Exception);

/// <summary>Keeps what is logged.</summary>
public sealed class LogRecorder : ILoggerProvider
{
    private readonly ConcurrentQueue<LogEntry> _entries = new();

    public IReadOnlyCollection<LogEntry> Entries => _entries;

    /// <summary>The gRPC runtime's own entries.</summary>
    public IEnumerable<LogEntry> Grpc => _entries.Where(entry => entry.Category.StartsWith("Grpc.", StringComparison.Ordinal));

    /// <summary>The names of the errors that a test provokes; any other error fails it.</summary>
    public ISet<string> ExpectedErrors { get; } = new HashSet<string>(StringComparer.Ordinal);

    public void Clear() => _entries.Clear();

    public void ShouldHoldOnlyExpectedErrors() =>
        Entries.Where(entry => entry.Level >= LogLevel.Error && !ExpectedErrors.Contains(entry.EventName ?? "")).ShouldBeEmpty();

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, _entries);

    public void Dispose()
    {
    }

    private sealed class Logger(string category, ConcurrentQueue<LogEntry> entries) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            entries.Enqueue(new LogEntry(category, logLevel, eventId.Name, formatter(state, exception), exception));
    }
}
