namespace AchieveApex.Client;

/// <summary>Gives every write a key, which stays the same however often it is sent: so it is made once.</summary>
public sealed class IdempotencyHandler : DelegatingHandler
{
    private const string Header = "Idempotency-Key";

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method != HttpMethod.Get && request.Method != HttpMethod.Head && !request.Headers.Contains(Header))
            request.Headers.Add(Header, Guid.NewGuid().ToString());

        return base.SendAsync(request, cancellationToken);
    }
}
