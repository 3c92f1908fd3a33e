using Microsoft.AspNetCore.Mvc.ActionConstraints;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace AchieveApex.Api.Resources;

/// <summary>Whatever answers GET answers HEAD; the server leaves the body out.</summary>
internal sealed class HeadForGet : IActionModelConvention
{
    public void Apply(ActionModel action)
    {
        foreach (var selector in action.Selectors.Where(selector => selector.EndpointMetadata.OfType<HttpMethodMetadata>().Any(Reads)))
        {
            selector.EndpointMetadata.Add(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]));
            selector.EndpointMetadata.Remove(selector.EndpointMetadata.OfType<HttpMethodMetadata>().First(Reads));
            foreach (var constraint in selector.ActionConstraints.OfType<HttpMethodActionConstraint>().ToList())
                selector.ActionConstraints.Remove(constraint);
        }
    }

    private static bool Reads(HttpMethodMetadata methods) => methods.HttpMethods is ["GET"];
}
