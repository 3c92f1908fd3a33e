using AchieveApex.Application.Resources.Describing;
using Microsoft.AspNetCore.Mvc.Controllers;

namespace AchieveApex.Api.Documentation;

/// <summary>
/// Finds the request that an action sends: it is about the resource of the path, takes and answers the same, and has the same method; commands
/// of which this is true have the names of their actions.
/// </summary>
internal sealed class ActionRequests(RequestCatalog requests, ResourceCatalog resources)
{
    public RequestDescription Of(ControllerActionDescriptor action, string method)
    {
        var parameters = action.MethodInfo.GetParameters().Select(parameter => parameter.ParameterType).ToList();
        var result = ResultOf(action.MethodInfo.ReturnType);
        var fitting = requests
            .All.Where(request => request.Record is null || resources.Of(request.Record).Name == ResourceOf(action))
            .Where(request =>
                request.Result == result && request.Parameters.SequenceEqual(parameters) && (request.Method ?? method) == method
            )
            .ToList();
        if (fitting.Count > 1)
            fitting.RemoveAll(request => NameOf(request) != action.ActionName);
        return fitting is [var only]
            ? only
            : throw new InvalidOperationException(
                $"{action.DisplayName} cannot be documented: it has to take and answer with what exactly one request does, or to be named as that is."
            );
    }

    private static string ResourceOf(ControllerActionDescriptor action) => action.AttributeRouteInfo!.Template!.Split('/')[0];

    // CloseConversation is Close among the actions of conversations.
    private static string NameOf(RequestDescription request) =>
        request.Record is { } record ? request.Type.Name.Replace(record.Name, "", StringComparison.Ordinal) : request.Type.Name;

    // Task<ActionResult<T>>
    private static Type ResultOf(Type returned) => returned.GenericTypeArguments[0].GenericTypeArguments[0];
}
