using AchieveApex.Application.Resources.Describing;
using Microsoft.AspNetCore.Mvc.Controllers;

namespace AchieveApex.Api.Documentation;

/// <summary>Finds the request that an action sends by what the action takes, what it answers with, and its method; commands that take the same, by their names.</summary>
internal sealed class ActionRequests(RequestCatalog requests)
{
    public RequestDescription Of(ControllerActionDescriptor action, string method)
    {
        var parameters = action.MethodInfo.GetParameters().Select(parameter => parameter.ParameterType).ToList();
        var result = ResultOf(action.MethodInfo.ReturnType);
        var fitting = requests
            .All.Where(request =>
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

    // CloseConversation is Close among the actions of conversations.
    private static string NameOf(RequestDescription request) =>
        request.Record is { } record ? request.Type.Name.Replace(record.Name, "", StringComparison.Ordinal) : request.Type.Name;

    // Task<ActionResult<T>>
    private static Type ResultOf(Type returned) => returned.GenericTypeArguments[0].GenericTypeArguments[0];
}
