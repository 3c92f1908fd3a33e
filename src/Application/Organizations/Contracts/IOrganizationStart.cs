namespace AchieveApex.Application.Organizations.Contracts;

/// <summary>Something that every organization starts with. A module adds one by writing the class.</summary>
public interface IOrganizationStart
{
    /// <summary>Adds it to the new organization, in the transaction that makes the organization.</summary>
    Task Add(CancellationToken cancellationToken);
}
