using AchieveApex.Domain.SupportTickets;

namespace AchieveApex.Application.SupportTickets;

/// <summary>Makes a ticket that goes on from a closed one, for the same requester and company.</summary>
[Requires<SupportTicket>(Access.Create)]
public sealed record FollowUpSupportTicket(RecordId Id, Input<FollowUpFields> Input)
    : Act<SupportTicket, FollowUpFields, SupportTicketView>(Id, Input);

/// <param name="Subject">1 to 255 characters; left out, it is that of the closed ticket.</param>
/// <param name="Description">What it is about now.</param>
public sealed record FollowUpFields(string? Subject = null, string? Description = null);

internal sealed class FollowUpFieldsValidator : AbstractValidator<FollowUpFields>
{
    public FollowUpFieldsValidator()
    {
        RuleFor(next => next.Subject).Length(1, 255);
        RuleFor(next => next.Description).MaximumLength(5000);
    }
}

internal sealed class FollowUpSupportTicketHandler(Editor<SupportTicket> editor) : IRequestHandler<FollowUpSupportTicket, SupportTicketView>
{
    public async Task<SupportTicketView> Handle(FollowUpSupportTicket request, CancellationToken cancellationToken)
    {
        var (fields, closed) = (request.Input.Fields, await editor.Open(request.Id, cancellationToken));
        var next = closed.FollowUp();
        (next.Subject, next.Description) = (fields.Subject ?? next.Subject, fields.Description);
        await editor.Add(next, cancellationToken);
        return await editor.Show<SupportTicketView>(next, cancellationToken);
    }
}
