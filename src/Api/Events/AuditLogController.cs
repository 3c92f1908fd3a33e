using AchieveApex.Application.Events;

namespace AchieveApex.Api.Events;

/// <summary>Who changed what.</summary>
public sealed class AuditLogController(IMediator mediator) : ApiController(mediator)
{
    /// <summary>Lists changes.</summary>
    [HttpGet]
    public Task<ActionResult<Page<EventView>>> List() => Send(new ListAuditLog());

    /// <summary>Reads a change.</summary>
    [HttpGet("{id}")]
    public Task<ActionResult<EventView>> Get(RecordId id) => Send(new GetAuditLogEntry(id));
}
