using AchieveApex.Application.Errors;
using AchieveApex.Domain.SupportTickets;

namespace AchieveApex.Application.SupportTickets;

/// <summary>A ticket has the next number, stays as it is once it is closed, and names a problem as its problem.</summary>
internal sealed class SupportTicketRule(IDatabase db, SupportTicketOptions options, TimeProvider clock) : IRule<SupportTicket>
{
    public async Task Check(SupportTicket ticket, CancellationToken cancellationToken)
    {
        var before = db.Before(ticket);
        if (before?.Status == TicketStatus.Closed)
        {
            if (db.IsChanged(ticket))
                before.CheckChange();
            return;
        }

        ticket.Settle(clock.GetUtcNow());
        ticket.CloseAfter(TimeSpan.FromDays(options.CloseSolvedAfterDays));
        await CheckProblem(ticket, before, cancellationToken);
        if (before is null)
            ticket.Number = await NextNumber(cancellationToken);
    }

    // The turn is held until the number is kept or given up, so the next one counts on from what there is.
    private async Task<long> NextNumber(CancellationToken cancellationToken)
    {
        await db.TakeTurn(cancellationToken);
        var numbers = db.Set<SupportTicket>().OrderByDescending(ticket => ticket.Number).Select(ticket => ticket.Number);
        return await db.First(numbers, cancellationToken) + 1;
    }

    // In turn, so that no problem becomes something else while an incident comes to name it.
    private async Task CheckProblem(SupportTicket ticket, SupportTicket? before, CancellationToken cancellationToken)
    {
        if (ticket.ProblemId is { } id && id != before?.ProblemId)
        {
            await db.TakeTurn(cancellationToken);
            var problem =
                await db.First(db.Set<SupportTicket>().Where(other => other.Id == id), cancellationToken)
                ?? throw BadRequest.NoRecord("problem_id");
            if (problem.Type != TicketType.Problem || id == ticket.Id)
                throw BadRequest.Invalid("problem_id", "must be another ticket, of type problem");
        }

        if (before?.Type == TicketType.Problem && ticket.Type != TicketType.Problem)
        {
            await db.TakeTurn(cancellationToken);
            if (await db.Count(db.Set<SupportTicket>().Where(incident => incident.ProblemId == ticket.Id), cancellationToken) > 0)
                throw BadRequest.Invalid("type", "must stay problem as long as incidents name the ticket");
        }
    }
}
