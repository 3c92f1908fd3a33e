using AchieveApex.Application.Resources.Describing;
using Microsoft.AspNetCore.Mvc.Controllers;

namespace AchieveApex.Api.Documentation;

/// <summary>Finds the request that an action sends by what the action takes, what it answers with, and its method.</summary>
internal sealed class ActionRequests(RequestCatalog requests)
{
    public RequestDescription Of(ControllerActionDescriptor action, string method)
    {
        var parameters = action.MethodInfo.GetParameters().Select(parameter => parameter.ParameterType).ToList();
        var result = ResultOf(action.MethodInfo.ReturnType);
        var fitting = requests.All.Where(request =>
            request.Result == result && request.Parameters.SequenceEqual(parameters) && (request.Method ?? method) == method
        );
        return fitting.ToList() is [var only]
            ? only
            : throw new InvalidOperationException(
                $"{action.DisplayName} cannot be documented: it has to take and answer with what exactly one request does."
            );
    }

    // Task<ActionResult<T>>
    private static Type ResultOf(Type returned) => returned.GenericTypeArguments[0].GenericTypeArguments[0];
}
