using System.Text.Json;
using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.Merges;

public sealed class MergeRequestTestsOnSqlite(SqliteApi api) : MergeRequestTests(api);

public sealed class MergeRequestTestsOnPostgres(PostgresApi api) : MergeRequestTests(api);

/// <summary>How a merge is asked for, and by whom.</summary>
public abstract class MergeRequestTests(TestApi api)
{
    [Fact]
    public async Task A_dry_run_tells_the_truth_and_keeps_nothing()
    {
        var pair = await Pair.OfContacts(await api.NewTenant(), new { last_name = "Doe", email = "x@example.com" });
        await pair.Tenant.Create("/deals", new { name = "Big", contact_id = pair.Old });
        var before = await new RawDatabase(api).Of(pair.Tenant.OrganizationId);
        var tried = await pair.Merge("?dry_run=true");
        Assert.Equal(before, await new RawDatabase(api).Of(pair.Tenant.OrganizationId));
        var done = await pair.Merge();
        Assert.Equal(
            Pair.Text(done.Body, "id", "first_name", "last_name", "email", "version"),
            Pair.Text(tried.Body, "id", "first_name", "last_name", "email", "version")
        );
        Assert.Equal((200, "true"), (tried.Status, tried.Header("Dry-Run")));

        var merge = await pair.Newest();
        before = await new RawDatabase(api).Of(pair.Tenant.OrganizationId);
        tried = await pair.Tenant.Post($"/merges/{merge}/undo?dry_run=true", new { });
        Assert.Equal((200, JsonValueKind.String), (tried.Status, tried["undone_at"].ValueKind));
        Assert.Equal(before, await new RawDatabase(api).Of(pair.Tenant.OrganizationId));
    }

    [Fact]
    public async Task Asked_for_again_under_a_key_it_is_merged_once()
    {
        var pair = await Pair.OfContacts(await api.NewTenant());
        var replies = new List<Reply>();
        for (var i = 0; i < 2; i++)
            replies.Add(
                await pair.Tenant.Send(HttpMethod.Post, $"{pair.OldPath}/merge", new { into_id = pair.Kept }, ("Idempotency-Key", "k"))
            );
        Assert.Equal((200, replies[0].Text, "true"), (replies[1].Status, replies[1].Text, replies[1].Header("Idempotent-Replayed")));
        Assert.Equal(1, (await pair.Tenant.Get("/merges"))["total"].GetInt32());
    }

    [Fact]
    public async Task A_version_that_is_named_is_that_of_the_old_one()
    {
        var pair = await Pair.OfContacts(await api.NewTenant());
        await pair.Tenant.Patch(pair.KeptPath, new { last_name = "Doe" });
        Assert.Equal(412, (await Merge("\"2\"")).Status);
        Assert.Equal(200, (await Merge("\"1\"")).Status);

        Task<Reply> Merge(string version) =>
            pair.Tenant.Send(HttpMethod.Post, $"{pair.OldPath}/merge", new { into_id = pair.Kept }, ("If-Match", version));
    }

    [Theory]
    [InlineData("/contacts", "itself", "400 into_id: must be another record")]
    [InlineData("/companies", "itself", "400 into_id: must be another record")]
    [InlineData("/contacts", "nothing", "400 into_id: names no record of your organization")]
    [InlineData("/contacts", "foreign", "400 into_id: names no record of your organization")]
    [InlineData("/companies", "foreign", "400 into_id: names no record of your organization")]
    public async Task What_is_no_other_record_is_refused(string collection, string into, string problem)
    {
        var acme = await api.NewTenant();
        object fields = collection == "/contacts" ? new { first_name = "A" } : new { name = "A" };
        var pair = await Pair.Of(acme, collection, fields, fields);
        var foreign = Pair.Id(await (await api.NewTenant()).Create(collection, fields));
        var before = await OrganizationRows.Of(acme);
        var id = into switch
        {
            "itself" => pair.Old,
            "foreign" => foreign,
            _ => 9_007_199_254_740_001,
        };
        Assert.Equal(problem, Pair.Problem(await (pair with { Kept = id }).Merge()));
        Assert.Equal(404, (await (pair with { Old = foreign }).Merge()).Status);
        Assert.Equal(400, (await acme.Post($"{pair.OldPath}/merge", new { })).Status);
        Assert.Equal(before, await OrganizationRows.Of(acme));
    }

    [Theory]
    [InlineData(200, "contacts:*")]
    [InlineData(200, "contacts:update", "contacts:delete")]
    [InlineData(403, "contacts:update", "contacts:view")]
    [InlineData(403, "contacts:delete", "contacts:view")]
    [InlineData(403, "companies:*", "*:view")]
    public async Task A_merge_needs_the_rights_to_change_and_to_remove(int status, params string[] scopes)
    {
        var pair = await Pair.OfContacts(await api.NewTenant());
        Assert.Equal(403, (await (pair with { Tenant = await pair.Tenant.As("viewer") }).Merge()).Status);
        Assert.Equal(status, (await (pair with { Tenant = await pair.Tenant.As("owner", scopes) }).Merge()).Status);
    }

    [Fact]
    public async Task A_merge_is_a_record_that_nobody_writes()
    {
        var pair = await Pair.OfCompanies(await api.NewTenant());
        var merge = await pair.Merged();
        var shown = await pair.Tenant.Get($"/merges/{merge}");
        Assert.Equal(
            $"companies {pair.Old} {pair.Kept} - 1",
            Pair.Text(shown.Body, "resource", "merged_id", "into_id", "undone_at", "version")
        );
        Assert.DoesNotContain("trail", shown.Text, StringComparison.Ordinal);
        Assert.Equal(405, (await pair.Tenant.Patch($"/merges/{merge}", new { })).Status);
        Assert.Equal(405, (await pair.Tenant.Delete($"/merges/{merge}")).Status);
        Assert.Equal(405, (await pair.Tenant.Post("/merges", new { })).Status);
        Assert.Equal(1, (await pair.Tenant.Get($"/merges?resource=companies&into_id={pair.Kept}"))["total"].GetInt32());
        Assert.Equal(404, (await (await api.NewTenant()).Get($"/merges/{merge}")).Status);
    }
}
