using System.Data.Common;
using AchieveApex.Application.Resources;
using AchieveApex.Domain.Contacts;
using AchieveApex.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace AchieveApex.Api.Tests.Errors;

public sealed class FailureTestsOnSqlite : FailureTests
{
    protected override TestApi Broken(Action<IServiceCollection> replace) => new SqliteApi { Replace = replace };
}

public sealed class FailureTestsOnPostgres : FailureTests
{
    protected override TestApi Broken(Action<IServiceCollection> replace) => new PostgresApi { Replace = replace };
}

/// <summary>What is answered and what is logged when the program itself fails, or its caller goes away.</summary>
public abstract class FailureTests
{
    private const string Secret = "Host=db.internal;Password=hunter2";

    [Theory]
    [InlineData("*/*")]
    [InlineData("application/problem+json")]
    public async Task A_fault_of_the_program_is_500_and_tells_nothing(string accept)
    {
        await using var api = await Start(_ => throw new InvalidOperationException(Secret));
        var reply = await Post(api, accept);
        Assert.Equal((500, "GeneralError"), (reply.Status, reply["name"].GetString()));
        Assert.All(["hunter2", "Exception", "Rule", "   at "], word => Assert.DoesNotContain(word, reply.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_fault_of_the_program_is_answered_in_the_documented_form()
    {
        await using var api = await Start(_ => throw new InvalidOperationException(Secret));
        Assert.Equal(
            """{"name":"GeneralError","message":"Something went wrong on the server","code":500,"className":"general-error"}""",
            (await Post(api)).Text
        );
    }

    [Fact]
    public async Task A_fault_of_the_program_is_logged_once_with_the_request_id_of_its_answer()
    {
        using var log = new KeptLog();
        await using var api = await Start(_ => throw new InvalidOperationException(Secret), log);
        var reply = await Post(api);
        var line = Assert.Single(log.From(LogLevel.Error));
        Assert.Contains(reply.Header("X-Request-Id")!, line, StringComparison.Ordinal);
        Assert.Contains(nameof(InvalidOperationException), line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_is_gone_for_a_moment_is_503_with_a_time_to_wait()
    {
        await using var api = await Start(_ => throw new Hiccup());
        var reply = await Post(api);
        Assert.Equal(
            """{"name":"Unavailable","message":"The service is not available at the moment","code":503,"className":"unavailable"}""",
            reply.Text
        );
        Assert.Equal((503, "5"), (reply.Status, reply.Header("Retry-After")));
    }

    [Fact]
    public async Task A_caller_who_goes_away_is_no_error()
    {
        using var log = new KeptLog();
        var (begun, ended) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var api = await Start(Hang, log);
        var acme = await api.NewTenant();
        using var client = api.Anonymous();
        client.DefaultRequestHeaders.Add("x-api-key", acme.Key);
        using var patience = new CancellationTokenSource();

        var request = client.PostAsync(
            "/contacts",
            new StringContent("""{"first_name":"Jane"}""", null, "application/json"),
            patience.Token
        );
        await begun.Task;
        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(200, (await acme.Get("/contacts")).Status);
        Assert.Empty(log.From(LogLevel.Warning));

        async Task Hang(CancellationToken cancellationToken)
        {
            try
            {
                begun.SetResult();
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
            finally
            {
                ended.SetResult();
            }
        }
    }

    protected abstract TestApi Broken(Action<IServiceCollection> replace);

    private static async Task<Reply> Post(TestApi api, string accept = "*/*") =>
        await (await api.NewTenant()).Send(HttpMethod.Post, "/contacts", new { first_name = "Jane" }, ("Accept", accept));

    private async Task<TestApi> Start(Func<CancellationToken, Task> check, ILoggerProvider? log = null)
    {
        var api = Broken(services =>
        {
            services.AddSingleton<IRule<Contact>>(new Rule(check));
            if (log is not null)
                services.AddSingleton(log);
        });
        await api.InitializeAsync();
        return api;
    }

    private sealed class Rule(Func<CancellationToken, Task> check) : IRule<Contact>
    {
        public Task Check(Contact record, CancellationToken cancellationToken) => check(cancellationToken);
    }

    private sealed class Hiccup() : DbException(Secret)
    {
        public override bool IsTransient => true;
    }
}
