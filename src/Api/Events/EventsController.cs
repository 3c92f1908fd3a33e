using AchieveApex.Api.Errors;
using AchieveApex.Application.Events;

namespace AchieveApex.Api.Events;

/// <summary>What happened, in its order.</summary>
public sealed class EventsController(IMediator mediator) : ApiController(mediator)
{
    /// <summary>Reads the events that follow one. With <c>Accept: text/event-stream</c> they are sent as they come, for a minute.</summary>
    [HttpGet, StreamsEvents]
    public async Task<ActionResult<EventFeed>> Read() =>
        Acceptable.Names(Request.Headers.Accept, StreamsEventsAttribute.MediaType) && HttpMethods.IsGet(Request.Method)
            ? new EventStream()
            : await Send(new ReadEvents());
}
