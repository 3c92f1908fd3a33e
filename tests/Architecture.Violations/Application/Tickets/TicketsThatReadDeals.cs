using AchieveApex.Domain.Deals;

namespace AchieveApex.Application.Tickets;

[Breaks("Modules_form_no_circle")]
public static class TicketsThatReadDeals
{
    public static long IdOf(Deal deal) => deal.Id;
}
