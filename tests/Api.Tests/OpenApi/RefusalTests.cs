using System.Net.Http.Headers;
using System.Text.RegularExpressions;
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

    private static readonly string[] Forms = ["application/json", "application/problem+json"];

    private readonly HttpClient client = api.Anonymous();

    public static TheoryData<string> Collections { get; } =
    [.. Description.Kept.Operations.Select(operation => operation.Collection).Distinct()];

    [Theory, MemberData(nameof(Collections))]
    public async Task What_is_wrong_with_a_request_is_refused_as_described(string collection)
    {
        foreach (var operation in Description.Kept.Operations.Where(operation => operation.Collection == collection))
        {
            var tenant = await (await api.NewTenant()).AsBulk();
            var call = await new Execution(tenant, operation).Prepare();
            foreach (var accept in Forms)
            {
                await Request(operation, tenant, call, accept);
                if (call.Body is not null)
                    await Body(operation, tenant, call, accept);
            }

            if (call.Body is not null)
                await BodyUnderAKey(operation, tenant, call);
        }
    }

    [Fact]
    public async Task A_caller_without_the_permission_is_refused_as_described()
    {
        var tenant = await api.NewTenant();
        var (elsewhere, strange) = (await tenant.AsBulk("contacts:view"), await tenant.AsBulk("roles:view"));
        foreach (var operation in Description.Kept.Operations.Where(NeedsPermission))
        foreach (var accept in Forms)
            await Expect(operation, 403, Send(operation.Collection == "/contacts" ? strange : elsewhere, Shown(operation), accept));
    }

    [Fact]
    public async Task A_caller_over_its_limit_is_refused_as_described()
    {
        var tenant = await api.NewTenant(maxRequests: 1);
        await tenant.Get("/me");
        foreach (var operation in Description.Kept.Operations.Where(one => one.NeedsKey && one.Id != "getRateLimit"))
        foreach (var accept in Forms)
            await Expect(operation, 429, Send(tenant, Shown(operation) with { Body = null }, accept));
    }

    private async Task Request(DescribedOperation operation, Tenant tenant, Call call, string accept)
    {
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

    private async Task Body(DescribedOperation operation, Tenant tenant, Call call, string accept)
    {
        await Expect(operation, 400, Send(tenant, call with { Body = "{" }, accept));
        await Expect(operation, 400, Send(tenant, call with { Body = """{"nonsense":1}""" }, accept));
        await Expect(operation, 415, Send(tenant, call, accept, ("Content-Type", "text/plain")));
        await Expect(operation, 413, Send(tenant, call with { Body = new string(' ', 1024 * 1024 + 1) }, accept));
    }

    private async Task BodyUnderAKey(DescribedOperation operation, Tenant tenant, Call call)
    {
        var first = await Send(tenant, call, Forms[0], ("Idempotency-Key", "k"));
        Assert.True(first.Status < 300, $"{operation}: {first.Status} {first.Text}");
        foreach (var accept in Forms)
            await Expect(operation, 422, Send(tenant, call with { Body = call.Body + " " }, accept, ("Idempotency-Key", "k")));
    }

    private static bool NeedsPermission(DescribedOperation operation) =>
        operation.Element.GetProperty("description").GetString()!.StartsWith("Needs `", StringComparison.Ordinal);

    // Whether the record is there is looked at later.
    private static Call Shown(DescribedOperation operation) =>
        new(new HttpMethod(operation.Method), Regex.Replace(operation.Path, "{[^}]*}", "1"), operation.Body?.GetRawText());

    private static string IdOf(string path) => path.Split('/', '?')[2];

    private static async Task Expect(DescribedOperation operation, int status, Task<Reply> sent)
    {
        var reply = await sent;
        Assert.True(status == reply.Status, $"{operation}: {status} was expected, not {reply.Status} {reply.Text}");
        Assert.Empty(AnswerCheck.Problems(operation, reply));
    }

    private async Task<Reply> Send(Tenant tenant, Call call, string accept, params (string Name, string Value)[] headers)
    {
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
