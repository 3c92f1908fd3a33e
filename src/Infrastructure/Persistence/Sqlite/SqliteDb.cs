using AchieveApex.Infrastructure.ApiKeys;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AchieveApex.Infrastructure.Persistence.Sqlite;

/// <summary>The model on SQLite: times are whole milliseconds since 1970 and decimals whole ten-thousandths, so that they sort and nothing is lost.</summary>
internal sealed class SqliteDb(DbContextOptions<SqliteDb> options) : AchieveApexDb(options)
{
    // A row that is no entity knows nothing of how the model keeps times.
    public override string FindKeySql { get; } =
        KeyRow.Select.Replace(
            "k.expires_at",
            "strftime('%Y-%m-%d %H:%M:%f+00:00', k.expires_at / 1000.0, 'unixepoch') AS expires_at",
            StringComparison.Ordinal
        );

    // With the sign no index begins with the organization, whose events would each be looked for among the seals.
    public override string SealSql =>
        """
            UPDATE events SET sequence = seal.sequence, hash = seal.hash
            FROM (SELECT value ->> 'id' AS id, value ->> 'sequence' AS sequence, value ->> 'hash' AS hash FROM json_each({1})) AS seal
            WHERE +events.organization_id = {0} AND events.id = seal.id
            """;

    public override string UnsealedSql => "SELECT DISTINCT organization_id FROM events WHERE sequence IS NULL";

    public override object Kept(DateTimeOffset time) => time.ToUnixTimeMilliseconds();

    public override Task<IReadOnlyList<DueRecord>> Due(IEntityType type, DateTimeOffset now, CancellationToken cancellationToken) =>
        this.Read(DueRecords.Select(type, "{0}"), DueRecord.Of, [Kept(now)], cancellationToken);

    public override IDisposable? AwaitFirstStart(CancellationToken cancellationToken) =>
        FileTurn.Take(Path.GetDirectoryName(Database.GetDbConnection().DataSource)!, cancellationToken);

    protected override string JsonColumnType => "TEXT";

    protected override void ConfigureConventions(ModelConfigurationBuilder configuration)
    {
        base.ConfigureConventions(configuration);
        configuration.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();
        configuration.Properties<DateOnly>().HaveConversion<string>();
        configuration.Properties<decimal>().HaveConversion<TenThousandths>();
    }
}
