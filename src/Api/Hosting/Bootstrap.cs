using AchieveApex.Application.ApiKeys;
using AchieveApex.Application.Contacts;
using AchieveApex.Application.Organizations;
using AchieveApex.Domain.Organizations;
using Microsoft.AspNetCore.Identity;

namespace AchieveApex.Api.Hosting;

/// <summary>Fills an empty database: from the settings, or in Development with something to try.</summary>
internal sealed class Bootstrap(
    BootstrapSettings settings,
    IOrganizationRegistry registry,
    IMediator mediator,
    IHostEnvironment environment
)
{
    private const long DemoOrganization = 101;

    /// <summary>What was made; null when the database was not empty or nothing was asked for.</summary>
    public async Task<FirstStart?> Run(CancellationToken cancellationToken) =>
        settings.IsGiven ? await registry.WhenEmpty(() => Make(settings, cancellationToken), cancellationToken)
        : environment.IsDevelopment() ? await registry.WhenEmpty(() => MakeDemo(cancellationToken), cancellationToken)
        : null;

    private async Task<FirstStart> MakeDemo(CancellationToken cancellationToken)
    {
        var demo = await Make(new() { OrganizationId = DemoOrganization, OrganizationName = "Demo" }, cancellationToken);
        foreach (var contact in DemoContacts.All)
            await mediator.Send(new CreateContact(contact), cancellationToken);
        return demo;
    }

    private async Task<FirstStart> Make(BootstrapSettings wanted, CancellationToken cancellationToken)
    {
        var name = wanted.OrganizationName ?? "Organization";
        var organization = await mediator.Send(new CreateOrganization(name, Id: wanted.OrganizationId), cancellationToken);
        var owner = await mediator.Send(new EnsureMember(wanted.AdminEmail ?? "admin@example.com", Role.Owner), cancellationToken);
        if (wanted.AdminPassword is { } password)
            await registry.SetPasswordHash(owner, new PasswordHasher<User>().HashPassword(null!, password), cancellationToken);

        var key = new CreateApiKey(new NewApiKeyFields(owner) { Name = "First key" }) { Secret = wanted.ApiKey };
        var made = await mediator.Send(key, cancellationToken);
        return new(organization, name, wanted.ApiKey is null ? made.Key! : null);
    }
}

/// <summary>What the first start made.</summary>
/// <param name="OrganizationId">The organization.</param>
/// <param name="OrganizationName">Its name.</param>
/// <param name="ApiKey">The key that was generated, to be shown once; null when it was chosen by the operator.</param>
internal sealed record FirstStart(long OrganizationId, string OrganizationName, string? ApiKey);
