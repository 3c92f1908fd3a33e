using AchieveApex.Application.Errors;

namespace AchieveApex.Api.Hosting;

/// <summary>Whether the process lives, and whether it can serve. Neither needs a key.</summary>
internal static class Health
{
    private static readonly string[] Probes = [HttpMethods.Get, HttpMethods.Head];
    private static readonly object Fine = new { status = "ok" };

    public static void Map(WebApplication app)
    {
        app.MapMethods("/health/live", Probes, () => Results.Json(Fine)).AllowAnonymous();
        app.MapMethods("/health/ready", Probes, Ready).AllowAnonymous();
    }

    private static async Task<IResult> Ready(ISchema schema, CancellationToken cancellationToken)
    {
        try
        {
            var pending = await schema.Pending(cancellationToken);
            return pending.Count == 0 ? Results.Json(Fine) : throw new Unavailable("Migrations are pending");
        }
        catch (SettingError)
        {
            throw new Unavailable("The database cannot be reached");
        }
    }
}
