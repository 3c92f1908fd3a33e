namespace AchieveApex.Application.Requests;

/// <summary>A request that sees one organization: the caller's.</summary>
public interface IOrganizationScoped;
