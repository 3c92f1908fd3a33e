using AchieveApex.Application.Errors;

namespace AchieveApex.Api.Hosting;

/// <summary>Whether the process lives, and whether it can serve. Neither needs a key.</summary>
internal static class Health
{
    private static readonly string[] Probes = [HttpMethods.Get, HttpMethods.Head];
    private static readonly IResult Answer = Results.Json(new HealthState(HealthStatus.Ok), WireFormat.Options);

    public static void Map(WebApplication app)
    {
        app.MapMethods("/health/live", Probes, () => Answer)
            .AllowAnonymous()
            .Produces<HealthState>()
            .WithName("getLiveness")
            .WithSummary("Tells whether the process lives.");
        app.MapMethods("/health/ready", Probes, Ready)
            .AllowAnonymous()
            .Produces<HealthState>()
            .WithName("getReadiness")
            .WithSummary("Tells whether it can serve.");
    }

    private static async Task<IResult> Ready(ISchema schema, CancellationToken cancellationToken)
    {
        try
        {
            var pending = await schema.Pending(cancellationToken);
            return pending.Count == 0 ? Answer : throw new Unavailable("Migrations are pending");
        }
        catch (SettingError)
        {
            throw new Unavailable("The database cannot be reached");
        }
    }
}

/// <summary>That all is well; when it is not, an error says so.</summary>
internal sealed record HealthState(HealthStatus Status);

internal enum HealthStatus
{
    Ok,
}
