using AchieveApex.Application.Errors;
using Microsoft.Extensions.Hosting;
using StackExchange.Redis;

namespace AchieveApex.Infrastructure.RateLimiting;

/// <summary>One connection that opens in the background, never keeps a caller waiting for a lost server, and comes back by itself.</summary>
internal sealed class RedisConnection : IHostedService, IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly ConfigurationOptions _options;
    private Task<IConnectionMultiplexer>? _opening;

    public RedisConnection(ConfigurationOptions options)
    {
        _options = options;
        _options.AbortOnConnectFail = false;
        _options.BacklogPolicy = BacklogPolicy.FailFast;
        _options.ConnectTimeout = 1000;
        _options.AsyncTimeout = 1000;
        // The client's own growing pauses would keep us away long after the server is back.
        _options.ReconnectRetryPolicy = new LinearRetry(250);
        _options.HeartbeatInterval = TimeSpan.FromMilliseconds(250);
    }

    /// <exception cref="SettingError">It cannot be read. The message is without the text, which may hold a password.</exception>
    public static ConfigurationOptions Parse(string connectionString)
    {
        try
        {
            var options = ConfigurationOptions.Parse(connectionString);
            if (options.EndPoints.Count > 0)
                return options;
        }
        catch (Exception error) when (error is ArgumentException or FormatException or OverflowException)
        {
            // Said below.
        }

        throw new SettingError("ConnectionStrings:Redis must be 'HOST:PORT' or 'HOST:PORT,password=…,ssl=true'.");
    }

    public Task<IConnectionMultiplexer> Open()
    {
        lock (_gate)
        {
            if (_opening is null or { IsFaulted: true } or { IsCanceled: true })
                _opening = Connect();

            return _opening;
        }
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _ = Open(); // The program starts without Redis too.
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_opening is { IsFaulted: false })
            await (await _opening).DisposeAsync();
    }

    private async Task<IConnectionMultiplexer> Connect() => await ConnectionMultiplexer.ConnectAsync(_options);
}
