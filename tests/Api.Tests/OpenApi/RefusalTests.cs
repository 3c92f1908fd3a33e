using System.Net.Http.Headers;
using AchieveApex.Support;
using AchieveApex.Support.OpenApi;
using Xunit;

namespace AchieveApex.Api.Tests.OpenApi;

public sealed class RefusalTestsOnSqlite(SqliteApi api) : RefusalTests(api);

public sealed class RefusalTestsOnPostgres(PostgresApi api) : RefusalTests(api);

/// <summary>Every refusal that can be provoked, on every operation and in both forms, is one that the document tells of, as it tells it.</summary>
public abstract class RefusalTests(TestApi api)
{
    private const long NoRecord = 9_007_199_254_740_991;

    public static TheoryData<string, string> Operations { get; } =
        new(
            from operation in Description.Kept.Operations
            from accept in new[] { "application/json", "application/problem+json" }
            select (operation.Id, accept)
        );

    [Theory, MemberData(nameof(Operations))]
    public async Task What_is_wrong_with_the_request_is_refused_as_described(string id, string accept)
    {
        var (operation, tenant) = (Description.Kept[id], await (await api.NewTenant()).AsBulk());
        var call = await new Execution(tenant, operation).Prepare();
        await Expect(operation, 405, Send(tenant, call, accept, ("X-Service-Method", "x")));
        await Expect(operation, 406, Send(tenant, call, "text/html"));
        if (!operation.NeedsKey)
            return;

        await Expect(operation, 400, Send(tenant, call.With("nonsense=1"), accept));
        await Expect(operation, 401, Send(tenant.With("aax_nonsense"), call, accept));
        if (operation.HasId)
            await Expect(operation, 404, Send(tenant, call with { Path = call.Path.Replace(IdOf(call.Path), $"{NoRecord}") }, accept));
        if (operation.IsBulk)
            await Expect(operation, 405, Send(await tenant.As("owner"), call, accept));
        if (operation.Answers.Any(answer => answer.Status == "412") && operation.HasId)
            await Expect(operation, 412, Send(tenant, call, accept, ("If-Match", "\"77\"")));
    }

    [Theory, MemberData(nameof(Operations))]
    public async Task What_is_wrong_with_the_body_is_refused_as_described(string id, string accept)
    {
        var (operation, tenant) = (Description.Kept[id], await (await api.NewTenant()).AsBulk());
        var call = await new Execution(tenant, operation).Prepare();
        if (call.Body is null)
            return;

        await Expect(operation, 400, Send(tenant, call with { Body = "{" }, accept));
        await Expect(operation, 400, Send(tenant, call with { Body = """{"nonsense":1}""" }, accept));
        await Expect(operation, 415, Send(tenant, call, accept, ("Content-Type", "text/plain")));
        await Expect(operation, 413, Send(tenant, call with { Body = new string(' ', 1024 * 1024 + 1) }, accept));
        Assert.InRange((await Send(tenant, call, accept, ("Idempotency-Key", "k"))).Status, 200, 299);
        await Expect(operation, 422, Send(tenant, call with { Body = call.Body + " " }, accept, ("Idempotency-Key", "k")));
    }

    [Theory, MemberData(nameof(Operations))]
    public async Task A_caller_without_the_permission_is_refused_as_described(string id, string accept)
    {
        var (operation, tenant) = (Description.Kept[id], await (await api.NewTenant()).AsBulk());
        if (!operation.Element.GetProperty("description").GetString()!.StartsWith("Needs `", StringComparison.Ordinal))
            return;

        var stranger = await tenant.AsBulk(operation.Collection == "/contacts" ? "roles:view" : "contacts:view");
        await Expect(operation, 403, Send(stranger, await new Execution(tenant, operation).Prepare(), accept));
    }

    [Theory, MemberData(nameof(Operations))]
    public async Task A_caller_over_its_limit_is_refused_as_described(string id, string accept)
    {
        var (operation, tenant) = (Description.Kept[id], await api.NewTenant(maxRequests: 1));
        if (!operation.NeedsKey || id == "getRateLimit")
            return;

        await tenant.Get("/me");
        await Expect(
            operation,
            429,
            Send(tenant, new(new HttpMethod(operation.Method), operation.Path.Replace("{id}", "1"), null), accept)
        );
    }

    private static string IdOf(string path) => path.Split('/', '?')[2];

    private static async Task Expect(DescribedOperation operation, int status, Task<Reply> sent)
    {
        var reply = await sent;
        Assert.True(status == reply.Status, $"{operation}: {status} was expected, not {reply.Status} {reply.Text}");
        Assert.Empty(AnswerCheck.Problems(operation, reply));
    }

    private static async Task<Reply> Send(Tenant tenant, Call call, string accept, params (string Name, string Value)[] headers)
    {
        using var client = tenant.Api.Anonymous();
        var request = new HttpRequestMessage(call.Method, call.Path);
        request.Headers.Add("x-api-key", tenant.Key);
        request.Headers.Add("Accept", accept);
        if (call.Body is not null)
            request.Content = new StringContent(call.Body, new MediaTypeHeaderValue("application/json"));
        request.Headers.ExpectContinue = call.Body?.Length > 100_000;
        foreach (var (name, value) in headers)
            if (name == "Content-Type")
                request.Content!.Headers.ContentType = new MediaTypeHeaderValue(value);
            else
                request.Headers.TryAddWithoutValidation(name, value);

        return await Reply.To(client, request);
    }
}
