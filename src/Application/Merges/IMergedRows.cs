namespace AchieveApex.Application.Merges;

/// <summary>What of a merge only the database's model knows: what refers to a record, and what must not be there twice.</summary>
public interface IMergedRows
{
    /// <summary>Lets nobody else change records, or refer to them anew, before this transaction ends.</summary>
    Task Lock<T>(IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
        where T : Record;

    /// <summary>Lets everything that refers to a record refer to another, and removes the record with the next save.</summary>
    /// <returns>What was done, with nothing filled.</returns>
    Task<MergeTrail> Move<T>(T record, T into, CancellationToken cancellationToken)
        where T : Record;

    /// <summary>Adds the record again, and lets those refer to it that did and still refer to the other.</summary>
    /// <param name="merge">What was done.</param>
    /// <param name="into">The other; null when it is gone.</param>
    /// <param name="cancellationToken">Ends the statement.</param>
    /// <exception cref="Errors.Conflict">Something unique of the record is taken.</exception>
    Task MoveBack<T>(Merge merge, T? into, CancellationToken cancellationToken)
        where T : Record;
}
