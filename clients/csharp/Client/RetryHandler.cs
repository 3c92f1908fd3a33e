using System.Net;

namespace AchieveApex.Client;

/// <summary>Sends a request again when the server asks for it by 429 or 503 and <c>Retry-After</c>, or when no answer came.</summary>
public sealed class RetryHandler(RetryOptions options) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // A body that can be read once only is kept, to be sent again.
        if (request.Content is not null)
            await request.Content.LoadIntoBufferAsync(cancellationToken);

        for (var tried = 0; ; tried++)
        {
            var answer = await Attempt(request, mayFail: tried < options.Retries, cancellationToken);
            var wait = answer?.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1 << tried);
            if (answer is not null && (!AsksForAnother(answer) || tried >= options.Retries || wait > options.LongestWait))
                return answer;

            answer?.Dispose();
            await Task.Delay(wait, options.Clock, cancellationToken);
        }
    }

    private static bool AsksForAnother(HttpResponseMessage answer) =>
        answer.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable;

    private async Task<HttpResponseMessage?> Attempt(HttpRequestMessage request, bool mayFail, CancellationToken cancellationToken)
    {
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        catch (HttpRequestException) when (mayFail)
        {
            return null;
        }
    }
}
