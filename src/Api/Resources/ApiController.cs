using AchieveApex.Application.Resources;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace AchieveApex.Api.Resources;

/// <summary>Turns HTTP into requests, and their results into answers. A controller does nothing else.</summary>
public abstract class ApiController(IMediator mediator) : ControllerBase
{
    /// <summary>200 with the result.</summary>
    protected async Task<ActionResult<T>> Send<T>(IRequest<T> request, CancellationToken cancellationToken) =>
        new Answer<T>(await mediator.Send(request, cancellationToken), StatusCodes.Status200OK);

    /// <summary>201 with the record, and where it is.</summary>
    protected async Task<ActionResult<T>> SendNew<T>(IRequest<T> request, CancellationToken cancellationToken)
        where T : RecordView
    {
        var record = await mediator.Send(request, cancellationToken);
        Response.Headers.Location = $"{Request.PathBase}{Request.Path.Value!.TrimEnd('/')}/{record.Id}";
        return new Answer<T>(record, StatusCodes.Status201Created);
    }
}
