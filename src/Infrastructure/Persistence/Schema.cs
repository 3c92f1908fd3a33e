using System.Data.Common;
using System.Net.Sockets;
using AchieveApex.Application.Errors;
using AchieveApex.Application.Resources;
using AchieveApex.Infrastructure.Persistence.Postgres;
using AchieveApex.Infrastructure.Persistence.Sqlite;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace AchieveApex.Infrastructure.Persistence;

/// <summary>Brings the tables up to date as their owner, and with them the counts of records, the indexes of words and, on PostgreSQL, the row-level security.</summary>
internal sealed class Schema(DatabaseSettings settings) : ISchema
{
    // Adding an index to a large table takes its time, and so does waiting for another instance that does it.
    private const int PatienceSeconds = 3600;
    private const int ConnectSeconds = 10;

    // SQLite keeps a number for the program: which build brought the tables up to date.
    private static readonly int Build = BitConverter.ToInt32(typeof(Schema).Module.ModuleVersionId.ToByteArray()) | 1; // 0 is a new file's
    private static readonly string SetBuild = $"PRAGMA user_version = {Build}";

    // A third of the start: it is done while the rest of the program is put together.
    private readonly Task model = Task.Run(() => MakeModel(settings));

    public bool IsUpdatedAtStart => !settings.IsPostgres;

    public Task<IReadOnlyList<string>> Pending(CancellationToken cancellationToken) =>
        OnDatabase(async db => (IReadOnlyList<string>)[.. await db.Database.GetPendingMigrationsAsync(cancellationToken)]);

    public Task Ensure(CancellationToken cancellationToken) => Update(isNoted: true, cancellationToken);

    public Task<IReadOnlyList<string>> Update(CancellationToken cancellationToken) => Update(isNoted: false, cancellationToken);

    private Task<IReadOnlyList<string>> Update(bool isNoted, CancellationToken cancellationToken) =>
        OnDatabase(async db =>
        {
            using var turn = settings.IsPostgres ? null : FileTurn.Take(settings.DataFolder, cancellationToken);
            if (settings.IsPostgres)
                db.Database.SetConnectionString(Patiently(settings.ConnectionString));
            var creator = db.GetService<IRelationalDatabaseCreator>();
            if (!await creator.ExistsAsync(cancellationToken))
                await creator.CreateAsync(cancellationToken);
            await (settings.IsPostgres ? TakeTurn(db, cancellationToken) : ReleaseAbandonedLock(db, cancellationToken));

            IReadOnlyList<string> pending =
                isNoted && await IsOfThisBuild(db, cancellationToken)
                    ? []
                    : [.. await db.Database.GetPendingMigrationsAsync(cancellationToken)];
            // EF would build the model a second time, from the snapshot, only to find that there is nothing to do.
            if (pending.Count > 0)
                await db.Database.MigrateAsync(cancellationToken);
            await (settings.IsPostgres ? RowSecurity.Apply(db, cancellationToken) : ApplySqlite(db, cancellationToken));
            return pending;
        });

    private static async Task ApplySqlite(AchieveApexDb db, CancellationToken cancellationToken)
    {
        await SqliteRecordCounts.Apply(db, cancellationToken);
        await SearchIndex.Apply(db, cancellationToken);
        if (!await IsOfThisBuild(db, cancellationToken))
            await db.Database.ExecuteSqlRawAsync(SetBuild, cancellationToken);
    }

    // To find the migrations EF loads every type of the assembly, and with them drivers that are not used: a tenth of the start.
    private static async Task<bool> IsOfThisBuild(AchieveApexDb db, CancellationToken cancellationToken) =>
        db.Database.IsSqlite() && await db.Read<int>("PRAGMA user_version", [], cancellationToken) is [var build] && build == Build;

    private async Task<T> OnDatabase<T>(Func<AchieveApexDb, Task<T>> work)
    {
        try
        {
            await model;
            await using var db = Open(settings);
            return await work(db);
        }
        catch (Exception thrown) when (FaultOf(thrown) is { } error)
        {
            throw new SettingError(
                settings.IsPostgres
                    ? $"The database cannot be used ({error.Message}). Check ConnectionStrings:Database and that PostgreSQL is running."
                    : $"The database file in {settings.DataFolder} cannot be used ({error.Message}). Check that nobody else holds it and that the folder can be written, or set ConnectionStrings:Database."
            );
        }
    }

    private static void MakeModel(DatabaseSettings settings)
    {
        using var db = Open(settings);
        _ = db.Model;
    }

    private static AchieveApexDb Open(DatabaseSettings settings) =>
        settings.IsPostgres ? new PostgresDb(Contexts.PostgresOwner(settings)) : new SqliteDb(Contexts.Sqlite(settings));

    // EF wraps what it was told.
    private static Exception? FaultOf(Exception? error) =>
        error is null or DbException or SocketException or TimeoutException or IOException or UnauthorizedAccessException
            ? error
            : FaultOf(error.InnerException);

    // Nobody waits for an answer, but several may start at once. The turn is kept until the connection closes: none of a pool does.
    private static string Patiently(string connectionString)
    {
        var patient = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, CommandTimeout = PatienceSeconds };
        patient.Timeout = Math.Max(patient.Timeout, ConnectSeconds);
        return patient.ConnectionString;
    }

    private static async Task TakeTurn(AchieveApexDb db, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock(4142, 1)", cancellationToken);
    }

    // EF's own lock on SQLite is a row that a killed process leaves behind, and the next one would wait for ever; the journal is set only
    // by whoever creates the file. Whoever holds the turn is alone, and mends both.
    private static async Task ReleaseAbandonedLock(AchieveApexDb db, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync($"PRAGMA journal_mode = wal", cancellationToken);
        await db.Database.ExecuteSqlAsync($"DROP TABLE IF EXISTS __EFMigrationsLock", cancellationToken);
    }
}
