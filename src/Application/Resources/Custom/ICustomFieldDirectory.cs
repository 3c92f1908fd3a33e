namespace AchieveApex.Application.Resources.Custom;

/// <summary>Finds what organizations added to their records.</summary>
public interface ICustomFieldDirectory
{
    /// <summary>Every field that an organization defined.</summary>
    Task<CustomFieldSets> Of(long organizationId, CancellationToken cancellationToken);
}
