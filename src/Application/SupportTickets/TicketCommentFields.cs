using AchieveApex.Domain.SupportTickets;

namespace AchieveApex.Application.SupportTickets;

/// <summary>What a client may write on a comment of a ticket.</summary>
/// <param name="TicketId">The ticket, which is not closed; required.</param>
/// <param name="Body">1 to 10,000 characters.</param>
/// <param name="Public">Whether the requester may read it. The first that is, and is not the requester's, is the first response.</param>
/// <param name="FromRequester">Whether the requester said it, rather than the user who writes it down. It opens a pending or solved ticket.</param>
public sealed record TicketCommentFields(long? TicketId = null, string? Body = null, bool Public = true, bool FromRequester = false)
    : RecordFields;

internal sealed class TicketCommentFieldsValidator : RecordFieldsValidator<TicketCommentFields>
{
    public TicketCommentFieldsValidator()
    {
        RuleFor(comment => comment.TicketId).NotNull();
        RuleFor(comment => comment.Body).NotEmpty().MaximumLength(10_000);
        RuleFor(comment => comment.Public)
            .Must((comment, isPublic) => isPublic || !comment.FromRequester)
            .WithMessage("must be true of what the requester said")
            .WithErrorCode(FieldFormats.SeveralFields);
    }
}

/// <summary>A comment of a ticket as it is read.</summary>
public sealed record TicketCommentView : RecordView
{
    public long TicketId { get; init; }
    public string Body { get; init; } = "";

    /// <summary>Whether the requester may read it.</summary>
    public bool Public { get; init; }

    /// <summary>Whether the requester said it, rather than the user who wrote it down.</summary>
    public bool FromRequester { get; init; }
}

internal sealed record TicketCommentResource() : Resource<TicketComment>("ticket-comments", IsSearched: true);
