namespace AchieveApex.Domain.Permissions;

/// <summary>
/// Rights as roles and key scopes write them: <c>*</c> is everything, <c>contacts:view</c> one action on one resource,
/// <c>contacts:*</c> all actions, <c>*:view</c> one action on every resource but the administrative ones (keys, members, roles …),
/// which have to be named.
/// </summary>
public sealed class Grants(IReadOnlyCollection<string> patterns)
{
    public const string Everything = "*";

    /// <summary>Whether an action on a resource is among the rights.</summary>
    public bool Allow(string resource, string action, bool isAdministrative) =>
        patterns.Any(pattern =>
            pattern == Everything
            || Split(pattern) is var (onResource, onAction)
                && (onResource == resource || (onResource == "*" && !isAdministrative))
                && (onAction == action || onAction == "*")
        );

    /// <summary>Whether a pattern has the right form and names things that exist.</summary>
    public static bool IsValid(string pattern, IEnumerable<string> resources, IEnumerable<string> actions) =>
        pattern == Everything
        || Split(pattern) is var (resource, action)
            && (resource == "*" || resources.Contains(resource))
            && (action == "*" || actions.Contains(action));

    private static (string Resource, string Action)? Split(string pattern) =>
        pattern.Split(':') is [var resource, var action] ? (resource, action) : null;
}
