using AchieveApex.Application.Requests;
using AchieveApex.Application.Resources;
using AchieveApex.Application.Resources.Querying;
using AchieveApex.Domain.Resources;
using Mapster;

namespace AchieveApex.Infrastructure.Persistence;

/// <summary>The records of the caller's organization, through EF Core.</summary>
internal sealed class EfDatabase(AchieveApexDb db, Stamp stamp, Violations violations, Terms terms) : IDatabase
{
    private const int MostAttempts = 10;

    // Those who met others this often wait for each other instead.
    private const int AttemptsBeforeTurn = 2;
    private bool isRetriedIfTaken;

    public IQueryable<T> Set<T>()
        where T : Record => db.Set<T>();

    public Task<T?> First<T>(IQueryable<T> query, CancellationToken cancellationToken) => query.FirstOrDefaultAsync(cancellationToken);

    public Task<int> Count<T>(IQueryable<T> query, CancellationToken cancellationToken) => query.CountAsync(cancellationToken);

    public Task<TView?> View<TRecord, TView>(long id, Query<TRecord> query, CancellationToken cancellationToken)
        where TRecord : Record
        where TView : class =>
        Matching(query).Where(record => record.Id == id).ProjectToType<TView>().FirstOrDefaultAsync(cancellationToken);

    public async Task<Page<TView>> Page<TRecord, TView>(Query<TRecord> query, CancellationToken cancellationToken)
        where TRecord : Record
    {
        var matching = Matching(query);
        var rest = query.After is null ? matching : matching.Where(query.After);
        List<TView> data =
            query.Limit == 0
                ? []
                : await rest.OrderedBy(query.Sort)
                    .Skip(query.Skip)
                    .Take(query.Limit + 1) // the one too many tells whether there is a next page
                    .ProjectToType<TView>()
                    .ToListAsync(cancellationToken);

        var hasMore = data.Count > query.Limit;
        if (hasMore)
            data.RemoveAt(query.Limit);
        var isEnd = query is { After: null, Limit: > 0 } && !hasMore && (data.Count > 0 || query.Skip == 0);
        long? total =
            !query.CountTotal ? null
            : isEnd ? query.Skip + data.Count // the end of the list is its total
            : await matching.LongCountAsync(cancellationToken);
        return new(total, query.Limit, query.Skip, data) { HasMore = hasMore };
    }

    public void Add<T>(T record)
        where T : Record
    {
        stamp.Own(db.Entry<Record>(record));
        db.Add(record);
    }

    public void Remove<T>(T record)
        where T : Record => db.Remove(record);

    public Task Save(CancellationToken cancellationToken)
    {
        stamp.Apply(db.ChangeTracker);
        return db.SaveChangesAsync(cancellationToken);
    }

    public Task TakeTurn(CancellationToken cancellationToken) => db.TakeTurn(cancellationToken);

    public void RetryIfTaken() => isRetriedIfTaken = true;

    public async Task<T> InTransaction<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        if (db.Database.CurrentTransaction is not null)
            return await work();

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
                if (attempt > AttemptsBeforeTurn)
                    await db.TakeTurn(cancellationToken);
                var result = await work();
                if (!terms.IsDryRun)
                    await transaction.CommitAsync(cancellationToken);
                return result;
            }
            catch (DbUpdateException error)
            {
                if (attempt == MostAttempts || !IsRetried(error))
                    throw await violations.Explain(error, cancellationToken);
                db.ChangeTracker.Clear(); // the next attempt reads what the other one wrote
            }
        }
    }

    private bool IsRetried(DbUpdateException error) =>
        error is DbUpdateConcurrencyException || (isRetriedIfTaken && violations.IsTaken(error));

    private IQueryable<TRecord> Matching<TRecord>(Query<TRecord> query)
        where TRecord : Record => query.Where is null ? db.Set<TRecord>() : db.Set<TRecord>().Where(query.Where);
}
