using AchieveApex.Application.ApiKeys;
using AchieveApex.Application.CustomFields;
using AchieveApex.Application.Errors;
using AchieveApex.Application.Merges;
using AchieveApex.Application.Organizations;
using AchieveApex.Application.RateLimiting;
using AchieveApex.Application.Requests;
using AchieveApex.Application.Resources;
using AchieveApex.Application.Resources.Custom;
using AchieveApex.Application.Resources.Describing;
using AchieveApex.Infrastructure.ApiKeys;
using AchieveApex.Infrastructure.Conversations;
using AchieveApex.Infrastructure.CustomFields;
using AchieveApex.Infrastructure.Idempotency;
using AchieveApex.Infrastructure.Organizations;
using AchieveApex.Infrastructure.Persistence;
using AchieveApex.Infrastructure.Persistence.Events;
using AchieveApex.Infrastructure.Persistence.Merging;
using AchieveApex.Infrastructure.Persistence.Postgres;
using AchieveApex.Infrastructure.Persistence.Reading;
using AchieveApex.Infrastructure.Persistence.Sqlite;
using AchieveApex.Infrastructure.Persistence.Writing;
using AchieveApex.Infrastructure.RateLimiting;
using AchieveApex.Infrastructure.Secrets;
using AchieveApex.Infrastructure.SupportTickets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace AchieveApex.Infrastructure;

/// <summary>The adapters that the settings ask for.</summary>
public static class Registration
{
    public static IServiceCollection AddInfrastructure(
        this IServiceCollection services,
        IConfiguration configuration,
        RateLimitOptions limits
    )
    {
        var database = DatabaseSettings.From(configuration.GetConnectionString("Database"));
        services.AddSingleton(database).AddSingleton<ISchema>(new Schema(database)).AddSingleton<IOutages, Outages>();
        Pepper.Check(configuration["ApiKeys:Pepper"]);
        services.AddSingleton(_ => Pepper.From(configuration["ApiKeys:Pepper"], database));
        services.AddSingleton<KeyCache>().AddSingleton<IKeyHasher, KeyHasher>().AddSingleton<IKeyDirectory, KeyDirectory>();
        services.AddSingleton<ICustomFieldDirectory, CustomFieldDirectory>().AddScoped<IKeptValues, KeptValues>();
        services.AddSingleton<KeyUse>().AddSingleton<IKeyUse>(provider => provider.GetRequiredService<KeyUse>());
        services.AddHostedService(provider => provider.GetRequiredService<KeyUse>());
        services.AddScoped<IOrganizationRegistry, OrganizationRegistry>();
        services.AddSingleton<AnswerSeal>().AddScoped<IKeptAnswers, KeptAnswers>();
        services.AddSingleton<AnswerExpiry>().AddHostedService(provider => provider.GetRequiredService<AnswerExpiry>());
        services.AddSingleton<EventFields>().AddSingleton<Timelines>().AddSingleton<IEventLog, EventLog>().AddHostedService<EventSealing>();
        services.AddSingleton<WakeUps>().AddHostedService(provider => provider.GetRequiredService<WakeUps>());
        services.AddSingleton<TicketClosings>().AddHostedService(provider => provider.GetRequiredService<TicketClosings>());
        services.AddScoped<IDatabase, RecordDatabase>().AddScoped<UnitOfWork>().AddScoped<Reads>();
        services.AddScoped<Survivors>().AddScoped<IMergedRows, MergedRows>();
        services.AddSingleton<IIndexedFields, IndexedFields>();
        services.AddScoped<ContextLease>().AddScoped<Stamp>().AddScoped<Violations>();
        services.AddRateLimiting(configuration.GetConnectionString("Redis"), limits.OnStoreFailure);
        return database.IsPostgres ? services.AddPostgres(database) : services.AddSqlite(database);
    }

    private static IServiceCollection AddSqlite(this IServiceCollection services, DatabaseSettings database) =>
        services
            .AddSingleton<IConstraintReader, SqliteConstraintReader>()
            .AddScoped<IBulkWriter, SqliteBulkWriter>()
            .AddRows<SqliteDb, SqliteDialect, SqliteRowReader, SqliteRowWriter>()
            .AddPooledDbContextFactory<SqliteDb>(
                (provider, options) => Contexts.Sqlite(options, database).AddInterceptors(AccessChangesOf(provider))
            )
            .AddScoped(Lease<SqliteDb>);

    private static IServiceCollection AddPostgres(this IServiceCollection services, DatabaseSettings database) =>
        services
            .AddSingleton<IConstraintReader, PostgresConstraintReader>()
            .AddScoped<IBulkWriter, PostgresBulkWriter>()
            .AddSingleton(provider => Contexts.PostgresForRequests(database, provider.GetRequiredService<ILoggerFactory>()))
            .AddRows<PostgresDb, PostgresDialect, PostgresRowReader, PostgresRowWriter>()
            .AddHostedService<AccessListener>()
            .AddPooledDbContextFactory<PostgresDb>(
                (provider, options) =>
                    Contexts.Postgres(options, provider.GetRequiredService<NpgsqlDataSource>()).AddInterceptors(AccessChangesOf(provider))
            )
            .AddScoped(Lease<PostgresDb>);

    private static IServiceCollection AddRows<TContext, TDialect, TReader, TWriter>(this IServiceCollection services)
        where TContext : AchieveApexDb
        where TDialect : Dialect, new()
        where TReader : class, IRowReader
        where TWriter : class, IRowWriter =>
        services
            .AddSingleton<IRowReader, TReader>()
            .AddSingleton<IRowWriter, TWriter>()
            .AddSingleton(provider => new ModelParts(
                new TDialect(),
                provider.GetRequiredService<IDbContextFactory<TContext>>().CreateDbContext
            ));

    private static AccessChanges AccessChangesOf(IServiceProvider provider) => new(provider.GetRequiredService<KeyCache>());

    private static AchieveApexDb Lease<T>(IServiceProvider provider)
        where T : AchieveApexDb
    {
        var db = provider.GetRequiredService<IDbContextFactory<T>>().CreateDbContext();
        (db.Scope, db.AccessChanged) = (provider.GetRequiredService<OrganizationScope>(), false);
        provider.GetRequiredService<ContextLease>().Current = db;
        return db;
    }
}
