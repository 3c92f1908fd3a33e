using System.Diagnostics;
using System.Globalization;
using AchieveApex.Api.Hosting;
using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.RateLimiting;

public sealed class RateLimitTestsOnSqlite(SqliteApi api) : RateLimitTests(api);

public sealed class RateLimitTestsOnPostgres(PostgresApi api) : RateLimitTests(api);

/// <summary>What counts, and what is told about it.</summary>
public abstract class RateLimitTests(TestApi api)
{
    /// <summary>Requests that count, whatever is answered: method, path, body.</summary>
    public static TheoryData<string, string, string?> Counted { get; } =
        new()
        {
            { "GET", "/contacts", null },
            { "HEAD", "/contacts", null },
            { "GET", "/contacts/abc", null },
            { "GET", "/nowhere", null },
            { "GET", "/contacts?colour=red", null },
            { "POST", "/contacts", "{" },
            { "POST", "/contacts", null },
            { "DELETE", "/contacts", null },
        };

    [Theory, MemberData(nameof(Counted))]
    public async Task A_request_with_a_key_counts_whatever_is_answered(string method, string path, string? body)
    {
        var acme = await api.NewTenant(10, 600);
        var reply = await acme.Send(HttpMethod.Parse(method), path, body);
        Assert.Equal(("\"org\";q=10;w=600", "\"org\";r=9;t="), (reply.Header("RateLimit-Policy"), reply.Header("RateLimit")![..12]));
        Assert.Equal(1, (await acme.Get("/rate-limit"))["current"].GetInt32());
    }

    [Fact]
    public async Task A_refused_caller_counts()
    {
        var acme = await api.NewTenant(10, 600);
        Assert.Equal(403, (await (await acme.As("owner", "roles:view")).Get("/contacts")).Status);
        Assert.Equal(1, (await acme.Get("/rate-limit"))["current"].GetInt32());
    }

    [Fact]
    public async Task A_request_without_a_key_that_works_does_not_count()
    {
        var acme = await api.NewTenant(10, 600);
        Assert.Equal(401, (await acme.With("nonsense").Get("/contacts")).Status);
        Assert.Equal(401, (await acme.With(acme.Key[..^1] + (acme.Key[^1] == 'a' ? 'b' : 'a')).Get("/contacts")).Status);
        Assert.Equal("""{"limit":10,"current":0,"remaining":10,"window":600,"reset":0}""", (await acme.Get("/rate-limit")).Text);
    }

    [Fact]
    public async Task All_keys_of_an_organization_share_its_limit_and_no_other_organization_does()
    {
        var (acme, globex) = (await api.NewTenant(2, 600), await api.NewTenant(2, 600));
        var other = await acme.As("member");
        await acme.Get("/contacts");
        await other.Get("/contacts");
        Assert.Equal((429, 429), ((await acme.Get("/contacts")).Status, (await other.Get("/contacts")).Status));
        Assert.Equal(200, (await globex.Get("/contacts")).Status);
    }

    [Fact]
    public async Task A_rejected_request_consumes_nothing_and_writes_nothing()
    {
        var acme = await api.NewTenant(1, 600);
        await acme.Get("/contacts");
        var replies = new List<Reply>();
        for (var i = 0; i < 5; i++)
            replies.Add(await acme.Post("/contacts", new { last_name = "Doe" }));

        Assert.All(replies, reply => Assert.Equal((429, 2), (reply.Status, reply["data"].GetProperty("current").GetInt32())));
        Assert.Equal(1, (await acme.Get("/rate-limit"))["current"].GetInt32());
    }

    [Fact]
    public async Task A_rejection_comes_before_the_body_is_judged()
    {
        var acme = await api.NewTenant(1, 600);
        await acme.Get("/contacts");
        Assert.Equal(429, (await acme.Post("/contacts", "{")).Status);
        Assert.Equal(429, (await acme.Get("/nowhere")).Status);
    }

    [Fact]
    public async Task A_rejection_as_RFC_9457_has_the_same_facts()
    {
        var acme = await api.NewTenant(1, 600);
        await acme.Get("/contacts");
        var reply = await acme.Send(HttpMethod.Get, "/contacts", null, ("Accept", "application/problem+json"));
        Assert.Equal((429, "application/problem+json"), (reply.Status, reply.Header("Content-Type")));
        Assert.Equal(("TooManyRequests", "too-many-requests"), (reply["name"].GetString(), reply["className"].GetString()));
        Assert.Equal(reply["data"].GetProperty("retryAfter").GetRawText(), reply.Header("Retry-After"));
    }

    [Fact]
    public async Task Waiting_as_long_as_told_admits_a_request_again()
    {
        var acme = await api.NewTenant(1, 2);
        await acme.Get("/contacts");
        var refused = await acme.Get("/contacts");
        await Wait(TimeSpan.FromSeconds(int.Parse(refused.Header("Retry-After")!, CultureInfo.InvariantCulture)));
        Assert.Equal((429, 200), (refused.Status, (await acme.Get("/contacts")).Status));
    }

    [Fact]
    public async Task Asking_for_the_state_is_free_even_when_nothing_is_left()
    {
        var acme = await api.NewTenant(1, 600);
        await acme.Get("/contacts");
        var states = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => acme.Get("/rate-limit")));
        Assert.All(states, state => Assert.Equal((200, 1, 0), (state.Status, state["current"].GetInt32(), state["remaining"].GetInt32())));
        Assert.All(states, state => Assert.StartsWith("\"org\";r=0;t=", state.Header("RateLimit"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_ten_times_as_many_requests_at_once_exactly_the_limit_is_admitted()
    {
        var acme = await api.NewTenant(40, 600);
        var replies = await Task.WhenAll(Enumerable.Range(0, 400).Select(_ => acme.Get("/contacts?$limit=0&$total=false")));
        Assert.Equal((40, 360), (replies.Count(reply => reply.Status == 200), replies.Count(reply => reply.Status == 429)));
    }

    [Fact]
    public async Task The_limit_given_on_the_command_line_is_the_organization_s()
    {
        var id = await Command("organization", "create", "--name", "Initech", "--max-requests", "3", "--window-seconds", "120");
        var key = await Command("api-key", "create", "--organization", id, "--email", "bill@initech.example");
        var initech = new Tenant(api, long.Parse(id, CultureInfo.InvariantCulture), key);
        Assert.Equal("\"org\";q=3;w=120", (await initech.Get("/contacts")).Header("RateLimit-Policy"));
        int[] statuses = [await Status(), await Status(), await Status()];
        Assert.Equal([200, 200, 429], statuses);

        async Task<int> Status() => (await initech.Get("/contacts")).Status;
    }

    [Fact]
    public async Task Without_a_limit_of_its_own_an_organization_has_the_documented_one()
    {
        var acme = await api.NewTenant(null);
        Assert.Equal("\"org\";q=1000;w=3600", (await acme.Get("/contacts")).Header("RateLimit-Policy"));
    }

    // A timer alone may be some milliseconds early.
    private static async Task Wait(TimeSpan time)
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < time; )
            await Task.Delay(TimeSpan.FromMilliseconds(10));
    }

    // The program itself, beside the server that runs.
    private async Task<string> Command(params string[] arguments)
    {
        string[] all =
        [
            typeof(Server).Assembly.Location,
            .. arguments,
            $"--ConnectionStrings:Database={api.ConnectionString}",
            "--ApiKeys:Pepper=a pepper for tests",
        ];
        var start = new ProcessStartInfo("dotnet", all) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var program = Process.Start(start)!;
        var errors = program.StandardError.ReadToEndAsync();
        var output = await program.StandardOutput.ReadToEndAsync();
        await program.WaitForExitAsync();
        return program.ExitCode == 0 ? output.Trim() : throw new InvalidOperationException(output + await errors);
    }
}
