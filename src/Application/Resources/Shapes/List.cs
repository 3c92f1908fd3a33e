using AchieveApex.Application.Resources.Querying;

namespace AchieveApex.Application.Resources.Shapes;

/// <summary>One page of the organization's records that match a query.</summary>
public abstract record List<TRecord, TView> : IQuery<Page<TView>>, IQueried, IList
    where TRecord : Record
    where TView : class
{
    public ListQuery Query { get; set; } = ListQuery.Empty;

    async Task<IReadOnlyList<object>> IList.Send(IMediator mediator, ListQuery query, CancellationToken cancellationToken)
    {
        Query = query;
        return (await mediator.Send(this, cancellationToken)).Data;
    }
}

/// <summary>The list of some resource, whichever it is.</summary>
internal interface IList
{
    /// <summary>The records of the one page that a query asks for.</summary>
    Task<IReadOnlyList<object>> Send(IMediator mediator, ListQuery query, CancellationToken cancellationToken);
}

internal sealed class ListHandler<TRequest, TRecord, TView>(IDatabase db, QueryReader reader) : IRequestHandler<TRequest, Page<TView>>
    where TRequest : List<TRecord, TView>
    where TRecord : Record
    where TView : class
{
    public async Task<Page<TView>> Handle(TRequest request, CancellationToken cancellationToken)
    {
        var query = reader.Read<TRecord, TView>(request.Query, QueryUse.List);
        var page = await db.Page<TRecord, TView>(query, cancellationToken);
        return page.HasMore ? page with { Next = Cursor.After(page.Data[^1], query.Sort) } : page;
    }
}
