namespace AchieveApex.Api.Resources;

/// <summary>Turns HTTP into requests, and their results into answers. A controller does nothing else. Its name is its path: SupportTickets is /support-tickets.</summary>
[Route("[controller]")]
public abstract class ApiController(IMediator mediator) : ControllerBase
{
    /// <summary>The query as it was sent. It is understood behind the permission check.</summary>
    protected ListQuery Query => Request.QueryString.HasValue ? ListQuery.Parse(Request.QueryString.Value) : ListQuery.Empty;

    /// <summary>200 with the result.</summary>
    protected async Task<ActionResult<T>> Send<T>(IRequest<T> request) =>
        new Answer<T>(await mediator.Send(request, HttpContext.RequestAborted), StatusCodes.Status200OK);

    /// <summary>201 with the record, and where it is.</summary>
    protected async Task<ActionResult<T>> SendNew<T>(IRequest<T> request)
        where T : RecordView
    {
        var record = await mediator.Send(request, HttpContext.RequestAborted);
        Response.Headers.Location = $"{Request.PathBase}{Request.Path.Value!.TrimEnd('/')}/{record.Id}";
        return new Answer<T>(record, StatusCodes.Status201Created);
    }
}
