using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.Merges;

public sealed class MergesAtOnceTestsOnSqlite(SqliteApi api) : MergesAtOnceTests(api);

public sealed class MergesAtOnceTestsOnPostgres(PostgresApi api) : MergesAtOnceTests(api);

/// <summary>Merges while others write.</summary>
public abstract class MergesAtOnceTests(TestApi api)
{
    [Fact]
    public async Task A_record_goes_on_in_one_other()
    {
        var acme = await api.NewTenant();
        var pair = await Pair.OfContacts(acme);
        var others = new List<Pair> { pair };
        for (var i = 0; i < 4; i++)
            others.Add(pair with { Kept = Pair.Id(await acme.Create("/contacts", new { first_name = "Other" })) });
        var replies = await Task.WhenAll(others.Select(other => other.Merge()));
        Assert.Equal([200, 404, 404, 404, 404], replies.Select(reply => reply.Status).Order());
        Assert.Equal(1, (await acme.Get("/merges"))["total"].GetInt32());
    }

    [Fact]
    public async Task Of_two_that_are_merged_into_each_other_one_is_left()
    {
        var pair = await Pair.OfContacts(await api.NewTenant());
        var replies = await Task.WhenAll(pair.Merge(), (pair with { Old = pair.Kept, Kept = pair.Old }).Merge());
        Assert.Contains(replies.Select(reply => reply.Status).Max(), new[] { 400, 404 });
        Assert.Single(replies, reply => reply.Status == 200);
        Assert.Equal(1, (await pair.Tenant.Get("/contacts"))["total"].GetInt32());
    }

    [Fact]
    public async Task No_change_of_what_is_moved_is_lost()
    {
        const int deals = 20;
        const int changes = 5;
        var acme = await api.NewTenant();
        var pair = await Pair.OfContacts(acme);
        var ids = new List<long>();
        for (var i = 0; i < deals; i++)
            ids.Add(Pair.Id(await acme.Create("/deals", new { name = "Big", contact_id = pair.Old })));
        var changing = ids.Select(async id =>
            {
                for (var i = 0; i < changes; i++)
                    Assert.Equal(
                        200,
                        (await acme.Patch($"/deals/{id}", new { custom_fields = new Dictionary<string, int> { [$"c{i}"] = i } })).Status
                    );
            })
            .ToList();
        Assert.Equal(200, (await pair.Merge()).Status);
        await Task.WhenAll(changing);
        foreach (var deal in (await acme.Get("/deals?$limit=200"))["data"].EnumerateArray())
            Assert.Equal(
                $"{pair.Kept} {changes + 2} " + """{"c0":0,"c1":1,"c2":2,"c3":3,"c4":4}""",
                Pair.Text(deal, "contact_id", "version", "custom_fields")
            );
    }

    [Fact]
    public async Task What_is_added_at_the_same_moment_is_moved_or_refused()
    {
        var acme = await api.NewTenant();
        var pair = await Pair.OfContacts(acme);
        var tags = new List<long>();
        for (var i = 0; i < 10; i++)
            tags.Add(Pair.Id(await acme.Create("/tags", new { name = $"Tag {i}" })));
        var adding = tags.SelectMany(tag =>
                new[] { pair.Old, pair.Kept }.Select(contact => acme.Post("/taggings", new { tag_id = tag, contact_id = contact }))
            )
            .ToList();
        var noting = tags.Select(_ => acme.Post("/notes", new { body = "Note", contact_id = pair.Old })).ToList();
        Assert.Equal(200, (await pair.Merge()).Status);
        var (tagged, noted) = (await Task.WhenAll(adding), await Task.WhenAll(noting));
        Assert.All(tagged.Concat(noted), reply => Assert.Contains(reply.Status, new[] { 201, 400, 409 }));
        Assert.Equal(tags.Count, (await acme.Get($"/taggings?contact_id={pair.Kept}"))["total"].GetInt32());
        Assert.Equal(noted.Count(reply => reply.Status == 201), (await acme.Get($"/notes?contact_id={pair.Kept}"))["total"].GetInt32());
        Assert.Equal(0, (await acme.Get($"/taggings?contact_id={pair.Old}"))["total"].GetInt32());
    }

    [Fact]
    public async Task Thousands_of_references_are_moved_and_moved_back()
    {
        const int notes = 1_200;
        var acme = await api.NewTenant();
        var pair = await Pair.OfContacts(acme);
        for (var i = 0; i < notes; i += 100)
            await acme.Post(
                "/notes",
                Enumerable.Range(0, 100).Select(n => new { body = $"Note {i + n}", contact_id = pair.Old }).ToArray()
            );
        var before = await OrganizationRows.Of(acme);
        var merge = await pair.Merged();
        Assert.Equal(notes, (await acme.Get($"/notes?contact_id={pair.Kept}&$limit=0"))["total"].GetInt32());
        Assert.Equal(notes, (await acme.Get("/audit-log?type=note.updated&$limit=0"))["total"].GetInt32());
        Assert.Equal(200, (await pair.Undo(merge)).Status);
        Assert.Equal(before, await OrganizationRows.Of(acme));
    }
}
