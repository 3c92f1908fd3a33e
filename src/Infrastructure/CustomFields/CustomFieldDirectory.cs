using System.Collections.Concurrent;
using AchieveApex.Application.Requests;
using AchieveApex.Application.Resources;
using AchieveApex.Application.Resources.Custom;
using AchieveApex.Domain.CustomFields;
using AchieveApex.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace AchieveApex.Infrastructure.CustomFields;

/// <summary>Reads the definitions of an organization, which are kept with what is known of its callers: the same object for all of them.</summary>
internal sealed class CustomFieldDirectory(IServiceScopeFactory scopes, ResourceCatalog resources) : ICustomFieldDirectory
{
    private readonly ConcurrentDictionary<long, (string Versions, CustomFieldSets Sets)> made = new();

    public async Task<CustomFieldSets> Of(long organizationId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<OrganizationScope>().Enter(Caller.Program(organizationId, resources));
        var fields = await scope
            .ServiceProvider.GetRequiredService<AchieveApexDb>()
            .Set<CustomField>()
            .OrderBy(field => field.DisplayOrder)
            .ThenBy(field => field.Id)
            .ToListAsync(cancellationToken);
        if (fields.Count == 0)
        {
            made.TryRemove(organizationId, out _);
            return CustomFieldSets.None;
        }

        var versions = string.Join(' ', fields.Select(field => $"{field.Id}.{field.Version}"));
        if (!made.TryGetValue(organizationId, out var known) || known.Versions != versions)
            made[organizationId] = known = (versions, SetsOf(fields));
        return known.Sets;
    }

    private CustomFieldSets SetsOf(List<CustomField> fields)
    {
        var byResource = fields.ToLookup(field => field.Resource, DefinitionOf);
        return new(
            resources
                .All.Where(resource => byResource.Contains(resource.Name))
                .Select(resource => KeyValuePair.Create(resource.Record, new CustomFieldSet(byResource[resource.Name])))
        );
    }

    private static CustomFieldDefinition DefinitionOf(CustomField field) =>
        new(field.Key, field.Type, field.IsRequired, field.Options, field.Label);
}
