using AchieveApex.Domain.Activities;

namespace AchieveApex.Application.Activities;

/// <summary>A task goes from status to status as it may, and keeps when it was done.</summary>
internal sealed class TaskRule(IDatabase db, TimeProvider clock) : IRule<ActivityTask>
{
    public Task Check(ActivityTask task, CancellationToken cancellationToken)
    {
        task.Enter(db.Before(task)?.Status, clock.GetUtcNow());
        return Task.CompletedTask;
    }
}
