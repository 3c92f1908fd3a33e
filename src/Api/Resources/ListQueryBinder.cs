using AchieveApex.Application.Resources;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace AchieveApex.Api.Resources;

/// <summary>Hands the query on as it was sent: it is understood behind the permission check.</summary>
internal sealed class ListQueryBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var query = bindingContext.HttpContext.Request.QueryString;
        bindingContext.Result = ModelBindingResult.Success(query.HasValue ? ListQuery.Parse(query.Value) : ListQuery.Empty);
        return Task.CompletedTask;
    }
}
