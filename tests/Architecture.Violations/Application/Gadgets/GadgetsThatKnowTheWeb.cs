using Microsoft.AspNetCore.Http;

namespace AchieveApex.Application.Gadgets;

[Breaks("Application_knows_no_web")]
public static class GadgetsThatKnowTheWeb
{
    public static string Path(HttpContext context) => context.Request.Path;
}
