using System.Collections.Frozen;
using AchieveApex.Domain.Permissions;
using Microsoft.Extensions.DependencyInjection;

namespace AchieveApex.Application.Behaviors;

/// <summary>The requests whose handler saves once and does nothing else after it: the shared ones, for records without rules.</summary>
internal sealed class SingleSaves(IEnumerable<Type> requests)
{
    private readonly FrozenSet<Type> requests = requests.ToFrozenSet();

    public bool Contain(Type request) => requests.Contains(request);

    /// <summary>Whether a handler is one of those, among the services of a program that is being put together.</summary>
    /// <param name="handler">A shared handler, closed.</param>
    /// <param name="record">The record that it writes.</param>
    /// <param name="services">What was registered.</param>
    // A rule may look at other records, and a change of access is announced in its transaction.
    public static bool Include(Type handler, Type record, IServiceCollection services) =>
        !record.IsAssignableTo(typeof(IPartOfCaller))
        && services.Any(service => service.ImplementationType == handler)
        && services.All(service => service.ServiceType != typeof(IRule<>).MakeGenericType(record));
}
