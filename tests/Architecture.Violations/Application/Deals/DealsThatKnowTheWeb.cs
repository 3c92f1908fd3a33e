using Microsoft.AspNetCore.Http;

namespace AchieveApex.Application.Deals;

[Breaks("Application_knows_no_web")]
public static class DealsThatKnowTheWeb
{
    public static string Path(HttpContext context) => context.Request.Path;
}
