using AchieveApex.Domain.SupportTickets;
using Mapster;

namespace AchieveApex.Application.SupportTickets;

/// <summary>What a client may write on a support ticket.</summary>
/// <param name="Subject">1 to 255 characters.</param>
/// <param name="Description">What it is about.</param>
/// <param name="Status">Left out, a new ticket is new, or open if it has an assignee, and one that is there stays as it is. Solving needs an assignee.</param>
/// <param name="Priority">How much it matters.</param>
/// <param name="Type">What it is about: an incident is one of those that a problem causes.</param>
/// <param name="RequesterId">The contact that needs help; required.</param>
/// <param name="AssigneeId">A member, by user id. A new ticket that is assigned becomes open.</param>
/// <param name="CompanyId">The company that it is for.</param>
/// <param name="ProblemId">A ticket of type problem; only of an incident.</param>
/// <param name="DueAt">Only of a task.</param>
/// <param name="Channel">How it came in.</param>
public sealed record SupportTicketFields(
    string? Subject = null,
    string? Description = null,
    TicketStatus? Status = null,
    TicketPriority Priority = TicketPriority.Normal,
    TicketType? Type = null,
    long? RequesterId = null,
    long? AssigneeId = null,
    long? CompanyId = null,
    long? ProblemId = null,
    DateTimeOffset? DueAt = null,
    TicketChannel? Channel = null
) : RecordFields;

internal sealed class SupportTicketFieldsValidator : RecordFieldsValidator<SupportTicketFields>
{
    public SupportTicketFieldsValidator()
    {
        RuleFor(ticket => ticket.Subject).NotEmpty().MaximumLength(255);
        RuleFor(ticket => ticket.Description).MaximumLength(5000);
        RuleFor(ticket => ticket.RequesterId).NotNull();
        RuleFor(ticket => ticket.ProblemId)
            .Must((ticket, problem) => problem is null || ticket.Type == TicketType.Incident)
            .WithMessage("can only be given of an incident")
            .WithErrorCode(FieldFormats.SeveralFields);
        RuleFor(ticket => ticket.DueAt)
            .Must((ticket, due) => due is null || ticket.Type == TicketType.Task)
            .WithMessage("can only be given of a task")
            .WithErrorCode(FieldFormats.SeveralFields);
    }
}

internal sealed class SupportTicketMapping : IRegister
{
    public void Register(TypeAdapterConfig config) =>
        config.NewConfig<SupportTicketFields, SupportTicket>().IgnoreIf((fields, _) => fields.Status == null, ticket => ticket.Status); // what is not said changes nothing
}

/// <summary>A support ticket as it is read.</summary>
public sealed record SupportTicketView : RecordView
{
    /// <summary>1, 2, 3 … within the organization, without gaps.</summary>
    public long Number { get; init; }
    public string Subject { get; init; } = "";
    public string? Description { get; init; }
    public TicketStatus Status { get; init; }
    public TicketPriority Priority { get; init; }
    public TicketType? Type { get; init; }
    public long RequesterId { get; init; }
    public long? AssigneeId { get; init; }
    public long? CompanyId { get; init; }
    public long? ProblemId { get; init; }
    public DateTimeOffset? DueAt { get; init; }
    public TicketChannel? Channel { get; init; }

    /// <summary>The closed ticket that it goes on from.</summary>
    public long? FollowupSourceId { get; init; }

    /// <summary>The ticket that goes on in its place.</summary>
    public long? MergedIntoId { get; init; }
    public int CommentCount { get; init; }

    /// <summary>When the first public comment was written that is not the requester's.</summary>
    public DateTimeOffset? FirstRespondedAt { get; init; }
    public DateTimeOffset? SolvedAt { get; init; }

    /// <summary>When a solved ticket is closed by itself, a moment later at most, unless it is opened before.</summary>
    public DateTimeOffset? ClosesAt { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>How often it was not solved after all.</summary>
    public int ReopenedCount { get; init; }
}

internal sealed record SupportTicketResource() : Resource<SupportTicket>("support-tickets", IsSearched: true);
