using AchieveApex.Domain.Resources;

namespace AchieveApex.Infrastructure.Persistence;

/// <summary>The one query that nearly every change begins with, translated once for each database and kind of record.</summary>
internal static class Finder<TDb, TRecord>
    where TDb : AchieveApexDb
    where TRecord : Record
{
    /// <summary>The organization's record with an id, tracked; null when absent.</summary>
    public static readonly Func<TDb, long, CancellationToken, Task<TRecord?>> ById = EF.CompileAsyncQuery(
        (TDb db, long id, CancellationToken cancellationToken) => db.Set<TRecord>().FirstOrDefault(record => record.Id == id)
    );
}
