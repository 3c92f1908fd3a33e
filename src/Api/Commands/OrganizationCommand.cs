using System.CommandLine;
using AchieveApex.Application.Organizations;
using AchieveApex.Application.RateLimiting;

namespace AchieveApex.Api.Commands;

/// <summary><c>organization create</c>: adds a tenant and prints its id alone.</summary>
internal static class OrganizationCommand
{
    private static readonly Option<string> Name = new("--name") { Description = "1 to 255 characters", Required = true };

    private static readonly Option<int?> MaxRequests = new Option<int?>("--max-requests")
    {
        Description = $"Requests in a window, 1 to {RateLimit.MostRequests} (default: the server's setting)",
    }.Within(1, RateLimit.MostRequests);

    private static readonly Option<int?> WindowSeconds = new Option<int?>("--window-seconds")
    {
        Description = $"The window, 1 to {RateLimit.LongestWindowSeconds} (default: the server's setting)",
    }.Within(1, RateLimit.LongestWindowSeconds);

    public static Command Create(string[] settings)
    {
        var create = new Command("create", "Adds an organization with the built-in roles and prints its id alone.")
        {
            Name,
            MaxRequests,
            WindowSeconds,
        };
        create.SetAction(
            async (parsed, cancellationToken) =>
            {
                var request = new CreateOrganization(
                    parsed.GetRequiredValue(Name),
                    parsed.GetValue(MaxRequests),
                    parsed.GetValue(WindowSeconds)
                );
                Console.WriteLine(
                    await Work.Run(
                        settings,
                        services => services.GetRequiredService<IMediator>().Send(request, cancellationToken),
                        cancellationToken
                    )
                );
                return 0;
            }
        );
        return new Command("organization", "Organizations.") { create };
    }
}
