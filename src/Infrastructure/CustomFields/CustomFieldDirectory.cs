using System.Collections.Concurrent;
using System.Data.Common;
using AchieveApex.Application.Requests;
using AchieveApex.Application.Resources;
using AchieveApex.Application.Resources.Custom;
using AchieveApex.Domain.Resources;
using AchieveApex.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace AchieveApex.Infrastructure.CustomFields;

/// <summary>Reads the definitions of an organization, which are kept with what is known of its callers: the same object for all of them.</summary>
internal sealed class CustomFieldDirectory(IServiceScopeFactory scopes, ResourceCatalog resources) : ICustomFieldDirectory
{
    private const string Select = """
        SELECT id, version, resource, key, type, is_required, options, label FROM custom_fields
        WHERE organization_id = {0} ORDER BY display_order, id
        """;
    private readonly ConcurrentDictionary<long, (string Versions, CustomFieldSets Sets)> made = new();

    public async Task<CustomFieldSets> Of(long organizationId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<OrganizationScope>().Enter(Caller.Program(organizationId, resources));
        var fields = await scope
            .ServiceProvider.GetRequiredService<AchieveApexDb>()
            .Read(Select, Read, [organizationId], cancellationToken);
        if (fields.Count == 0)
        {
            made.TryRemove(organizationId, out _);
            return CustomFieldSets.None;
        }

        var versions = string.Join(' ', fields.Select(field => field.Version));
        if (!made.TryGetValue(organizationId, out var known) || known.Versions != versions)
            made[organizationId] = known = (versions, SetsOf(fields));
        return known.Sets;
    }

    private CustomFieldSets SetsOf(IReadOnlyList<(string Version, string Resource, CustomFieldDefinition Definition)> fields)
    {
        var byResource = fields.ToLookup(field => field.Resource, field => field.Definition);
        return new(
            resources
                .All.Where(resource => byResource.Contains(resource.Name))
                .Select(resource => KeyValuePair.Create(resource.Record, new CustomFieldSet(byResource[resource.Name])))
        );
    }

    private static (string Version, string Resource, CustomFieldDefinition Definition) Read(DbDataReader row) =>
        (
            $"{row.GetInt64(0)}.{row.GetInt64(1)}",
            row.GetString(2),
            new(
                row.GetString(3),
                EnumText.Value<CustomFieldType>(row.GetString(4)),
                row.GetBoolean(5),
                JsonText<IReadOnlyList<string>>.Read(row.GetString(6)),
                row.GetString(7)
            )
        );
}
