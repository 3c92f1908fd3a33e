using AchieveApex.Application.Permissions;
using AchieveApex.Domain.Organizations;

namespace AchieveApex.Application.Organizations;

/// <summary>What a client may write on a role.</summary>
/// <param name="Name">Unique in the organization; required.</param>
/// <param name="Permissions"><c>contacts:view</c>, <c>contacts:*</c>, <c>*:view</c> or <c>*</c>; required.</param>
public sealed record RoleFields(string? Name = null, IReadOnlyList<string>? Permissions = null) : RecordFields;

internal sealed class RoleFieldsValidator : RecordFieldsValidator<RoleFields>
{
    public RoleFieldsValidator(ResourceCatalog resources)
    {
        RuleFor(role => role.Name).NotEmpty().MaximumLength(100);
        RuleFor(role => role.Permissions).NotNull().Grants(resources);
    }
}

/// <summary>A role as it is read.</summary>
public sealed record RoleView : RecordView
{
    public string Name { get; init; } = "";
    public IReadOnlyList<string> Permissions { get; init; } = [];

    /// <summary>Built in: neither changed nor removed.</summary>
    public bool IsSystem { get; init; }
}

internal sealed record RoleResource() : Resource<Role>("roles", IsAdministrative: true);
