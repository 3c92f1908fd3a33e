using AchieveApex.Application.Errors;
using AchieveApex.Application.Resources.Querying;

namespace AchieveApex.Application.Resources.Shapes;

/// <summary>One record. A query narrows it: a record that does not match is not found.</summary>
public abstract record Get<TRecord, TView>(RecordId Id) : IQuery<TView>, IQueried
    where TRecord : Record
    where TView : class
{
    public ListQuery Query { get; set; } = ListQuery.Empty;
}

internal sealed class GetHandler<TRequest, TRecord, TView>(IDatabase db, QueryReader reader) : IRequestHandler<TRequest, TView>
    where TRequest : Get<TRecord, TView>
    where TRecord : Record
    where TView : class
{
    public async Task<TView> Handle(TRequest request, CancellationToken cancellationToken)
    {
        var query = reader.Read<TRecord, TView>(request.Query, QueryUse.Read);
        return await db.View<TRecord, TView>(request.Id.Value, query.Where, cancellationToken) ?? throw NotFound.Record(request.Id.Text);
    }
}
