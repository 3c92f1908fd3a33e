using AchieveApex.Application.Requests;
using AchieveApex.Application.Resources;
using AchieveApex.Application.SupportTickets;
using AchieveApex.Domain.SupportTickets;
using AchieveApex.Infrastructure.Persistence;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AchieveApex.Infrastructure.SupportTickets;

/// <summary>Closes what has been solved for long enough.</summary>
internal sealed class TicketClosings(
    IServiceScopeFactory scopes,
    ResourceCatalog resources,
    TimeProvider clock,
    ILogger<TicketClosings> log
) : DueWork<SupportTicket>(scopes, resources, clock, log)
{
    protected override ICommand<Unit> Command(long id) => new CloseSolvedTicket(id);
}
