namespace AchieveApex.Application.Permissions;

/// <summary>Checks lists of rights that clients write.</summary>
internal static class GrantRules
{
    public static IRuleBuilderOptions<T, IReadOnlyList<string>?> Grants<T>(
        this IRuleBuilder<T, IReadOnlyList<string>?> rule,
        ResourceCatalog resources
    ) =>
        rule.Must(patterns => patterns is null || patterns.All(pattern => IsValid(pattern, resources)))
            .WithMessage(
                $"must hold '*' or resource:action, each part a name or '*'; resources: {string.Join(", ", resources.All.Select(r => r.Name).Order())}; actions: {string.Join(", ", Actions.Names)}"
            );

    private static bool IsValid(string pattern, ResourceCatalog resources) =>
        Domain.Permissions.Grants.IsValid(pattern, resources.All.Select(resource => resource.Name), Actions.Names);
}
