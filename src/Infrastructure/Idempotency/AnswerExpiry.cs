using AchieveApex.Infrastructure.Persistence;
using AchieveApex.Infrastructure.Persistence.Postgres;
using AchieveApex.Infrastructure.Persistence.Sqlite;
using Microsoft.Extensions.Logging;

namespace AchieveApex.Infrastructure.Idempotency;

/// <summary>Removes kept answers of all organizations when they are too old: as the tables' owner, since a request sees one organization.</summary>
internal sealed class AnswerExpiry(DatabaseSettings settings, TimeProvider clock, ILogger<AnswerExpiry> log)
    : RecurringWork(TimeSpan.FromHours(1), clock, log)
{
    /// <summary>Removes what is too old now.</summary>
    /// <returns>How many answers.</returns>
    public async Task<int> Remove(CancellationToken cancellationToken)
    {
        await using AchieveApexDb db = settings.IsPostgres
            ? new PostgresDb(Contexts.PostgresOwner(settings))
            : new SqliteDb(Contexts.Sqlite(settings));
        var oldest = Clock.GetUtcNow() - KeptAnswers.Lifetime;
        return await db.Set<KeptAnswer>()
            .IgnoreQueryFilters([OrganizationFilter.Name])
            .Where(answer => answer.CreatedAt <= oldest)
            .ExecuteDeleteAsync(cancellationToken);
    }

    protected override Task Do(CancellationToken cancellationToken) => Remove(cancellationToken);
}
