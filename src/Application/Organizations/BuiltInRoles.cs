using AchieveApex.Application.Organizations.Contracts;
using AchieveApex.Domain.Organizations;

namespace AchieveApex.Application.Organizations;

/// <summary>The roles that every organization starts with.</summary>
internal sealed class BuiltInRoles(IDatabase db) : IOrganizationStart
{
    public Task Add(CancellationToken cancellationToken)
    {
        foreach (var role in Role.BuiltIn())
            db.Add(role);
        return db.Save(cancellationToken);
    }
}
