namespace AchieveApex.Application.Resources;

/// <summary>Adds many records to the caller's organization by the fastest way that the database has.</summary>
/// <remarks>
/// For the operator's commands: no rule looks at the records. They are kept by a transaction of their own, all or none of one call,
/// which does not take part in <see cref="IDatabase.InTransaction"/>. Their ids are not filled in.
/// </remarks>
public interface IBulkWriter
{
    /// <summary>Writes records with the bookkeeping that <see cref="IDatabase.Save"/> would give them.</summary>
    /// <returns>How many.</returns>
    Task<int> Add<T>(IEnumerable<NewRecord<T>> records, CancellationToken cancellationToken)
        where T : Record;
}

/// <summary>A record to be added.</summary>
/// <param name="Record">What to write.</param>
/// <param name="CreatedAt">The moment of creation, which may be past.</param>
public readonly record struct NewRecord<T>(T Record, DateTimeOffset CreatedAt)
    where T : Record;
