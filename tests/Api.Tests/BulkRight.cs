using AchieveApex.Application.ApiKeys;
using AchieveApex.Application.Organizations;
using AchieveApex.Support;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace AchieveApex.Api.Tests;

/// <summary>Keys that may change many records by one call. No key gives out this right without having it, so the program makes them.</summary>
internal static class BulkRight
{
    public static Task<Tenant> WithBulkRight(this Tenant tenant) =>
        tenant.Api.Do(async services =>
        {
            var mediator = services.GetRequiredService<IMediator>();
            await mediator.Send(new EnterOrganization(tenant.OrganizationId));
            var user = await mediator.Send(new EnsureMember($"owner-{tenant.OrganizationId}@example.com", "owner"));
            var key = await mediator.Send(new CreateApiKey(new NewApiKeyFields(user) { Name = "Bulk", AllowBulk = true }));
            return tenant.With(key.Key!);
        });
}
