using System.Data.Common;
using System.Net.Sockets;
using AchieveApex.Application.Errors;
using AchieveApex.Application.Resources;
using AchieveApex.Infrastructure.Persistence.Postgres;
using AchieveApex.Infrastructure.Persistence.Sqlite;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AchieveApex.Infrastructure.Persistence;

/// <summary>Brings the tables up to date as their owner, and on PostgreSQL the row-level security with them.</summary>
internal sealed class Schema(DatabaseSettings settings) : ISchema
{
    public bool IsUpdatedAtStart => !settings.IsPostgres;

    public Task<IReadOnlyList<string>> Pending(CancellationToken cancellationToken) =>
        OnDatabase(async db => (IReadOnlyList<string>)[.. await db.Database.GetPendingMigrationsAsync(cancellationToken)]);

    public Task<IReadOnlyList<string>> Update(CancellationToken cancellationToken) =>
        OnDatabase(async db =>
        {
            using var turn = settings.IsPostgres ? null : FileTurn.Take(settings.DataFolder, cancellationToken);
            if (turn is not null)
                await ReleaseAbandonedLock(db, cancellationToken);

            IReadOnlyList<string> pending = [.. await db.Database.GetPendingMigrationsAsync(cancellationToken)];
            await db.Database.MigrateAsync(cancellationToken);
            if (settings.IsPostgres)
                await RowSecurity.Apply(db, cancellationToken);
            return pending;
        });

    private async Task<T> OnDatabase<T>(Func<AchieveApexDb, Task<T>> work)
    {
        try
        {
            await using AchieveApexDb db = settings.IsPostgres
                ? new PostgresDb(Contexts.PostgresOwner(settings))
                : new SqliteDb(Contexts.Sqlite(settings));
            return await work(db);
        }
        catch (Exception error)
            when (error is DbException or SocketException or TimeoutException or IOException or UnauthorizedAccessException)
        {
            throw new SettingError(
                settings.IsPostgres
                    ? $"The database cannot be used ({error.Message}). Check ConnectionStrings:Database and that PostgreSQL is running."
                    : $"The database file in {settings.DataFolder} cannot be used ({error.Message}). Check that the folder can be written, or set ConnectionStrings:Database."
            );
        }
    }

    // EF's own lock on SQLite is a row that a killed process leaves behind, and the next one would wait for ever. Whoever holds the turn is alone.
    private static async Task ReleaseAbandonedLock(AchieveApexDb db, CancellationToken cancellationToken)
    {
        var history = db.GetService<IHistoryRepository>();
        if (await history.ExistsAsync(cancellationToken))
            await db.Database.ExecuteSqlAsync($"DROP TABLE IF EXISTS __EFMigrationsLock", cancellationToken);
    }
}
