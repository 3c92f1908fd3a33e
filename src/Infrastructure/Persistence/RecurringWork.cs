using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AchieveApex.Infrastructure.Persistence;

/// <summary>Work on the database that every instance does again and again. Whatever goes wrong, it goes on; a trouble that lasts is told once.</summary>
internal abstract class RecurringWork(TimeSpan pause, TimeProvider clock, ILogger log) : BackgroundService
{
    private bool isLate;

    protected TimeProvider Clock { get; } = clock;

    protected abstract Task Do(CancellationToken cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(pause, Clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            try
            {
                await Do(stoppingToken);
                isLate = false;
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                if (!isLate)
                    log.LogWarning("{Work} is done later: {Reason}", GetType().Name, error.GetBaseException().Message);
                isLate = true;
            }
    }
}
