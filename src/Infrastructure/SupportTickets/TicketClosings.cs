using AchieveApex.Application.Resources;
using AchieveApex.Application.Resources.Shapes;
using AchieveApex.Application.SupportTickets;
using AchieveApex.Domain.SupportTickets;
using AchieveApex.Infrastructure.Persistence;
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
    protected override WhenDue<SupportTicket> Command(long id) => new CloseSolvedTicket(id);
}
