using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace AchieveApex.Support;

/// <summary>Keeps what the program logs, to look at.</summary>
/// <param name="least">Nothing below it is kept.</param>
public sealed class KeptLog(LogLevel least = LogLevel.Information) : ILoggerProvider
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> lines = new();

    /// <summary>What was logged at this level or above.</summary>
    public IReadOnlyList<string> From(LogLevel level) => [.. lines.Where(line => line.Level >= level).Select(line => line.Text)];

    public ILogger CreateLogger(string categoryName) => new Writer(categoryName, least, lines);

    public void Dispose() { }

    private sealed class Writer(string category, LogLevel least, ConcurrentQueue<(LogLevel Level, string Text)> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= least;

        public void Log<TState>(LogLevel level, EventId id, TState state, Exception? error, Func<TState, Exception?, string> format) =>
            lines.Enqueue((level, $"{category}: {format(state, error)} {error}"));
    }
}
