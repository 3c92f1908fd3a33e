using AchieveApex.Application.Errors;
using AchieveApex.Infrastructure.Persistence;
using AchieveApex.Infrastructure.Persistence.Postgres;
using AchieveApex.Infrastructure.Persistence.Sqlite;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AchieveApex.Infrastructure.Idempotency;

/// <summary>Removes kept answers of all organizations when they are too old: as the tables' owner, since a request sees one organization.</summary>
internal sealed partial class AnswerExpiry(DatabaseSettings settings, IOutages outages, TimeProvider clock, ILogger<AnswerExpiry> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    /// <summary>Removes what is too old now.</summary>
    /// <returns>How many answers.</returns>
    public async Task<int> Remove(CancellationToken cancellationToken)
    {
        await using AchieveApexDb db = settings.IsPostgres
            ? new PostgresDb(Contexts.PostgresOwner(settings))
            : new SqliteDb(Contexts.Sqlite(settings));
        var oldest = clock.GetUtcNow() - KeptAnswers.Lifetime;
        return await db.Set<KeptAnswer>()
            .IgnoreQueryFilters([RecordModel.OrganizationFilter])
            .Where(answer => answer.CreatedAt <= oldest)
            .ExecuteDeleteAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            try
            {
                await Remove(stoppingToken);
            }
            catch (Exception error) when (outages.Caused(error))
            {
                NotNow(error.GetBaseException().Message);
            }
    }

    [LoggerMessage(LogLevel.Warning, "Old answers are removed later: {Reason}")]
    private partial void NotNow(string reason);
}
