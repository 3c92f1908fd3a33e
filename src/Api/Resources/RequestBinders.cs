using AchieveApex.Application.Resources;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace AchieveApex.Api.Resources;

/// <summary>Chooses the binder for what requests are made of.</summary>
internal sealed class RequestBinders : IModelBinderProvider
{
    private static readonly ListQueryBinder Query = new();

    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        var type = context.Metadata.ModelType;
        if (type == typeof(ListQuery))
            return Query;

        return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Input<>)
            ? (IModelBinder)Activator.CreateInstance(typeof(InputBinder<>).MakeGenericType(type.GenericTypeArguments))!
            : null;
    }
}
