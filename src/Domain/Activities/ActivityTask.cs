namespace AchieveApex.Domain.Activities;

/// <summary>A task: something that somebody has to do. The bare word is the runtime's.</summary>
public sealed class ActivityTask : RelatedRecord
{
    /// <summary>A task that is done, or given up, is taken up again before anything else becomes of it.</summary>
    public static Transitions<TaskState> Transitions { get; } =
        new(
            new Dictionary<TaskState, TaskState[]>
            {
                [TaskState.NotStarted] = AllBut(TaskState.NotStarted),
                [TaskState.InProgress] = AllBut(TaskState.InProgress),
                [TaskState.Waiting] = AllBut(TaskState.Waiting),
                [TaskState.Completed] = [TaskState.NotStarted, TaskState.InProgress],
                [TaskState.Deferred] = AllBut(TaskState.Deferred),
                [TaskState.Canceled] = [TaskState.NotStarted, TaskState.InProgress],
            }
        );

    public string Title
    {
        get;
        set => field = value.Trim();
    } = "";

    public string? Body { get; set; }
    public TaskState Status { get; set; }
    public TaskPriority Priority { get; set; } = TaskPriority.Normal;
    public DateTimeOffset? StartAt { get; set; }
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>When it was done; null unless it is.</summary>
    public DateTimeOffset? CompletedAt { get; private set; }

    /// <summary>The member who has to do it, by user id.</summary>
    public long? AssigneeId { get; set; }

    /// <summary>Comes into its status.</summary>
    /// <param name="before">The status that it had; null when it is new.</param>
    /// <param name="now">The time.</param>
    /// <exception cref="DomainException">The one cannot follow the other.</exception>
    public void Enter(TaskState? before, DateTimeOffset now)
    {
        if (Status == before)
            return;

        if (before is { } from)
            Transitions.Check(from, Status);
        CompletedAt = Status == TaskState.Completed ? now : null;
    }

    private static TaskState[] AllBut(TaskState state) => [.. Enum.GetValues<TaskState>().Where(other => other != state)];
}

/// <summary>How far a task has come.</summary>
public enum TaskState
{
    NotStarted,
    InProgress,
    Waiting,
    Completed,
    Deferred,
    Canceled,
}

/// <summary>How soon a task wants to be done.</summary>
public enum TaskPriority
{
    Low,
    Normal,
    High,
    Urgent,
}
