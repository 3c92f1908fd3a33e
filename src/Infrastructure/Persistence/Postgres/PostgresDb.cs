using Microsoft.EntityFrameworkCore;

namespace AchieveApex.Infrastructure.Persistence.Postgres;

/// <summary>The model on PostgreSQL: text is compared by code point, as SQLite does.</summary>
internal sealed class PostgresDb(DbContextOptions<PostgresDb> options) : AchieveApexDb(options)
{
    protected override string JsonColumnType => "jsonb";

    protected override void OnModelCreating(ModelBuilder model)
    {
        base.OnModelCreating(model);
        foreach (var property in model.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
            if ((property.GetProviderClrType() ?? property.GetValueConverter()?.ProviderClrType ?? property.ClrType) == typeof(string) && property.GetColumnType() != JsonColumnType)
                property.SetCollation("C");
    }
}
