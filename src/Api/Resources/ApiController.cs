namespace AchieveApex.Api.Resources;

/// <summary>Turns HTTP into requests, and their results into answers. A controller does nothing else. Its name is its path: SupportTickets is /support-tickets.</summary>
[Route("[controller]")]
public abstract class ApiController(IMediator mediator) : ControllerBase
{
    /// <summary>200 with the result.</summary>
    protected async Task<ActionResult<T>> Send<T>(IRequest<T> request) => new Answer<T>(await Dispatch(request), StatusCodes.Status200OK);

    /// <summary>201 with the record, and where it is.</summary>
    protected async Task<ActionResult<T>> SendNew<T>(IRequest<T> request)
        where T : RecordView
    {
        var record = await Dispatch(request);
        Response.Headers.Location = $"{Request.PathBase}{Request.Path.Value!.TrimEnd('/')}/{record.Id}";
        return new Answer<T>(record, StatusCodes.Status201Created);
    }

    // The query goes along as it was sent: it is understood behind the permission check.
    private Task<T> Dispatch<T>(IRequest<T> request)
    {
        if (request is IQueried queried && Request.QueryString.HasValue)
            queried.Query = ListQuery.Parse(Request.QueryString.Value);

        return mediator.Send(request, HttpContext.RequestAborted);
    }
}
