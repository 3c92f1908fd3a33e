using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace AchieveApex.Infrastructure.Tests.RateLimiting;

/// <summary>Keeps the lines that the limiter logs.</summary>
internal sealed class RecordedLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<LogLevel> _levels = new();

    public IEnumerable<LogLevel> Levels => _levels;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel level, EventId id, TState state, Exception? exception, Func<TState, Exception?, string> format) =>
        _levels.Enqueue(level);

    public void Dispose() { }
}
