using AchieveApex.Domain.Tickets;

namespace AchieveApex.Application.Deals;

[Breaks("A_module_uses_another_through_its_contracts_alone")]
[Breaks("Modules_form_no_circle")]
public static class DealsThatReadTickets
{
    public static long IdOf(Ticket ticket) => ticket.Id;
}
