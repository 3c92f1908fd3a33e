using AchieveApex.Infrastructure.Idempotency;
using AchieveApex.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace AchieveApex.Api.Tests.Writes;

public sealed class IdempotencyTimeTestsOnSqlite(ClockedSqlite server) : IdempotencyTimeTests(server), IClassFixture<ClockedSqlite>;

public sealed class IdempotencyTimeTestsOnPostgres(ClockedPostgres server) : IdempotencyTimeTests(server), IClassFixture<ClockedPostgres>;

/// <summary>How long an answer is kept.</summary>
public abstract class IdempotencyTimeTests(Clocked server)
{
    [Fact]
    public async Task After_24_hours_a_key_is_new()
    {
        var acme = await server.Api.NewTenant();
        await Post(acme);
        server.Skip(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        Assert.Equal("true", (await Post(acme)).Header("Idempotent-Replayed"));
        server.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null((await Post(acme)).Header("Idempotent-Replayed"));
        Assert.Equal("true", (await Post(acme)).Header("Idempotent-Replayed"));
        Assert.Equal(2, (await acme.Get("/contacts"))["total"].GetInt32());
    }

    [Fact]
    public async Task Answers_that_are_too_old_are_removed_for_all_organizations()
    {
        await Post(await server.Api.NewTenant());
        await Post(await server.Api.NewTenant());
        server.Skip(TimeSpan.FromHours(24));
        await Post(await server.Api.NewTenant());
        await server.Api.Services.GetRequiredService<AnswerExpiry>().Remove(CancellationToken.None);
        Assert.Equal(1, await new RawDatabase(server.Api).Scalar<long>("select count(*) from kept_answers"));
    }

    private static Task<Reply> Post(Tenant tenant) =>
        tenant.Send(HttpMethod.Post, "/contacts", new { first_name = "Jane" }, ("Idempotency-Key", "k"));
}
