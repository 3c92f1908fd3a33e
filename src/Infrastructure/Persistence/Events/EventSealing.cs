using AchieveApex.Application.Errors;
using AchieveApex.Application.Resources;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AchieveApex.Infrastructure.Persistence.Events;

/// <summary>Seals what was written, soon after. It does not matter how many instances do so.</summary>
internal sealed partial class EventSealing(IEventLog events, IOutages outages, ILogger<EventSealing> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            try
            {
                await events.SealAll(stoppingToken);
            }
            catch (Exception error) when (outages.Caused(error))
            {
                NotNow(error.GetBaseException().Message);
            }
    }

    [LoggerMessage(LogLevel.Warning, "Events are sealed later: {Reason}")]
    private partial void NotNow(string reason);
}
