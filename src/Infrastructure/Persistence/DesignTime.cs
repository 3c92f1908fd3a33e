using AchieveApex.Infrastructure.Persistence.Postgres;
using AchieveApex.Infrastructure.Persistence.Sqlite;
using Microsoft.EntityFrameworkCore.Design;

namespace AchieveApex.Infrastructure.Persistence;

/// <summary>Lets <c>dotnet ef</c> see both models without a server.</summary>
internal sealed class DesignTime : IDesignTimeDbContextFactory<SqliteDb>, IDesignTimeDbContextFactory<PostgresDb>
{
    SqliteDb IDesignTimeDbContextFactory<SqliteDb>.CreateDbContext(string[] args) =>
        new(Contexts.Sqlite(DatabaseSettings.From("Data Source=design.db")));

    PostgresDb IDesignTimeDbContextFactory<PostgresDb>.CreateDbContext(string[] args) =>
        new(Contexts.PostgresOwner(DatabaseSettings.From("Host=localhost;Database=design")));
}
