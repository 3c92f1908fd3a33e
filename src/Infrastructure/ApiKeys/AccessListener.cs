using System.Globalization;
using AchieveApex.Infrastructure.Persistence;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace AchieveApex.Infrastructure.ApiKeys;

/// <summary>Hears from PostgreSQL which organizations' keys another instance changed. While it hears nothing, the cache's 30 s are the bound.</summary>
internal sealed class AccessListener(KeyCache cache, DatabaseSettings database, TimeProvider clock, ILogger<AccessListener> log)
    : BackgroundService
{
    public const string Channel = "achieveapex_access";
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private bool isDeaf;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Listen(stoppingToken);
            }
            catch (Exception error)
                when (error is NpgsqlException or IOException or TimeoutException && !stoppingToken.IsCancellationRequested)
            {
                if (!isDeaf)
                    log.LogWarning(
                        "No notifications from PostgreSQL: changed keys may be honoured for up to 30 s. {Reason}",
                        error.Message
                    );
                isDeaf = true;
                await Task.Delay(Pause, clock, stoppingToken);
            }
        }
    }

    private async Task Listen(CancellationToken stoppingToken)
    {
        var settings = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Pooling = false, KeepAlive = 10 };
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        connection.Notification += (_, heard) =>
        {
            if (long.TryParse(heard.Payload, NumberStyles.None, CultureInfo.InvariantCulture, out var organizationId))
                cache.Forget(organizationId);
        };
        await connection.OpenAsync(stoppingToken);
        await using (var command = new NpgsqlCommand($"LISTEN {Channel}", connection))
            await command.ExecuteNonQueryAsync(stoppingToken);

        isDeaf = false;
        cache.ForgetAll(); // what was said before nobody heard
        while (!stoppingToken.IsCancellationRequested)
            await connection.WaitAsync(stoppingToken);
    }
}
