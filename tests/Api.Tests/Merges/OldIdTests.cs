using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.Merges;

public sealed class OldIdTestsOnSqlite(SqliteApi api) : OldIdTests(api);

public sealed class OldIdTestsOnPostgres(PostgresApi api) : OldIdTests(api);

/// <summary>What the id of a record answers that went on in another.</summary>
public abstract class OldIdTests(TestApi api)
{
    [Theory]
    [InlineData("")]
    [InlineData("/timeline")]
    public async Task The_old_id_answers_with_the_other(string part)
    {
        var pair = await Pair.OfContacts(await api.NewTenant());
        await pair.Merge();
        var (old, kept) = (await pair.Tenant.Get(pair.OldPath + part), await pair.Tenant.Get(pair.KeptPath + part));
        Assert.Equal((200, kept.Text), (old.Status, old.Text));
        Assert.Equal((pair.KeptPath + part, null), (old.Header("Content-Location"), kept.Header("Content-Location")));
        var head = await pair.Tenant.Send(HttpMethod.Head, pair.OldPath + part);
        Assert.Equal((200, pair.KeptPath + part), (head.Status, head.Header("Content-Location")));
    }

    [Fact]
    public async Task A_version_of_the_old_one_says_nothing_of_the_other()
    {
        var pair = await Pair.OfContacts(await api.NewTenant());
        await pair.Merge();
        var known = await pair.Tenant.Send(HttpMethod.Get, pair.OldPath, null, ("If-None-Match", "\"1\""));
        Assert.Equal((200, null, "\"1\""), (known.Status, known.Header("ETag"), (await pair.Tenant.Get(pair.KeptPath)).Header("ETag")));
    }

    [Fact]
    public async Task The_old_id_is_read_and_never_written()
    {
        var pair = await Pair.OfContacts(await api.NewTenant());
        await pair.Merge();
        var before = (await pair.Tenant.Get(pair.KeptPath)).Text;
        var written = new[]
        {
            await pair.Tenant.Patch(pair.OldPath, new { last_name = "x" }),
            await pair.Tenant.Put(pair.OldPath, new { last_name = "x" }),
            await pair.Tenant.Delete(pair.OldPath),
            await pair.Merge(),
        };
        Assert.Equal([404, 404, 404, 404], written.Select(reply => reply.Status));
        Assert.Equal(400, (await pair.Tenant.Post("/deals", new { name = "x", contact_id = pair.Old })).Status);
        Assert.Equal(before, (await pair.Tenant.Get(pair.KeptPath)).Text);
    }

    [Fact]
    public async Task An_old_id_is_read_on_the_terms_of_any_other()
    {
        var pair = await Pair.OfContacts(await api.NewTenant(), kept: new { first_name = "Kept", lead_score = 7 });
        await pair.Merge();
        Assert.Equal($$"""{"id":{{pair.Kept}},"lead_score":7}""", (await pair.Tenant.Get($"{pair.OldPath}?$select[]=lead_score")).Text);
        Assert.Equal(200, (await pair.Tenant.Get($"{pair.OldPath}?lead_score=7")).Status);
        Assert.Equal(404, (await pair.Tenant.Get($"{pair.OldPath}?lead_score=8")).Status);
        Assert.Equal(404, (await (await api.NewTenant()).Get(pair.OldPath)).Status);
        Assert.Equal(404, (await pair.Tenant.Get($"/companies/{pair.Old}")).Status);
        Assert.Equal(403, (await (await pair.Tenant.As("owner", "companies:*")).Get(pair.OldPath)).Status);
    }

    [Fact]
    public async Task A_chain_is_followed_to_its_end_and_no_further()
    {
        var acme = await api.NewTenant();
        var first = await Pair.OfContacts(acme);
        await first.Merge();
        var second = first with { Old = first.Kept, Kept = Pair.Id(await acme.Create("/contacts", new { first_name = "Last" })) };
        await second.Merge();
        foreach (var path in new[] { first.OldPath, second.OldPath })
            Assert.Equal(
                ("Last", second.KeptPath),
                ((await acme.Get(path))["first_name"].GetString(), (await acme.Get(path)).Header("Content-Location"))
            );

        await acme.Delete(second.KeptPath);
        foreach (var path in new[] { first.OldPath, second.OldPath, $"{first.OldPath}/timeline" })
            Assert.Equal((404, null), ((await acme.Get(path)).Status, (await acme.Get(path)).Header("Content-Location")));
    }
}
