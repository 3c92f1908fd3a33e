using AchieveApex.Application.Errors;

namespace AchieveApex.Api.Resources;

/// <summary>Turns HTTP into requests, and their results into answers. A controller does nothing else. Its name is its path: SupportTickets is /support-tickets.</summary>
[Route("[controller]")]
public abstract class ApiController(IMediator mediator) : ControllerBase
{
    /// <summary>200 with the result.</summary>
    protected async Task<ActionResult<T>> Send<T>(IRequest<T> request)
    {
        var query = HandQueryTo(request);
        var result = await mediator.Send(request, HttpContext.RequestAborted);
        if (result is Page { Next: { } cursor })
            Response.Headers.Link = NextLink.To(Request, query, cursor);
        return new Answer<T>(result, StatusCodes.Status200OK, Selection.Of(query));
    }

    /// <summary>201 with the record, and where it is.</summary>
    protected async Task<ActionResult<T>> SendNew<T>(IRequest<T> request)
        where T : RecordView
    {
        var query = HandQueryTo(request);
        var record = await mediator.Send(request, HttpContext.RequestAborted);
        Response.Headers.Location = $"{Request.PathBase}{Request.Path.Value!.TrimEnd('/')}/{record.Id}";
        return new Answer<T>(record, StatusCodes.Status201Created, Selection.Of(query));
    }

    // As it was sent: it is understood behind the permission check.
    private ListQuery HandQueryTo(object request)
    {
        if (!Request.QueryString.HasValue)
            return ListQuery.Empty;

        var query = ListQuery.Parse(Request.QueryString.Value);
        if (request is IQueried queried)
            queried.Query = query;
        else if (query.Parameters.Count > 0)
            throw new BadRequest($"Unknown parameter '{query.Parameters[0].Key}': nothing can be asked of this address.");

        return query;
    }
}
