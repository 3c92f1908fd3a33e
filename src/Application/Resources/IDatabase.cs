using AchieveApex.Application.Resources.Querying;

namespace AchieveApex.Application.Resources;

/// <summary>The records of the caller's organization.</summary>
public interface IDatabase
{
    /// <summary>Records to query; what is changed on them is written by <see cref="Save"/>.</summary>
    IQueryable<T> Set<T>()
        where T : Record;

    /// <summary>The record with an id, to be changed; null when absent.</summary>
    Task<T?> Find<T>(long id, CancellationToken cancellationToken)
        where T : Record;

    /// <summary>The records that match, to be changed.</summary>
    Task<IReadOnlyList<T>> FindAll<T>(IQueryable<T> query, CancellationToken cancellationToken)
        where T : Record;

    /// <summary>A record that was found to be changed, as it is stored; null when it is new.</summary>
    T? Before<T>(T record)
        where T : Record;

    /// <summary>Whether a record that was found to be changed is not as it is stored.</summary>
    bool IsChanged(Record record);

    /// <summary>The first match, or null.</summary>
    Task<T?> First<T>(IQueryable<T> query, CancellationToken cancellationToken);

    /// <summary>How many match.</summary>
    Task<int> Count<T>(IQueryable<T> query, CancellationToken cancellationToken);

    /// <summary>One record as it is read, without loading more than that; null when absent or not matching.</summary>
    Task<TView?> View<TRecord, TView>(long id, Condition<TRecord>? where, CancellationToken cancellationToken)
        where TRecord : Record
        where TView : class;

    /// <summary>The record that one goes on in that was merged, over however many merges; null when it was not.</summary>
    Task<long?> Survivor<TRecord>(long id, CancellationToken cancellationToken)
        where TRecord : Record;

    /// <summary>One page of a list.</summary>
    Task<Page<TView>> Page<TRecord, TView>(Query<TRecord> query, CancellationToken cancellationToken)
        where TRecord : Record;

    /// <summary>The newest events of a record, and of those that refer to it or are part of one that does.</summary>
    /// <param name="record">The record.</param>
    /// <param name="resources">Of which resources.</param>
    /// <param name="before">All have smaller ids.</param>
    /// <param name="limit">The largest number of them.</param>
    /// <param name="cancellationToken">Ends the statement.</param>
    Task<IReadOnlyList<EventView>> Events<TRecord>(
        TRecord record,
        IReadOnlySet<string> resources,
        long before,
        int limit,
        CancellationToken cancellationToken
    )
        where TRecord : Record;

    void Add<T>(T record)
        where T : Record;

    void Remove<T>(T record)
        where T : Record;

    /// <summary>Writes what was added, changed and removed, and stamps it.</summary>
    /// <exception cref="Errors.Conflict">Something unique is taken, or the record is still in use.</exception>
    /// <exception cref="Errors.BadRequest">A reference names no record of the organization.</exception>
    Task Save(CancellationToken cancellationToken);

    /// <summary>Lets nobody else of the organization who asks for the turn go on before this transaction ends: for rules that count.</summary>
    Task TakeTurn(CancellationToken cancellationToken);

    /// <summary>
    /// For work that looks first and adds what it does not find: if it is there after all by the time of saving, the work of the
    /// transaction is done again.
    /// </summary>
    void RetryIfTaken();

    /// <summary>Runs work in one transaction: all of it is kept, or nothing. Work that met somebody else's change is done again. Of a dry run nothing is kept.</summary>
    Task<T> InTransaction<T>(Func<Task<T>> work, CancellationToken cancellationToken);

    /// <summary>
    /// The same for work that saves once, as the last thing it does, and takes no turn: the database keeps what one save writes together
    /// anyway, so this is done in fewer round trips.
    /// </summary>
    Task<T> InOneSave<T>(Func<Task<T>> work, CancellationToken cancellationToken);
}
