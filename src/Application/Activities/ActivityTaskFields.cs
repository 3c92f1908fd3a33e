using AchieveApex.Domain.Activities;

namespace AchieveApex.Application.Activities;

/// <summary>What a client may write on a task. It may be about other records, or about none.</summary>
/// <param name="Title">1 to 255 characters.</param>
/// <param name="Body">What there is to do, in words.</param>
/// <param name="Status">How far it has come. From completed and canceled it can only become not_started or in_progress.</param>
/// <param name="Priority">How soon it wants to be done.</param>
/// <param name="StartAt">When to begin with it.</param>
/// <param name="DueAt">When it has to be done; not before the start.</param>
/// <param name="AssigneeId">Who has to do it: a member, by user id.</param>
public sealed record ActivityTaskFields(
    string? Title = null,
    string? Body = null,
    TaskState Status = TaskState.NotStarted,
    TaskPriority Priority = TaskPriority.Normal,
    DateTimeOffset? StartAt = null,
    DateTimeOffset? DueAt = null,
    long? AssigneeId = null
) : RelatedFields;

internal sealed class ActivityTaskFieldsValidator : RelatedFieldsValidator<ActivityTaskFields>
{
    public ActivityTaskFieldsValidator()
    {
        RuleFor(task => task.Title).NotEmpty().MaximumLength(255);
        RuleFor(task => task.Body).MaximumLength(5000);
        RuleFor(task => task.DueAt)
            .Must((task, due) => due is null || task.StartAt is null || due >= task.StartAt)
            .WithMessage("must not be before start_at")
            .WithErrorCode(FieldFormats.SeveralFields);
    }
}

/// <summary>A task as it is read.</summary>
public sealed record ActivityTaskView : RelatedView
{
    public string Title { get; init; } = "";
    public string? Body { get; init; }
    public TaskState Status { get; init; }
    public TaskPriority Priority { get; init; }
    public DateTimeOffset? StartAt { get; init; }
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>When it was done; null unless it is.</summary>
    public DateTimeOffset? CompletedAt { get; init; }
    public long? AssigneeId { get; init; }
}

internal sealed record ActivityTaskResource() : Resource<ActivityTask>("tasks", IsSearched: true);
