using AchieveApex.Application;
using AchieveApex.Application.Resources.Shapes;
using MediatR;

namespace AchieveApex.Architecture.Tests;

/// <summary>What reflection has no word for.</summary>
internal static class TypeShapes
{
    private static readonly Type[] Crud =
    [
        typeof(List<,>),
        typeof(Get<,>),
        typeof(Create<,,>),
        typeof(Replace<,,>),
        typeof(Patch<,,>),
        typeof(Remove<,>),
    ];

    public static bool IsRecord(this Type type) => type.GetMethod("<Clone>$") is not null;

    /// <summary>The shape that a CRUD request inherits from, or null.</summary>
    public static Type? CrudShape(this Type request) => Crud.Select(request.ClosedBase).FirstOrDefault(shape => shape is not null);

    /// <summary>The request types that a handler handles; for a shared handler the shape.</summary>
    public static IEnumerable<Type> Handles(this Type type) =>
        type.ClosedForms(typeof(IRequestHandler<,>))
            .Select(contract => contract.GenericTypeArguments.FirstOrDefault() ?? contract.GetGenericArguments()[0])
            .Select(request => request.IsGenericParameter ? request.GetGenericParameterConstraints()[0] : request);

    public static string NameWithoutArity(this Type type) => type.Name.Split('`')[0];
}
