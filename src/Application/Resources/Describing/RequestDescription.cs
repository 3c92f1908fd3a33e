using System.Reflection;
using AchieveApex.Application.Resources.Querying;

namespace AchieveApex.Application.Resources.Describing;

/// <summary>What a request's type says of it.</summary>
/// <param name="Type">The request.</param>
/// <param name="Parameters">What it is made of.</param>
/// <param name="Result">What it is answered with.</param>
/// <param name="Fields">What its body may hold; null when it has none.</param>
/// <param name="Record">The record type that it is about; null when it is about none.</param>
/// <param name="View">How that is shown.</param>
/// <param name="Permission">What the caller needs; null when nothing.</param>
public sealed record RequestDescription(
    Type Type,
    IReadOnlyList<Type> Parameters,
    Type Result,
    Type? Fields,
    Type? Record,
    Type? View,
    RequiresAttribute? Permission
)
{
    /// <summary>Whether it changes nothing.</summary>
    public bool IsRead => Type.ImplementsOpen(typeof(IQuery<>));

    /// <summary>Whether its body is a merge patch.</summary>
    public bool IsPatch => Is(typeof(Patch<,,>));

    /// <summary>Whether it finds, in place of a record that was merged, the one that goes on, where such records are merged.</summary>
    public bool FollowsMerges => Type.IsAssignableTo(typeof(IFollowsMerges));

    /// <summary>Whether its body may be an array, of which every item is added.</summary>
    public bool IsCreate => Is(typeof(Create<,,>));

    /// <summary>The largest number of records that one request adds or changes.</summary>
    public static int MostAtOnce => IBatch.Most;

    /// <summary>What may be asked of it in a query; null when nothing.</summary>
    public QueryDescription? Query =>
        Record is not null && View is not null && Type.IsAssignableTo(typeof(IQueried)) && Asked.Parameters(Type).Count == 0
            ? QueryDescription.Of(
                Record,
                View,
                Is(typeof(List<,>)) ? QueryUse.List
                    : Is(typeof(Get<,>)) ? QueryUse.Read
                    : QueryUse.Select
            )
            : null;

    /// <summary>The HTTP method that its shape stands for; null when its shape leaves it open.</summary>
    public string? Method =>
        IsRead ? "GET"
        : IsCreate ? "POST"
        : Is(typeof(Replace<,,>)) ? "PUT"
        : IsPatch ? "PATCH"
        : Is(typeof(Remove<,>)) ? "DELETE"
        : null;

    internal static RequestDescription Of(Type request)
    {
        Type[] parameters = [.. request.GetConstructors()[0].GetParameters().Select(parameter => parameter.ParameterType)];
        var shape = ShapeOf(request);
        return new(
            request,
            parameters,
            request.ClosedForms(typeof(IRequest<>)).Single().GenericTypeArguments[0],
            parameters.FirstOrDefault(IsInput)?.GenericTypeArguments[0],
            shape?[0],
            shape is [_, .., var view] ? view : null,
            request.GetCustomAttribute<RequiresAttribute>()
        );
    }

    private static bool IsInput(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Input<>);

    // Every shape names its record first and its view last.
    private static Type[]? ShapeOf(Type request)
    {
        for (var type = request.BaseType; type is not null; type = type.BaseType)
            if (type.Namespace == typeof(Write<,>).Namespace)
                return type.GenericTypeArguments;

        return null;
    }

    private bool Is(Type shape) => Type.ClosedBase(shape) is not null;
}
