using System.Data.Common;
using AchieveApex.Application.Requests;
using AchieveApex.Application.Resources;
using AchieveApex.Application.Resources.Querying;
using AchieveApex.Domain.Resources;
using AchieveApex.Infrastructure.Persistence.Events;
using AchieveApex.Infrastructure.Persistence.Merging;
using AchieveApex.Infrastructure.Persistence.Reading;
using AchieveApex.Infrastructure.Persistence.Writing;

namespace AchieveApex.Infrastructure.Persistence;

/// <summary>The records of the caller's organization: queried through EF Core, and read and written past it wherever that is often.</summary>
internal sealed class RecordDatabase(
    ContextLease lease,
    Reads reads,
    UnitOfWork unit,
    IRowWriter writer,
    Violations violations,
    Terms terms,
    Timelines timelines,
    Survivors survivors
) : IDatabase
{
    private const int MostAttempts = 10;

    // Those who met others this often wait for each other instead.
    private const int AttemptsBeforeTurn = 2;
    private const string Deadlock = "40P01";
    private bool isRetriedIfTaken;

    private AchieveApexDb Db => lease.Db;

    public IQueryable<T> Set<T>()
        where T : Record => Db.Set<T>();

    public Task<T?> Find<T>(long id, CancellationToken cancellationToken)
        where T : Record => unit.Find<T>(id, cancellationToken);

    public async Task<IReadOnlyList<T>> FindAll<T>(IQueryable<T> query, CancellationToken cancellationToken)
        where T : Record => [.. (await query.ToListAsync(cancellationToken)).Select(unit.Hold)];

    public T? Before<T>(T record)
        where T : Record => unit.Before(record);

    public bool IsChanged(Record record) => unit.IsChanged(record);

    public Task<T?> First<T>(IQueryable<T> query, CancellationToken cancellationToken) => query.FirstOrDefaultAsync(cancellationToken);

    public Task<int> Count<T>(IQueryable<T> query, CancellationToken cancellationToken) => query.CountAsync(cancellationToken);

    public Task<TView?> View<TRecord, TView>(long id, Condition<TRecord>? where, CancellationToken cancellationToken)
        where TRecord : Record
        where TView : class => reads.View<TRecord, TView>(id, where, cancellationToken);

    public Task<long?> Survivor<TRecord>(long id, CancellationToken cancellationToken)
        where TRecord : Record => survivors.Of<TRecord>(id, cancellationToken);

    public Task<Page<TView>> Page<TRecord, TView>(Query<TRecord> query, CancellationToken cancellationToken)
        where TRecord : Record => reads.Page<TRecord, TView>(query, cancellationToken);

    public Task<IReadOnlyList<EventView>> Events<TRecord>(
        TRecord record,
        IReadOnlySet<string> resources,
        long before,
        int limit,
        CancellationToken cancellationToken
    )
        where TRecord : Record => timelines.Read(Db, record, resources, before, limit, cancellationToken);

    public void Add<T>(T record)
        where T : Record => unit.Add(record);

    public void Remove<T>(T record)
        where T : Record => unit.Remove(record);

    public Task Save(CancellationToken cancellationToken) => unit.Save(cancellationToken);

    public Task TakeTurn(CancellationToken cancellationToken) => Db.TakeTurn(cancellationToken);

    public void RetryIfTaken() => isRetriedIfTaken = true;

    public Task<T> InTransaction<T>(Func<Task<T>> work, CancellationToken cancellationToken) =>
        Run(work, isOneSave: false, cancellationToken);

    public Task<T> InOneSave<T>(Func<Task<T>> work, CancellationToken cancellationToken) => Run(work, isOneSave: true, cancellationToken);

    private async Task<T> Run<T>(Func<Task<T>> work, bool isOneSave, CancellationToken cancellationToken)
    {
        if (lease.Transaction is not null)
            return await work();

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var takesTurn = attempt > AttemptsBeforeTurn;
                if (isOneSave && !takesTurn && writer.WritesAlone)
                    return await work();

                await using var transaction = await Db.Database.BeginTransactionAsync(cancellationToken);
                if (takesTurn)
                    await Db.TakeTurn(cancellationToken);
                var result = await work();
                if (!terms.IsDryRun)
                    await transaction.CommitAsync(cancellationToken);
                return result;
            }
            catch (DbUpdateException error)
            {
                if (attempt == MostAttempts || !IsRetried(error))
                    throw await violations.Explain(error, cancellationToken);
                lease.Current?.ChangeTracker.Clear();
            }
            catch (DbException error) when (error.SqlState == Deadlock && attempt < MostAttempts)
            {
                lease.Current?.ChangeTracker.Clear(); // two waited for a turn and for each other
            }
            finally
            {
                unit.Clear(); // the next one reads what others wrote
            }
        }
    }

    // Or two waited for each other, and the database ended one of them.
    private bool IsRetried(DbUpdateException error) =>
        error is DbUpdateConcurrencyException or { InnerException: DbException { SqlState: Deadlock } }
        || (isRetriedIfTaken && violations.IsTaken(error));
}
