using AchieveApex.Application.Requests;
using AchieveApex.Domain.Resources;
using AchieveApex.Infrastructure.Idempotency;
using AchieveApex.Infrastructure.Persistence.Events;
using AchieveApex.Infrastructure.Persistence.Merging;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AchieveApex.Infrastructure.Persistence;

/// <summary>The one model of both databases. It sees the records of the organization that was entered, and of no other.</summary>
internal abstract class AchieveApexDb(DbContextOptions options) : DbContext(options)
{
    /// <summary>Set on each lease from the pool.</summary>
    public OrganizationScope? Scope { get; set; }

    /// <summary>Whether the transaction that is open changes what the rights of keys depend on.</summary>
    public bool AccessChanged { get; set; }

    /// <summary>Read by the query filter of every record.</summary>
    /// <exception cref="InvalidOperationException">Nobody has entered an organization.</exception>
    public long OrganizationId => (Scope ?? new OrganizationScope()).Caller.OrganizationId;

    /// <summary>Finds who holds a key by its digest, the one parameter.</summary>
    public abstract string FindKeySql { get; }

    /// <summary>Sets the numbers and hashes of events of the organization, the first parameter, that the second lists as JSON.</summary>
    public abstract string SealSql { get; }

    /// <summary>Finds the organizations that have events without a number.</summary>
    public abstract string UnsealedSql { get; }

    /// <summary>How this database keeps lists and objects.</summary>
    protected abstract string JsonColumnType { get; }

    /// <summary>How this database keeps a time, for SQL that is written out.</summary>
    public abstract object Kept(DateTimeOffset time);

    /// <summary>Which records of a kind that can be due are so, of all organizations.</summary>
    public abstract Task<IReadOnlyList<DueRecord>> Due(IEntityType type, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>After an id was chosen: the next one that the database gives is larger.</summary>
    public virtual Task ContinueOrganizationIds(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Tells the database itself, in the middle of a transaction, that an organization was entered.</summary>
    public virtual Task TellOrganization(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Lets nobody else start on an empty database until the transaction ends.</summary>
    public virtual Task TakeFirstStart(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The same, before the transaction begins: on SQLite the transaction itself would not wait long enough.</summary>
    public virtual IDisposable? AwaitFirstStart(CancellationToken cancellationToken) => null;

    /// <summary>Waits for others of the organization who took the turn, and makes them wait. SQLite's writers wait for each other anyway.</summary>
    public virtual Task TakeTurn(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Lets nobody else change, or refer to, the rows of the organization that hold one of these numbers. SQLite's writers wait for each other anyway.</summary>
    public virtual Task Lock(string table, string column, IReadOnlyCollection<long> numbers, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    /// <summary>Lets nobody else seal events of the organization until the transaction ends. SQLite's writers wait for each other anyway.</summary>
    public virtual Task TakeSealing(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Whether this transaction is the only one that runs for an idempotency key. SQLite's writers run one after the other anyway.</summary>
    public virtual Task<bool> TakeKey(byte[] digest, CancellationToken cancellationToken) => Task.FromResult(true);

    /// <summary>Remembers, until the transaction ends, that it changes what the rights of keys depend on.</summary>
    public Task NoteAccessChange(CancellationToken cancellationToken)
    {
        if (AccessChanged)
            return Task.CompletedTask;

        AccessChanged = true;
        return AnnounceAccessChange(cancellationToken);
    }

    /// <summary>Tells the other instances, when the transaction commits.</summary>
    protected virtual Task AnnounceAccessChange(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override void ConfigureConventions(ModelConfigurationBuilder configuration)
    {
        EnumText.Map(configuration);
        configuration
            .Properties<CustomValues>()
            .HaveConversion<JsonText<CustomValues>, JsonTextComparer<CustomValues>>()
            .HaveColumnType(JsonColumnType);
        configuration
            .Properties<IReadOnlyList<string>>()
            .HaveConversion<JsonText<IReadOnlyList<string>>, JsonTextComparer<IReadOnlyList<string>>>()
            .HaveColumnType(JsonColumnType);
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        Configurations.Apply(model);
        RecordModel.Map(model);
        CrossModuleKeys.Map(model);
        EventMap.Map(model);
        MergeMap.Map(model);
        KeptAnswer.Map(model);
        OrganizationFilter.Map(model);
    }
}
