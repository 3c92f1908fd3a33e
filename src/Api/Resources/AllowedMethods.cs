using AchieveApex.Application.Requests;

namespace AchieveApex.Api.Resources;

/// <summary>What <c>Allow</c> tells a caller: the methods of an address, without those for many records where the key has no right to them.</summary>
internal sealed class AllowedMethods(EndpointDataSource endpoints, OrganizationScope scope)
{
    /// <summary>For an address that something answers.</summary>
    public string Of(RouteEndpoint called) => Of(called.RoutePattern.RawText!);

    /// <summary>For a path that something answers, though not with this method; what the router found, when it is no resource's.</summary>
    public string Of(PathString path, string? found) => IsCollection(Pattern(path)) ? Of(Pattern(path)) : found ?? "";

    private string Of(string pattern) => string.Join(", ", At(pattern).SelectMany(MethodsOf).Distinct());

    private bool IsCollection(string pattern) => At(pattern).Any();

    private IEnumerable<RouteEndpoint> At(string pattern) =>
        endpoints
            .Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => string.Equals(endpoint.RoutePattern.RawText, pattern, StringComparison.OrdinalIgnoreCase));

    private IEnumerable<string> MethodsOf(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<RecordRoute>() is { IsBulk: true } && !(scope.IsEntered && scope.Caller.AllowBulk)
            ? []
            : endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [];

    private static string Pattern(PathString path) => path.Value!.Trim('/');
}
