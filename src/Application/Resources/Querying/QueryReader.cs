namespace AchieveApex.Application.Resources.Querying;

/// <summary>Reads the queries of a caller: what its organization added to the fields is known.</summary>
public sealed class QueryReader(PagingOptions paging, OrganizationScope scope)
{
    /// <exception cref="Errors.BadRequest">The first thing wrong.</exception>
    public Query<TRecord> Read<TRecord, TView>(ListQuery query, QueryUse use)
        where TRecord : Record => QueryParser.Parse<TRecord, TView>(query, paging, use, scope.Caller.CustomFields.Of(typeof(TRecord)));
}
