namespace AchieveApex.Application.Deals;

// The constant leaves no trace in the compiled code.
[Breaks("Sources_name_the_namespaces_of_other_modules_nowhere")]
public static class DealsThatCountAsTickets
{
    public static int Most => Domain.Tickets.Ticket.Most;
}
