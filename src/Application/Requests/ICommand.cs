namespace AchieveApex.Application.Requests;

/// <summary>A request that changes something in the caller's organization.</summary>
public interface ICommand<out T> : IRequest<T>, IOrganizationScoped;
