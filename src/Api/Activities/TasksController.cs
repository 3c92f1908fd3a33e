using AchieveApex.Application.Activities;

namespace AchieveApex.Api.Activities;

/// <summary>What members have to do.</summary>
public sealed class TasksController(IMediator mediator) : ApiController(mediator)
{
    /// <summary>Lists tasks.</summary>
    [HttpGet]
    public Task<ActionResult<Page<ActivityTaskView>>> List() => Send(new ListTasks());

    /// <summary>Reads a task.</summary>
    [HttpGet("{id}")]
    public Task<ActionResult<ActivityTaskView>> Get(RecordId id) => Send(new GetTask(id));

    /// <summary>Creates a task.</summary>
    [HttpPost]
    public Task<ActionResult<ActivityTaskView>> Create(Input<ActivityTaskFields> input) => SendNew(new CreateTask(input));

    /// <summary>Replaces what a client may write on a task.</summary>
    [HttpPut("{id}")]
    public Task<ActionResult<ActivityTaskView>> Replace(RecordId id, Input<ActivityTaskFields> input) => Send(new ReplaceTask(id, input));

    /// <summary>Changes some fields of a task.</summary>
    [HttpPatch("{id}")]
    public Task<ActionResult<ActivityTaskView>> Patch(RecordId id, Input<ActivityTaskFields> input) => Send(new PatchTask(id, input));

    /// <summary>Removes a task.</summary>
    [HttpDelete("{id}")]
    public Task<ActionResult<ActivityTaskView>> Remove(RecordId id) => Send(new RemoveTask(id));
}
