using AchieveApex.Domain.Tickets;

namespace AchieveApex.Application.Deals;

[Breaks("Sources_name_the_namespaces_of_other_modules_nowhere")]
[Breaks("A_module_uses_another_through_its_contracts_alone")]
[Breaks("Modules_form_no_circle")]
public static class DealsThatReadTickets
{
    public static long IdOf(Ticket ticket) => ticket.Id;
}
