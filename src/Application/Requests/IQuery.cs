namespace AchieveApex.Application.Requests;

/// <summary>A request that reads from the caller's organization and changes nothing.</summary>
public interface IQuery<out T> : IRequest<T>, IOrganizationScoped;
