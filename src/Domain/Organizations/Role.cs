using AchieveApex.Domain.Permissions;

namespace AchieveApex.Domain.Organizations;

/// <summary>What a member may do: four built in, and as many as the organization wants.</summary>
public sealed class Role : Record, IPartOfCaller
{
    public const string Owner = "owner";

    /// <summary>Unique within the organization.</summary>
    public string Name { get; set; } = "";

    /// <summary>Rights in the form that <see cref="Grants"/> reads.</summary>
    public IReadOnlyList<string> Permissions { get; set; } = [];

    /// <summary>Built in: neither changed nor removed.</summary>
    public bool IsSystem { get; private set; }

    public bool IsOwner => IsSystem && Name == Owner;

    /// <summary>The roles that every organization starts with.</summary>
    public static IReadOnlyList<Role> BuiltIn() =>
        [System(Owner, "*"), System("admin", "*"), System("member", "*:*"), System("viewer", "*:view")];

    private static Role System(string name, string permission) =>
        new()
        {
            Name = name,
            Permissions = [permission],
            IsSystem = true,
        };
}
