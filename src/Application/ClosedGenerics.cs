namespace AchieveApex.Application;

/// <summary>Which closed forms of an open generic a type has.</summary>
internal static class ClosedGenerics
{
    public static IEnumerable<Type> ClosedForms(this Type type, Type open) =>
        type.GetInterfaces().Where(contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == open);

    public static bool ImplementsOpen(this Type type, Type open) => type.ClosedForms(open).Any();

    /// <summary>The base class that is a closed form of an open one, or null.</summary>
    public static Type? ClosedBase(this Type type, Type open)
    {
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
            if (ancestor.IsGenericType && ancestor.GetGenericTypeDefinition() == open)
                return ancestor;

        return null;
    }
}
