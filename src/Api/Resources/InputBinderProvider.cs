using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace AchieveApex.Api.Resources;

/// <summary>Chooses the binder of bodies.</summary>
internal sealed class InputBinderProvider : IModelBinderProvider
{
    /// <summary>Bytes that a body may have.</summary>
    public const int LargestBody = 1024 * 1024;

    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        var type = context.Metadata.ModelType;
        return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Input<>)
            ? (IModelBinder)Activator.CreateInstance(typeof(InputBinder<>).MakeGenericType(type.GenericTypeArguments))!
            : null;
    }
}
