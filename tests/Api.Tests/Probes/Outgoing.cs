using System.Net.Http.Headers;
using System.Text;
using AchieveApex.Support;

namespace AchieveApex.Api.Tests.Probes;

/// <summary>A request exactly as it goes out: nothing of it is tidied up on the way.</summary>
internal sealed record Outgoing(HttpMethod Method, string Target, byte[]? Body = null)
{
    /// <summary>A refusal that comes before such a body would meet a caller who is still sending it.</summary>
    private const int LargestUnasked = 100_000;

    public string? ContentType { get; init; } = "application/json";

    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    public static Outgoing Of(HttpMethod method, string target, string? body, params (string Name, string Value)[] headers) =>
        new(method, target, body is null ? null : Encoding.UTF8.GetBytes(body)) { Headers = headers };

    /// <summary>A client that sends odd headers as they are.</summary>
    public static HttpClient Client(TestApi api) =>
        new(new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1, AllowAutoRedirect = false })
        {
            BaseAddress = api.Address,
        };

    public async Task<Reply> By(HttpClient client)
    {
        var address = $"{client.BaseAddress!.GetLeftPart(UriPartial.Authority)}{Target}";
        using var request = new HttpRequestMessage(
            Method,
            new Uri(address, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true })
        );
        if (Body is not null)
        {
            request.Content = new ByteArrayContent(Body);
            request.Headers.ExpectContinue = Body.Length > LargestUnasked;
            if (ContentType is not null)
                request.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        }

        foreach (var (name, value) in Headers)
            if (!request.Headers.TryAddWithoutValidation(name, value))
                request.Content?.Headers.TryAddWithoutValidation(name, value);

        return await Reply.To(client, request);
    }

    public override string ToString()
    {
        var headers = string.Join(", ", Headers.Select(header => $"{header.Name}: {header.Value}"));
        var body = Body is null ? "" : $" {ContentType} {Encoding.UTF8.GetString(Body.AsSpan(0, Math.Min(Body.Length, 500)))}";
        return $"{Method} {Target[..Math.Min(Target.Length, 500)]} [{headers}]{body}";
    }
}
