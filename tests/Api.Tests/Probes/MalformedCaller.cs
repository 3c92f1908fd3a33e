using AchieveApex.Api.Tests.Tenancy;
using AchieveApex.Support;

namespace AchieveApex.Api.Tests.Probes;

/// <summary>One who sends malformed requests, in an organization of its own. It gets another when it has taken its own key away.</summary>
internal sealed class MalformedCaller(TestApi api, IReadOnlyList<ProbedOperation> operations, int seed)
{
    private readonly Random random = new(seed);
    private (string Key, MalformedRequests Requests)? place;

    /// <summary>Sends one request.</summary>
    /// <returns>The status that it was answered with, 0 for none, and what is wrong with the answer.</returns>
    public async Task<(int Status, string? Fault)> Send(HttpClient client)
    {
        var (key, requests) = place ??= await Enter();
        var operation = operations[random.Next(operations.Count)];
        var request = requests.Of(operation);
        try
        {
            var reply = await request.By(client);
            if (reply.Status == 401 && request.Headers.Contains(("x-api-key", key)))
                place = null;
            var fault = Answer.Fault(operation, reply);
            return (reply.Status, fault is null ? null : $"{fault}\n{operation}: {request}\n{reply.Status} {reply.Text}");
        }
        catch (HttpRequestException error)
        {
            return (0, $"no answer: {error.Message}\n{operation}: {request}");
        }
    }

    private async Task<(string, MalformedRequests)> Enter()
    {
        var tenant = await TwoTenants.Filled(api);
        var own = await Belongings.Of(tenant, operations);
        var key = (await tenant.AsBulk()).Key;
        return (key, new MalformedRequests(random, key, own));
    }
}
