using AchieveApex.Support;
using AchieveApex.Support.OpenApi;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace AchieveApex.Api.Tests.OpenApi;

public sealed class DescriptionTestsOnSqlite(SqliteApi api) : DescriptionTests(api);

public sealed class DescriptionTestsOnPostgres(PostgresApi api) : DescriptionTests(api);

/// <summary>The document is served, kept in a file, and tells of every route.</summary>
public abstract class DescriptionTests(TestApi api)
{
    [Fact]
    public async Task The_file_is_what_is_served()
    {
        using var client = api.Anonymous();
        var served = await client.GetStringAsync("/openapi/v1.json");
        Assert.True(
            served == Repository.Read("docs/openapi/v1.json"),
            "docs/openapi/v1.json is not up to date: build src/Api, or run `dotnet run --project src/Api -- openapi --output docs/openapi/v1.json`."
        );
    }

    [Theory]
    [InlineData("/openapi/v1.json", "application/json")]
    [InlineData("/docs/reference", "text/html")]
    public async Task It_needs_no_key_and_is_not_counted(string path, string mediaType)
    {
        using var client = api.Anonymous();
        client.DefaultRequestHeaders.Add("Accept", mediaType);
        var reply = await Reply.To(client, new HttpRequestMessage(HttpMethod.Get, path));
        Assert.Equal(
            (200, null, mediaType),
            (reply.Status, reply.Header("RateLimit"), reply.Message.Content.Headers.ContentType!.MediaType)
        );
    }

    [Fact]
    public void Every_route_is_an_operation_and_every_operation_a_route()
    {
        var routes = Routes().Where(route => !route.StartsWith("HEAD ", StringComparison.Ordinal)).Order().ToList();
        Assert.Equal(routes, Description.Kept.Operations.Select(operation => operation.ToString()).Order());
    }

    [Fact]
    public void HEAD_goes_with_every_GET_and_so_is_not_told_of()
    {
        var routes = Routes().ToLookup(route => route.Split(' ')[0], route => route.Split(' ')[1]);
        Assert.Equal(routes["GET"].Order(), routes["HEAD"].Order());
    }

    private IEnumerable<string> Routes() =>
        api
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is not { ExcludeFromDescription: true })
            .SelectMany(route =>
                route
                    .Metadata.GetRequiredMetadata<IHttpMethodMetadata>()
                    .HttpMethods.Select(method => $"{method} /{route.RoutePattern.RawText!.TrimStart('/')}")
            );
}
