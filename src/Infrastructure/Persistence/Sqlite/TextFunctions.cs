using System.Data.Common;
using AchieveApex.Application.Resources.Querying;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AchieveApex.Infrastructure.Persistence.Sqlite;

/// <summary>Gives each connection the pattern functions, since SQLite's own LIKE knows the case of ASCII only, and patience with other writers.</summary>
internal sealed class TextFunctions : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Add((SqliteConnection)connection);

    public override Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        Add((SqliteConnection)connection);
        return Task.CompletedTask;
    }

    public static void Add(SqliteConnection connection)
    {
        // SQLite itself looks for its turn after milliseconds; the provider would sleep 150 of them each time.
        SQLitePCL.raw.sqlite3_busy_timeout(connection.Handle, connection.DefaultTimeout * 1000);
        connection.CreateFunction<string?, string, bool>("text_like", TextPattern.Like, isDeterministic: true);
        connection.CreateFunction<string?, string, bool>("text_ilike", TextPattern.ILike, isDeterministic: true);
    }
}
