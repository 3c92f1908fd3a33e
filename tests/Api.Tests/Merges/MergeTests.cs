using System.Text.Json;
using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.Merges;

public sealed class MergeTestsOnSqlite(SqliteApi api) : MergeTests(api);

public sealed class MergeTestsOnPostgres(PostgresApi api) : MergeTests(api);

/// <summary>What becomes of the other record, and what is told of it.</summary>
public abstract class MergeTests(TestApi api)
{
    [Fact]
    public async Task The_other_keeps_what_it_has_and_takes_what_it_has_not()
    {
        var acme = await api.NewTenant();
        var pair = await Pair.OfContacts(
            acme,
            """{"first_name":"Old","last_name":"Doe","email":"Jane@Example.com","phone":"+49 30 901820","external_id":"x-1","lead_score":0,"do_not_contact":true,"custom_fields":{"a":1,"b":[],"c":1.50}}""",
            """{"first_name":"Kept","job_title":" ","phone":"123","do_not_contact":false,"custom_fields":{"a":2}}"""
        );
        var reply = await pair.Merge();
        Assert.Equal((200, pair.Kept), (reply.Status, Pair.Id(reply.Body)));
        Assert.Equal(
            "Kept Doe Jane@Example.com 123 - x-1 0 False 2",
            Pair.Text(
                reply.Body,
                "first_name",
                "last_name",
                "email",
                "phone",
                "phone_e164",
                "external_id",
                "lead_score",
                "do_not_contact",
                "version"
            )
        );
        Assert.Equal("""{"a":2,"b":[],"c":1.50}""", reply["custom_fields"].GetRawText());
        Assert.Equal(reply.Text, (await acme.Get(pair.KeptPath)).Text);
        Assert.Equal(409, (await acme.Post("/contacts", new { email = "jane@example.com" })).Status);
    }

    [Theory]
    [InlineData("""{"annual_revenue":5,"currency":"EUR"}""", "{}", "5 EUR")]
    [InlineData("""{"annual_revenue":5,"currency":"EUR"}""", """{"currency":"EUR"}""", "5 EUR")]
    [InlineData("""{"annual_revenue":5,"currency":"EUR"}""", """{"currency":"USD"}""", "- USD")]
    [InlineData("""{"annual_revenue":5,"currency":"EUR"}""", """{"annual_revenue":0,"currency":"USD"}""", "0 USD")]
    [InlineData("""{"currency":"EUR"}""", "{}", "- EUR")]
    public async Task An_amount_is_taken_in_its_own_currency_alone(string old, string kept, string expected)
    {
        var pair = await Pair.OfCompanies(await api.NewTenant(), Named(old), Named(kept));
        Assert.Equal(expected, Pair.Text((await pair.Merge()).Body, "annual_revenue", "currency"));

        static string Named(string fields) =>
            fields.Replace("{", fields == "{}" ? "{\"name\":\"A\"" : "{\"name\":\"A\",", StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_put_together_stays_apart()
    {
        var pair = await Pair.OfContacts(await api.NewTenant(), Many("old"), Many("kept"));
        var before = await OrganizationRows.Of(pair.Tenant);
        Assert.Equal("400 custom_fields: must have at most 100 fields", Pair.Problem(await pair.Merge()));
        Assert.Equal(before, await OrganizationRows.Of(pair.Tenant));

        static object Many(string name) =>
            new { first_name = name, custom_fields = Enumerable.Range(0, 60).ToDictionary(i => $"{name}_{i}", i => i) };
    }

    [Fact]
    public async Task Each_row_that_is_changed_is_told_by_one_event()
    {
        var acme = await api.NewTenant();
        var pair = await Pair.OfContacts(acme, kept: new { last_name = "Kept" });
        var deal = Pair.Id(await acme.Create("/deals", new { name = "Big", contact_id = pair.Old }));
        var tag = Pair.Id(await acme.Create("/tags", new { name = "VIP" }));
        foreach (var contact_id in new[] { pair.Old, pair.Kept })
            await acme.Create("/taggings", new { tag_id = tag, contact_id });
        var last = await LastEvent(acme);
        await pair.Merge();
        var told = (await acme.Get($"/audit-log?id[$gt]={last}&$sort[id]=1"))["data"].EnumerateArray().ToList();
        Assert.Equal(
            ["contact.merged", "contact.updated", "deal.updated", "merge.created", "tagging.removed"],
            told.Select(e => e.GetProperty("type").GetString()).Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            $$$"""{"contact_id":{"from":{{{pair.Old}}},"to":{{{pair.Kept}}}}}""",
            Of("deal.updated").GetProperty("changes").GetRawText()
        );
        Assert.Equal($"{deal} 2", Pair.Text(Of("deal.updated"), "record_id", "record_version"));
        Assert.Equal("""{"first_name":{"from":"Old"}}""", Of("contact.merged").GetProperty("changes").GetRawText());
        Assert.Single(told.Select(e => e.GetProperty("request_id").GetString()).Distinct());

        JsonElement Of(string type) => told.Single(e => e.GetProperty("type").GetString() == type);
    }

    private static async Task<long> LastEvent(Tenant tenant) => Pair.Id((await tenant.Get("/audit-log?$limit=1"))["data"][0]);
}
