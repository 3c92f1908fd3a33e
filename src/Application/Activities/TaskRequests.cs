using AchieveApex.Domain.Activities;

namespace AchieveApex.Application.Activities;

[Requires<ActivityTask>(Access.View)]
public sealed record ListTasks : List<ActivityTask, ActivityTaskView>;

[Requires<ActivityTask>(Access.View)]
public sealed record GetTask(RecordId Id) : Get<ActivityTask, ActivityTaskView>(Id);

[Requires<ActivityTask>(Access.Create)]
public sealed record CreateTask(Input<ActivityTaskFields> Input) : Create<ActivityTask, ActivityTaskFields, ActivityTaskView>(Input);

[Requires<ActivityTask>(Access.Update)]
public sealed record ReplaceTask(RecordId Id, Input<ActivityTaskFields> Input)
    : Replace<ActivityTask, ActivityTaskFields, ActivityTaskView>(Id, Input);

[Requires<ActivityTask>(Access.Update)]
public sealed record PatchTask(RecordId Id, Input<ActivityTaskFields> Input)
    : Patch<ActivityTask, ActivityTaskFields, ActivityTaskView>(Id, Input);

[Requires<ActivityTask>(Access.Delete)]
public sealed record RemoveTask(RecordId Id) : Remove<ActivityTask, ActivityTaskView>(Id);
