using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AchieveApex.Client;

/// <summary>Calls the AchieveApex API. What can be called is generated from its OpenAPI document; here is how it is called.</summary>
/// <remarks>
/// A property that is null is left out of what is sent: in a patch it stays as it is. To remove a value, replace the record.
/// </remarks>
public partial class AchieveApexClient
{
    private readonly Query? query;

    private AchieveApexClient(HttpClient http, Query query)
        : this(http) => this.query = query;

    /// <summary>A client that tries again after 429, 503 and lost connections, and whose writes are made once however often they are sent.</summary>
    /// <param name="address">Where the server is.</param>
    /// <param name="apiKey">An API key.</param>
    /// <param name="options">How often and how long it tries.</param>
    /// <param name="transport">What sends requests in the end; the platform's handler when null.</param>
    public static AchieveApexClient Connect(Uri address, string apiKey, RetryOptions? options = null, HttpMessageHandler? transport = null)
    {
        var retries = new RetryHandler(options ?? new()) { InnerHandler = transport ?? new SocketsHttpHandler() };
        var http = new HttpClient(new IdempotencyHandler { InnerHandler = retries }) { BaseAddress = address };
        http.DefaultRequestHeaders.Add("x-api-key", apiKey);
        return new(http);
    }

    /// <summary>The same client, whose lists, reads and changes of many records ask for these conditions and this order.</summary>
    public AchieveApexClient With(Query conditions) => new(_httpClient, conditions);

    static partial void UpdateJsonSerializerSettings(JsonSerializerOptions settings) =>
        settings.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;

    partial void PrepareRequest(HttpClient client, HttpRequestMessage request, StringBuilder urlBuilder)
    {
        if (query is not null && !query.IsEmpty)
            urlBuilder.Append(urlBuilder.ToString().Contains('?', StringComparison.Ordinal) ? '&' : '?').Append(query);
    }
}
