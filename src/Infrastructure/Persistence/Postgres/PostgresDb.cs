using System.Buffers.Binary;
using System.Globalization;
using AchieveApex.Application.Resources;
using AchieveApex.Infrastructure.ApiKeys;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AchieveApex.Infrastructure.Persistence.Postgres;

/// <summary>The model on PostgreSQL: text is compared by code point, as SQLite does.</summary>
internal sealed class PostgresDb(DbContextOptions<PostgresDb> options) : AchieveApexDb(options)
{
    private static readonly TimeSpan FirstStartTimeout = TimeSpan.FromMinutes(1);

    public override string FindKeySql => "SELECT * FROM find_api_key({0})";

    protected override string JsonColumnType => "jsonb";

    public override object Kept(DateTimeOffset time) => time;

    public override Task<IReadOnlyList<DueRecord>> Due(IEntityType type, DateTimeOffset now, CancellationToken cancellationToken) =>
        this.Read($"SELECT * FROM {RowSecurity.DueFunction(type)}({{0}})", DueRecord.Of, [Kept(now)], cancellationToken);

    public override Task TellOrganization(CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync(
            $"SELECT set_config('app.organization_id', {OrganizationId.ToString(CultureInfo.InvariantCulture)}, true)",
            cancellationToken
        );

    public override Task TakeFirstStart(CancellationToken cancellationToken)
    {
        // No request waits here, but others may be making a first start.
        Database.SetCommandTimeout(FirstStartTimeout);
        return Database.ExecuteSqlAsync($"SET LOCAL statement_timeout = 0; SELECT pg_advisory_xact_lock(4142, 2)", cancellationToken);
    }

    public override Task ContinueOrganizationIds(CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync(
            $"SELECT setval(pg_get_serial_sequence('organizations', 'id'), (SELECT max(id) FROM organizations))",
            cancellationToken
        );

    public override Task TakeTurn(CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended('organization', {OrganizationId}))", cancellationToken);

    // In the order of their ids, so that no two wait for each other.
    public override Task Lock(string table, string column, IReadOnlyCollection<long> numbers, CancellationToken cancellationToken)
    {
        var sql = $"SELECT id FROM {table} WHERE organization_id = {{0}} AND {column} = ANY({{1}}) ORDER BY id FOR UPDATE";
        return Database.ExecuteSqlRawAsync(sql, [OrganizationId, numbers.ToArray()], cancellationToken);
    }

    public override string SealSql => "SELECT seal_events({0}, {1}::json)";

    public override string UnsealedSql => "SELECT organization_id FROM unsealed_organizations()";

    public override Task TakeSealing(CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended('events', {OrganizationId}))", cancellationToken);

    public override async Task<bool> TakeKey(byte[] digest, CancellationToken cancellationToken)
    {
        var key = BinaryPrimitives.ReadInt64LittleEndian(digest) ^ OrganizationId;
        return (await this.Read<bool>("SELECT pg_try_advisory_xact_lock({0})", [key], cancellationToken))[0];
    }

    protected override Task AnnounceAccessChange(CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync(
            $"SELECT pg_notify({AccessListener.Channel}, {OrganizationId.ToString(CultureInfo.InvariantCulture)})",
            cancellationToken
        );

    protected override void ConfigureConventions(ModelConfigurationBuilder configuration)
    {
        base.ConfigureConventions(configuration);
        configuration.Properties<decimal>().HavePrecision(19, ValueLimits.DecimalPlaces);
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        base.OnModelCreating(model);
        foreach (var property in model.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
            if (
                (property.GetProviderClrType() ?? property.GetValueConverter()?.ProviderClrType ?? property.ClrType) == typeof(string)
                && property.GetColumnType() != JsonColumnType
            )
                property.SetCollation("C");
        NullsFirst.Map(model.Model);
    }
}
