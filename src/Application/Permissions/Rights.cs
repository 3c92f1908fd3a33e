using System.Collections.Frozen;
using AchieveApex.Domain.Permissions;

namespace AchieveApex.Application.Permissions;

/// <summary>What a caller may do, worked out once and then only looked up.</summary>
public sealed class Rights
{
    private readonly FrozenDictionary<string, Access> byResource;

    private Rights(IEnumerable<KeyValuePair<string, Access>> rights) => byResource = rights.ToFrozenDictionary();

    /// <summary>Actions by the resource's name; resources without any are left out.</summary>
    public IReadOnlyDictionary<string, Access> ByResource => byResource;

    /// <summary>The rights that every one of the given grants has: a role's, cut with a key's scopes.</summary>
    public static Rights Of(ResourceCatalog resources, params Grants[] grants) =>
        new(
            resources
                .All.Select(resource => KeyValuePair.Create(resource.Name, AccessTo(resource, grants)))
                .Where(right => right.Value != Access.None)
        );

    /// <summary>The resources that can be viewed.</summary>
    public IEnumerable<string> Visible => byResource.Where(right => right.Value.HasFlag(Access.View)).Select(right => right.Key);

    public bool Allow(string resource, Access access) => (byResource.GetValueOrDefault(resource) & access) == access;

    /// <summary>Whether nothing among the other rights is missing here: nobody hands on what they do not have.</summary>
    public bool Cover(Rights others) => others.byResource.All(right => Allow(right.Key, right.Value));

    private static Access AccessTo(Resource resource, Grants[] grants) =>
        Actions
            .All.Where(action => grants.All(grant => grant.Allow(resource.Name, action.Name, resource.IsAdministrative)))
            .Aggregate(Access.None, (access, action) => access | action.Access);
}
