using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace AchieveApex.Support;

/// <summary>An organization, and somebody who calls the API with a key of it.</summary>
public sealed class Tenant(TestApi api, long organizationId, string key)
{
    private const int LargestUnasked = 100_000;
    private readonly HttpClient client = ClientOf(api, key);

    public long OrganizationId { get; } = organizationId;

    public string Key { get; } = key;

    public TestApi Api { get; } = api;

    /// <summary>The same organization, with another key.</summary>
    public Tenant With(string otherKey) => new(Api, OrganizationId, otherKey);

    /// <summary>The same organization, with a new key of a member with this role, cut to these scopes.</summary>
    public async Task<Tenant> As(string role, params string[] scopes) => With(await Api.NewKey(OrganizationId, role, null, scopes));

    /// <summary>The same organization, with a key that may change many records by one query.</summary>
    public async Task<Tenant> AsBulk(params string[] scopes) => With(await Api.NewBulkKey(OrganizationId, scopes));

    public Task<Reply> Get(string path) => Send(HttpMethod.Get, path);

    /// <summary>The pages of a list from a first one on, as <c>Link</c> leads from one to the next.</summary>
    public async IAsyncEnumerable<Reply> Walk(string first)
    {
        for (string? next = first; next is not null; )
        {
            var page = await Get(next);
            next = page.Status == 200 ? page.Next : throw new InvalidOperationException($"GET {next}: {page.Status} {page.Text}");
            yield return page;
        }
    }

    public Task<Reply> Delete(string path) => Send(HttpMethod.Delete, path);

    /// <param name="path">Where to.</param>
    /// <param name="body">An object to serialize as it is, or JSON as text.</param>
    public Task<Reply> Post(string path, object body) => Send(HttpMethod.Post, path, body);

    public Task<Reply> Put(string path, object body) => Send(HttpMethod.Put, path, body);

    public Task<Reply> Patch(string path, object body) => Send(HttpMethod.Patch, path, body);

    /// <summary>Makes a record and answers with it; anything but 201 fails.</summary>
    public async Task<JsonElement> Create(string path, object body)
    {
        var reply = await Post(path, body);
        return reply.Status == 201
            ? reply.Body
            : throw new InvalidOperationException($"POST {path}: {reply.Status} {reply.Text} {(reply.Status >= 500 ? Api.Faults : "")}");
    }

    public Task<Reply> Send(HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            var json = body as string ?? JsonSerializer.Serialize(body);
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(json));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            // A refusal that comes before the body would otherwise meet a caller who is still sending it.
            request.Headers.ExpectContinue = json.Length > LargestUnasked;
        }

        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);

        return Reply.To(client, request);
    }

    private static HttpClient ClientOf(TestApi api, string key)
    {
        var client = api.Anonymous();
        client.DefaultRequestHeaders.Add("x-api-key", key);
        return client;
    }
}
