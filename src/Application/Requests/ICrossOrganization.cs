namespace AchieveApex.Application.Requests;

/// <summary>A request that works without an organization, or on several. Each one stands on a reviewed list in the architecture tests.</summary>
public interface ICrossOrganization<out T> : IRequest<T>;
