using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Infrastructure;

namespace AchieveApex.Api.Documentation;

/// <summary>Tells the document of every controller action; what it takes and answers is derived from the request that it sends.</summary>
internal sealed class ActionDescriptions(IActionDescriptorCollectionProvider actions) : IApiDescriptionProvider
{
    public int Order => 0;

    public void OnProvidersExecuting(ApiDescriptionProviderContext context)
    {
        foreach (var action in actions.ActionDescriptors.Items.OfType<ControllerActionDescriptor>())
            context.Results.Add(
                new ApiDescription
                {
                    ActionDescriptor = action,
                    HttpMethod = MethodOf(action),
                    RelativePath = action.AttributeRouteInfo!.Template,
                }
            );
    }

    public void OnProvidersExecuted(ApiDescriptionProviderContext context) { }

    // HEAD goes with every GET, and is not told of again.
    private static string MethodOf(ActionDescriptor action) => action.EndpointMetadata.OfType<HttpMethodMetadata>().First().HttpMethods[0];
}
