using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.Merges;

public sealed class UndoTestsOnSqlite(SqliteApi api) : UndoTests(api);

public sealed class UndoTestsOnPostgres(PostgresApi api) : UndoTests(api);

/// <summary>Merges that are undone, when the world went on in between.</summary>
public abstract class UndoTests(TestApi api)
{
    [Fact]
    public async Task The_record_is_there_again_as_it_was()
    {
        var acme = await api.NewTenant();
        var pair = await Pair.OfContacts(acme, new { last_name = "Old", email = "old@example.com" });
        var before = (await acme.Get(pair.OldPath)).Body;
        var merge = await pair.Merged();
        Assert.Equal("old@example.com", (await acme.Get(pair.KeptPath))["email"].GetString());

        Assert.Equal(200, (await pair.Undo(merge)).Status);
        var after = await acme.Get(pair.OldPath);
        Assert.Equal((200, null), (after.Status, after.Header("Content-Location")));
        string[] same = ["id", "last_name", "email", "created_at", "created_by_user_id", "created_by_api_key_id"];
        Assert.Equal(Pair.Text(before, same), Pair.Text(after.Body, same));
        Assert.Equal("2 \"2\"", $"{after["version"]} {after.Header("ETag")}");
        Assert.Equal("- - 3", Pair.Text((await acme.Get(pair.KeptPath)).Body, "last_name", "email", "version"));
        var told = (await acme.Get($"/audit-log?resource=contacts&record_id={pair.Old}&$sort[id]=1"))["data"];
        Assert.Equal(
            "contact.created 1, contact.merged 1, contact.unmerged 2",
            string.Join(", ", told.EnumerateArray().Select(e => Pair.Text(e, "type", "record_version")))
        );
        Assert.Equal(200, (await acme.Patch(pair.OldPath, new { last_name = "New" })).Status);
    }

    [Fact]
    public async Task What_was_changed_since_stays_as_it_is()
    {
        var acme = await api.NewTenant();
        var pair = await Pair.OfContacts(
            acme,
            new
            {
                last_name = "Old",
                job_title = "Boss",
                custom_fields = new { a = 1, b = 1 },
            },
            new { first_name = "Kept" }
        );
        var third = Pair.Id(await acme.Create("/contacts", new { first_name = "Third" }));
        var (moved, gone, left) = (await Deal(pair.Old), await Deal(pair.Old), await Deal(pair.Old));
        var merge = await pair.Merged();
        await acme.Patch($"/deals/{moved}", new { contact_id = third });
        await acme.Delete($"/deals/{gone}");
        var later = await Deal(pair.Kept);
        await acme.Patch(pair.KeptPath, new { job_title = "CEO", custom_fields = new { a = 2 } });

        await pair.Undo(merge);
        Assert.Equal($"{third}", await ContactOf(moved));
        Assert.Equal($"{pair.Kept}", await ContactOf(later));
        Assert.Equal($"{pair.Old}", await ContactOf(left));
        var kept = await acme.Get(pair.KeptPath);
        Assert.Equal("- CEO", Pair.Text(kept.Body, "last_name", "job_title"));
        Assert.Equal("""{"a":2}""", kept["custom_fields"].GetRawText());

        async Task<long> Deal(long contact) => Pair.Id(await acme.Create("/deals", new { name = "Big", contact_id = contact }));

        async Task<string> ContactOf(long deal) => (await acme.Get($"/deals/{deal}"))["contact_id"].ToString();
    }

    [Fact]
    public async Task The_other_keeps_what_it_would_not_be_valid_without()
    {
        var acme = await api.NewTenant();
        var pair = await Pair.OfContacts(acme, new { phone = "123" }, new { email = "kept@example.com" });
        var merge = await pair.Merged();
        await acme.Patch(pair.KeptPath, new { email = (string?)null });
        Assert.Equal(200, (await pair.Undo(merge)).Status);
        Assert.Equal("123", (await acme.Get(pair.KeptPath))["phone"].GetString());
    }

    [Fact]
    public async Task A_merge_is_undone_once()
    {
        var pair = await Pair.OfContacts(await api.NewTenant());
        var merge = await pair.Merged();
        await pair.Undo(merge);
        Assert.Equal("400 undone_at: is set: the merge was undone already", Pair.Problem(await pair.Undo(merge)));
        var again = await pair.Merged();
        var replies = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => pair.Undo(again)));
        Assert.Equal([200, 400, 400, 400, 400, 400], replies.Select(reply => reply.Status).Order());
    }

    [Fact]
    public async Task Later_merges_of_the_other_are_undone_first()
    {
        var acme = await api.NewTenant();
        var first = await Pair.OfContacts(acme);
        var deal = Pair.Id(await acme.Create("/deals", new { name = "Big", contact_id = first.Old }));
        var one = await first.Merged();
        var second = first with { Old = first.Kept, Kept = Pair.Id(await acme.Create("/contacts", new { first_name = "Last" })) };
        var two = await second.Merged();
        Assert.Equal($"400 into_id: was merged itself since: undo merge {two} first", Pair.Problem(await first.Undo(one)));
        Assert.Equal(200, (await second.Undo(two)).Status);
        Assert.Equal(first.KeptPath, (await acme.Get(first.OldPath)).Header("Content-Location"));
        Assert.Equal(200, (await first.Undo(one)).Status);
        Assert.Equal(first.Old, (await acme.Get($"/deals/{deal}"))["contact_id"].GetInt64());
    }

    [Fact]
    public async Task What_is_unique_may_be_taken_since()
    {
        var acme = await api.NewTenant();
        var pair = await Pair.OfContacts(acme, new { first_name = "Old", email = "a@example.com" }, new { email = "b@example.com" });
        var merge = await pair.Merged();
        var third = await acme.Create("/contacts", new { email = "A@example.com" });
        var before = await OrganizationRows.Of(acme);
        var refused = await pair.Undo(merge);
        Assert.Equal("409 email: is already in use", Pair.Problem(refused));
        Assert.Equal(Pair.Id(third), refused["data"].GetProperty("existing_id").GetInt64());
        Assert.Equal(before, await OrganizationRows.Of(acme));
        await acme.Delete($"/contacts/{Pair.Id(third)}");
        Assert.Equal(200, (await pair.Undo(merge)).Status);
    }

    [Fact]
    public async Task A_record_comes_back_though_the_other_is_gone()
    {
        var acme = await api.NewTenant();
        var pair = await Pair.OfContacts(acme);
        var merge = await pair.Merged();
        await acme.Delete(pair.KeptPath);
        Assert.Equal(404, (await acme.Get(pair.OldPath)).Status);
        Assert.Equal(200, (await pair.Undo(merge)).Status);
        Assert.Equal("Old", (await acme.Get(pair.OldPath))["first_name"].GetString());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_a_record_referred_to_may_be_gone_or_merged_since(bool isMerged)
    {
        var acme = await api.NewTenant();
        var companies = await Pair.OfCompanies(acme);
        var pair = await Pair.OfContacts(
            acme,
            new { first_name = "Old", company_id = companies.Old },
            new { first_name = "Kept", company_id = Pair.Id(await acme.Create("/companies", new { name = "Other" })) }
        );
        var tag = Pair.Id(await acme.Create("/tags", new { name = "VIP" }));
        foreach (var contact_id in new[] { pair.Old, pair.Kept })
            await acme.Create("/taggings", new { tag_id = tag, contact_id });
        var merge = await pair.Merged();
        Assert.Equal(200, (isMerged ? await companies.Merge() : await acme.Delete(companies.OldPath)).Status);
        await acme.Delete($"/tags/{tag}");

        Assert.Equal(200, (await pair.Undo(merge)).Status);
        Assert.Equal(isMerged ? $"{companies.Kept}" : "", (await acme.Get(pair.OldPath))["company_id"].ToString());
        Assert.Equal(0, (await acme.Get("/taggings"))["total"].GetInt32());
    }

    [Theory]
    [InlineData(200, "merges:update", "contacts:update", "contacts:delete")]
    [InlineData(403, "merges:update", "contacts:update")]
    [InlineData(403, "merges:*", "contacts:delete")]
    [InlineData(403, "contacts:*")]
    [InlineData(403, "merges:*", "companies:*")]
    public async Task It_needs_what_the_merge_needed(int status, params string[] scopes)
    {
        var pair = await Pair.OfContacts(await api.NewTenant());
        var merge = await pair.Merged();
        Assert.Equal(404, (await (pair with { Tenant = await api.NewTenant() }).Undo(merge)).Status);
        Assert.Equal(403, (await (pair with { Tenant = await pair.Tenant.As("viewer") }).Undo(merge)).Status);
        Assert.Equal(status, (await (pair with { Tenant = await pair.Tenant.As("owner", scopes) }).Undo(merge)).Status);
    }
}
