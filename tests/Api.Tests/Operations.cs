using AchieveApex.Api.Resources;
using AchieveApex.Application.Resources;
using AchieveApex.Support;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace AchieveApex.Api.Tests;

/// <summary>One operation of the running program.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Template">The path with its parameter, for example <c>/contacts/{id}</c>.</param>
/// <param name="Fields">What its body may hold; null when it has none.</param>
internal sealed record Operation(HttpMethod Method, string Template, Type? Fields)
{
    /// <summary>The list that it belongs to, for example <c>/contacts</c>.</summary>
    public string Collection => "/" + Template.Split('/')[1];

    public bool HasId => Template.Contains("{id}", StringComparison.Ordinal);

    /// <summary>Whether its body is a record's fields, rather than an order of another kind.</summary>
    public bool WritesRecord => Fields?.IsAssignableTo(typeof(RecordFields)) == true;

    public string Path(object id) => Template.Replace("{id}", $"{id}", StringComparison.Ordinal);

    public override string ToString() => $"{Method} {Template}";
}

/// <summary>The operations of the running program, asked of itself.</summary>
internal static class Operations
{
    /// <summary>Every operation that a module names; those that the kernel makes of them have no record in their path.</summary>
    public static IReadOnlyList<Operation> Of(TestApi api)
    {
        var all = api
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(IsNamed)
            .SelectMany(OperationsOf)
            .ToList();
        return [.. all.Where(operation => all.Exists(other => other.HasId && other.Collection == operation.Collection))];
    }

    /// <summary>The paths of the lists.</summary>
    public static IReadOnlyList<string> Collections(TestApi api) => [.. Of(api).Select(operation => operation.Collection).Distinct()];

    private static bool IsNamed(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<RecordRoute>() is null;

    private static IEnumerable<Operation> OperationsOf(RouteEndpoint endpoint) =>
        (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []).Select(method => new Operation(
            new HttpMethod(method),
            "/" + endpoint.RoutePattern.RawText!.TrimStart('/'),
            FieldsOf(endpoint)
        ));

    private static Type? FieldsOf(RouteEndpoint endpoint) =>
        endpoint
            .Metadata.GetMetadata<ControllerActionDescriptor>()
            ?.Parameters.Select(parameter => parameter.ParameterType)
            .FirstOrDefault(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Input<>))
            ?.GenericTypeArguments[0];
}
