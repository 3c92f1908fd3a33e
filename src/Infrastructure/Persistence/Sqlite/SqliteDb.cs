using AchieveApex.Infrastructure.ApiKeys;

namespace AchieveApex.Infrastructure.Persistence.Sqlite;

/// <summary>The model on SQLite: times are whole milliseconds since 1970, so that they sort.</summary>
internal sealed class SqliteDb(DbContextOptions<SqliteDb> options) : AchieveApexDb(options)
{
    public override string FindKeySql => KeyRow.Select;

    protected override string JsonColumnType => "TEXT";

    protected override void ConfigureConventions(ModelConfigurationBuilder configuration)
    {
        base.ConfigureConventions(configuration);
        configuration.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();
    }
}
