using System.Text.Json;
using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.Events;

public sealed class TimelineTestsOnSqlite(SqliteApi api) : TimelineTests(api);

public sealed class TimelineTestsOnPostgres(PostgresApi api) : TimelineTests(api);

public abstract class TimelineTests(TestApi api)
{
    [Fact]
    public async Task A_timeline_holds_what_happened_to_a_record_and_to_what_refers_to_it()
    {
        var acme = await api.NewTenant();
        var company = Id(await acme.Create("/companies", new { name = "Globex" }));
        var contact = Id(await acme.Create("/contacts", new { first_name = "Jane", company_id = company }));
        await acme.Create("/contacts", new { first_name = "John" });
        var deal = Id(
            await acme.Create(
                "/deals",
                new
                {
                    name = "Big",
                    company_id = company,
                    contact_id = contact,
                }
            )
        );
        await acme.Post($"/deals/{deal}/win", new { });
        await acme.Create("/deal-contacts", new { deal_id = deal, contact_id = contact });
        await acme.Patch($"/contacts/{contact}", new { first_name = "Joan" });

        Assert.Equal(["deal_contact.created", "deal.won", "deal.created"], await Types(acme, $"/deals/{deal}/timeline"));
        Assert.Equal(
            ["contact.updated", "deal_contact.created", "deal.won", "deal.created", "contact.created"],
            await Types(acme, $"/contacts/{contact}/timeline")
        );
        Assert.Equal(
            ["contact.updated", "deal_contact.created", "deal.won", "deal.created", "contact.created", "company.created"],
            await Types(acme, $"/companies/{company}/timeline")
        );
    }

    [Fact]
    public async Task A_timeline_is_read_in_parts()
    {
        var acme = await api.NewTenant();
        var path = $"/contacts/{Id(await acme.Create("/contacts", new { lead_score = 0, first_name = "Jane" }))}";
        for (var score = 1; score <= 6; score++)
            await acme.Patch(path, new { lead_score = score });

        var scores = new List<int>();
        long? before = 0;
        for (var parts = 1; before is not null; parts++)
        {
            var page = await acme.Get($"{path}/timeline?limit=3&before={before}");
            scores.AddRange(
                page["data"].EnumerateArray().Select(e => e.GetProperty("changes").GetProperty("lead_score").GetProperty("to").GetInt32())
            );
            before = page["before"].ValueKind == JsonValueKind.Null ? null : page["before"].GetInt64();
            Assert.InRange(parts, 1, 3);
        }

        Assert.Equal([6, 5, 4, 3, 2, 1, 0], scores);
    }

    [Fact]
    public async Task A_timeline_shows_of_each_resource_what_the_caller_may_view()
    {
        var acme = await api.NewTenant();
        var contact = Id(await acme.Create("/contacts", new { first_name = "Jane" }));
        await acme.Create("/deals", new { name = "Big", contact_id = contact });
        var narrow = await acme.As("owner", "contacts:view");
        Assert.Equal(["contact.created"], await Types(narrow, $"/contacts/{contact}/timeline"));
        Assert.Equal(403, (await (await acme.As("owner", "deals:view")).Get($"/contacts/{contact}/timeline")).Status);
        Assert.Equal(404, (await (await api.NewTenant()).Get($"/contacts/{contact}/timeline")).Status);
        Assert.Equal(400, (await acme.Get($"/contacts/{contact}/timeline?$limit=3")).Status);
    }

    private static async Task<IEnumerable<string?>> Types(Tenant tenant, string path) =>
        (await tenant.Get(path))["data"].EnumerateArray().Select(e => e.GetProperty("type").GetString());

    private static long Id(JsonElement record) => record.GetProperty("id").GetInt64();
}
