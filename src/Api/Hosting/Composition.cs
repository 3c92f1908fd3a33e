using AchieveApex.Api.Authentication;
using AchieveApex.Application;
using AchieveApex.Application.ApiKeys;
using AchieveApex.Application.RateLimiting;
using AchieveApex.Application.Requests;
using AchieveApex.Application.SupportTickets;
using AchieveApex.Infrastructure;

namespace AchieveApex.Api.Hosting;

/// <summary>The composition root of the server and of every command: the same settings, the same services.</summary>
internal static class Composition
{
    public static IServiceCollection AddAchieveApex(
        this IServiceCollection services,
        IConfiguration configuration,
        IHostEnvironment environment
    )
    {
        var limits = Settings.Read(configuration, "RateLimit", new RateLimitOptions());
        services.AddSingleton(limits);
        services.AddSingleton(Settings.Read(configuration, "Paging", new PagingOptions()));
        services.AddSingleton(Settings.Read(configuration, "SupportTickets", new SupportTicketOptions()));
        services.AddSingleton(Settings.Read(configuration, "Https", new HttpsSettings { Required = !environment.IsDevelopment() }));
        services.AddSingleton(Settings.Read(configuration, "Bootstrap", new BootstrapSettings()));
        services.AddSingleton<TimeProvider, MillisecondClock>().AddSingleton<KeyAuthenticator>().AddScoped<Bootstrap>();
        services.AddInfrastructure(configuration, limits).AddApplication();
        return environment.IsDevelopment() ? services.CheckMappings() : services;
    }
}
