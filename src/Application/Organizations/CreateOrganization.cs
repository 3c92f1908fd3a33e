using AchieveApex.Application.Errors;
using AchieveApex.Application.Organizations.Contracts;
using AchieveApex.Domain.Organizations;

namespace AchieveApex.Application.Organizations;

/// <summary>Adds an organization with what every one starts with, and enters it.</summary>
/// <param name="Name">1 to 255 characters.</param>
/// <param name="MaxRequests">Its own rate limit; null: the server's.</param>
/// <param name="WindowSeconds">Its own window; null: the server's.</param>
/// <param name="Id">A chosen id for the first organization; null: the next one.</param>
[NoPermission("run by the operator on the server; no route leads here")]
public sealed record CreateOrganization(string Name, int? MaxRequests = null, int? WindowSeconds = null, long? Id = null)
    : ICrossOrganization<long>;

internal sealed class CreateOrganizationHandler(IOrganizationRegistry registry, IEnumerable<IOrganizationStart> starts, TimeProvider clock)
    : IRequestHandler<CreateOrganization, long>
{
    private const int LongestName = 255;

    public async Task<long> Handle(CreateOrganization request, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(request.Name) || request.Name.Length > LongestName)
            throw BadRequest.Invalid("name", $"must be 1 to {LongestName} characters");

        var organization = new Organization(request.Name.Trim(), clock.GetUtcNow())
        {
            Id = request.Id ?? 0,
            MaxRequests = request.MaxRequests,
            WindowSeconds = request.WindowSeconds,
        };
        await registry.Found(organization, () => Fill(cancellationToken), cancellationToken);
        return organization.Id;
    }

    private async Task Fill(CancellationToken cancellationToken)
    {
        foreach (var start in starts)
            await start.Add(cancellationToken);
    }
}
