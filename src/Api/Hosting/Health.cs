namespace AchieveApex.Api.Hosting;

/// <summary>Whether the process lives, and whether it can serve. Neither needs a key.</summary>
internal static class Health
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Json(new { status = "ok" })).AllowAnonymous();
        app.MapGet("/health/ready", Ready).AllowAnonymous();
    }

    private static async Task<IResult> Ready(ISchema schema, CancellationToken cancellationToken)
    {
        try
        {
            var pending = await schema.Pending(cancellationToken);
            return pending.Count == 0
                ? Results.Json(new { status = "ok" })
                : Results.Json(new { status = "migrations pending" }, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
        catch (Application.Errors.SettingError)
        {
            return Results.Json(new { status = "database unreachable" }, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
