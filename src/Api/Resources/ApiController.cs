using AchieveApex.Application.Errors;
using AchieveApex.Application.Resources.Shapes;

namespace AchieveApex.Api.Resources;

/// <summary>Turns HTTP into requests, and their results into answers. A controller does nothing else. Its name is its path: SupportTickets is /support-tickets.</summary>
[Route("[controller]")]
public abstract class ApiController(IMediator mediator) : ControllerBase
{
    /// <summary>200 with the result: of the request itself, or of what its address makes of it.</summary>
    protected Task<ActionResult<T>> Send<T>(IRequest<T> request)
        where T : class =>
        HttpContext.GetEndpoint()?.Metadata.GetMetadata<RecordRoute>() switch
        {
            null => Answer<T, T>(request, StatusCodes.Status200OK),
            { Key: { } key } => Upsert(((IReplaces<T>)request).OnKey(key, RecordRoutes.ValueOf(HttpContext, key))),
            _ => Answer<IReadOnlyList<T>, T>(((IChanges<T>)request).OnMatches(), StatusCodes.Status200OK),
        };

    /// <summary>201 with the record and where it is; with all of them, when an array was sent.</summary>
    protected async Task<ActionResult<T>> SendNew<T>(IRequest<T> request)
        where T : RecordView
    {
        if ((request as ICreates<T>)?.AsMany() is { } many)
            return await Answer<IReadOnlyList<T>, T>(many, StatusCodes.Status201Created);

        var query = Prepare(request);
        var record = await mediator.Send(request, HttpContext.RequestAborted);
        return New(record, record.Id, Request.Path.Value!, query);
    }

    private async Task<ActionResult<TDeclared>> Answer<T, TDeclared>(IRequest<T> request, int status)
    {
        var query = Prepare(request);
        var result = await mediator.Send(request, HttpContext.RequestAborted);
        if (result is Page { Next: { } cursor })
            Response.Headers.Link = NextLink.To(Request, query, cursor);
        if (request is not IFollowsMerges { Survivor: { } survivor })
            return new Answer<T>(result, status, Selection.Of(query));

        Response.Headers.ContentLocation = Request.PathBase + RecordRoutes.With(survivor, Request.Path.Value!);
        return new Answer<T>(result, status, Selection.Of(query)) { IsOther = true };
    }

    private async Task<ActionResult<T>> Upsert<T>(IRequest<Upserted<T>> request)
    {
        var query = Prepare(request);
        var (isNew, record) = await mediator.Send(request, HttpContext.RequestAborted);
        return isNew && record is RecordView { Id: var id }
            ? New(record, id, RecordRoutes.CollectionOf(Request.Path.Value!), query)
            : new Answer<T>(record, StatusCodes.Status200OK, Selection.Of(query));
    }

    private Answer<T> New<T>(T record, long id, string collection, ListQuery query)
    {
        Response.Headers.Location = $"{Request.PathBase}{collection.TrimEnd('/')}/{id}";
        return new(record, StatusCodes.Status201Created, Selection.Of(query));
    }

    // As it was sent: it is understood behind the permission check.
    private ListQuery Prepare(object request)
    {
        var query = Request.QueryString.HasValue ? ListQuery.Parse(Request.QueryString.Value!) : ListQuery.Empty;
        if (!HttpMethods.IsGet(Request.Method) && !HttpMethods.IsHead(Request.Method))
            SentTerms.Read(HttpContext, query);

        if (request is IQueried queried)
            queried.Query = query;
        else if (query.Parameters.Count > 0)
            throw new BadRequest($"Unknown parameter '{query.Parameters[0].Key}': nothing can be asked of this address.");

        return query;
    }
}
