namespace AchieveApex.Api.Hosting;

/// <summary>How lines of the log look: in Development for people, elsewhere a JSON object each.</summary>
internal static class Logs
{
    public static void Add(WebApplicationBuilder builder)
    {
        builder.Services.AddHttpContextAccessor().AddSingleton<IExternalScopeProvider, RequestScopes>();
        if (!builder.Environment.IsDevelopment())
            builder.Logging.AddJsonConsole(json =>
            {
                (json.IncludeScopes, json.UseUtcTimestamp) = (true, true);
                json.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
            });
    }
}
