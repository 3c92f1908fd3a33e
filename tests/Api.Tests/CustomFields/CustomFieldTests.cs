using AchieveApex.Support;
using Xunit;
using static AchieveApex.Api.Tests.CustomFields.Defining;

namespace AchieveApex.Api.Tests.CustomFields;

public sealed class CustomFieldTestsOnSqlite(SqliteApi api) : CustomFieldTests(api);

public sealed class CustomFieldTestsOnPostgres(PostgresApi api) : CustomFieldTests(api);

/// <summary>What an organization adds to its records is held to what it said of it.</summary>
public abstract class CustomFieldTests(TestApi api)
{
    [Theory]
    [InlineData("text", "\"blue\"", "\"blue\"")]
    [InlineData("text", "7", "must be a string")]
    [InlineData("whole_number", "-7", "-7")]
    [InlineData("whole_number", "7.5", "must be a whole number")]
    [InlineData("whole_number", "9007199254740992", "must be a whole number from")]
    [InlineData("number", "1.50", "1.50")]
    [InlineData("number", "1.23456", "must have at most 4 decimal places")]
    [InlineData("number", "\"1\"", "must be a number")]
    [InlineData("boolean", "false", "false")]
    [InlineData("boolean", "\"false\"", "must be true or false")]
    [InlineData("date", "\"2026-01-31\"", "\"2026-01-31\"")]
    [InlineData("date", "\"2026-02-30\"", "must be a date")]
    [InlineData("datetime", "\"2026-01-31T10:30:00.1239+01:00\"", "\"2026-01-31T09:30:00.123Z\"")]
    [InlineData("datetime", "\"2026-01-31\"", "must be an RFC 3339 time")]
    [InlineData("enum", "\"gold\"", "\"gold\"")]
    [InlineData("enum", "\"Gold\"", "must be one of: gold, silver")]
    [InlineData("multi_enum", "[\"silver\",\"gold\"]", "[\"silver\",\"gold\"]")]
    [InlineData("multi_enum", "[\"silver\",\"silver\"]", "must hold each option once")]
    [InlineData("multi_enum", "[\"lead\"]", "must be a list: each must be one of")]
    [InlineData("multi_enum", "\"gold\"", "must be an array of strings")]
    public async Task A_value_has_to_be_of_its_type_wherever_it_is_written(string type, string value, string expected)
    {
        var acme = await api.NewTenant();
        await Define(acme, "tier", type);
        var free = (await acme.Create("/contacts", new { first_name = "Jane" })).GetProperty("id");
        var body = $$$"""{"first_name":"Jane","custom_fields":{"tier":{{{value}}}}}""";
        (string Place, Reply Reply)[] replies =
        [
            ("", await acme.Post("/contacts", body)),
            ("", await acme.Put($"/contacts/{free}", body)),
            ("", await acme.Patch($"/contacts/{free}", body)),
            ("", await acme.Put("/contacts/by-external-id/1", body)),
            ("0.", await acme.Post("/contacts", $"[{body}]")),
        ];
        foreach (var (place, reply) in replies)
            if (expected.StartsWith("must", StringComparison.Ordinal))
                Assert.StartsWith(expected, Problem(reply, place + "custom_fields.tier"), StringComparison.Ordinal);
            else
                Assert.Contains($"\"custom_fields\":{{\"tier\":{expected}}}", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_key_is_refused_once_a_field_is_defined_and_the_nearest_is_named()
    {
        var acme = await api.NewTenant();
        Assert.Equal(201, (await acme.Post("/contacts", Contact("""{"anything":1}"""))).Status);
        await Define(acme, "score", "whole_number");
        var reply = await acme.Post("/contacts", Contact("""{"scroe":1,"zzzzzzzz":2}"""));
        Assert.Equal("is not a known custom field; did you mean 'score'?", Problem(reply, "custom_fields.scroe"));
        Assert.Equal("is not a known custom field", Problem(reply, "custom_fields.zzzzzzzz"));
        // Other resources are as free as before, and so are other organizations.
        Assert.Equal(201, (await acme.Post("/companies", """{"name":"Acme","custom_fields":{"anything":1}}""")).Status);
        Assert.Equal(201, (await (await api.NewTenant()).Post("/contacts", Contact("""{"anything":1}"""))).Status);
    }

    [Fact]
    public async Task What_is_stored_already_stays_until_it_is_changed()
    {
        var acme = await api.NewTenant();
        var path = await New(acme, """{"old":1}""");
        var tier = await Define(acme, "tier", "enum");
        Assert.Equal(200, (await acme.Patch(path, """{"custom_fields":{"tier":"gold"}}""")).Status);
        await acme.Patch($"/custom-fields/{tier}", """{"options":["silver"]}""");
        Assert.Equal("""{"old":1,"tier":"gold"}""", (await acme.Patch(path, """{"last_name":"Doe"}"""))["custom_fields"].GetRawText());
        Assert.Equal("must be one of: silver", Problem(await acme.Post("/contacts", Contact("""{"tier":"gold"}""")), "custom_fields.tier"));
        Assert.Equal("""{"tier":"gold"}""", (await acme.Patch(path, """{"custom_fields":{"old":null}}"""))["custom_fields"].GetRawText());
        Assert.Equal(
            "is not a known custom field",
            Problem(await acme.Patch(path, """{"custom_fields":{"old":1}}"""), "custom_fields.old")
        );
    }

    [Fact]
    public async Task A_value_that_is_sent_back_in_other_words_is_the_same()
    {
        var acme = await api.NewTenant();
        var colors = await Define(acme, "colors", "multi_enum");
        var path = await New(acme, """{"colors":["silver","gold"]}""");
        await acme.Patch($"/custom-fields/{colors}", """{"options":["silver"]}""");
        Assert.Equal(200, (await acme.Patch(path, """{"custom_fields":{"colors":[ "s\u0069lver" , "gold" ]}}""")).Status);
    }

    [Theory]
    [InlineData("members", """{"email":"{0}@example.com","role_id":{1},"custom_fields":{2}}""")]
    [InlineData("api-keys", """{"name":"{0}","custom_fields":{2}}""")]
    public async Task What_is_made_in_its_own_way_is_held_to_it_too(string resource, string body)
    {
        var acme = await api.NewTenant();
        var role = (await acme.Get("/roles?name=viewer"))["data"][0].GetProperty("id").GetInt64();
        Assert.Equal(201, (await acme.Post("/custom-fields", Definition(resource, "floor", "whole_number", true))).Status);
        Assert.Equal("is required", Problem(await acme.Post($"/{resource}", Body("{}")), "custom_fields.floor"));
        Assert.Equal("must be a whole number", Problem(await acme.Post($"/{resource}", Body("""{"floor":"x"}""")), "custom_fields.floor"));
        Assert.Equal(201, (await acme.Post($"/{resource}", Body("""{"floor":3}"""))).Status);

        string Body(string values) =>
            body.Replace("{0}", $"new-{Guid.NewGuid():N}", StringComparison.Ordinal)
                .Replace("{1}", $"{role}", StringComparison.Ordinal)
                .Replace("{2}", values, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_merge_takes_what_is_fit_and_its_undoing_leaves_what_is_required()
    {
        var acme = await api.NewTenant();
        var tier = await Define(acme, "tier", "enum");
        await Define(acme, "memo", "text");
        var (old, into) = (await New(acme, """{"tier":"gold","memo":"abc"}"""), await New(acme, """{"memo":" "}"""));
        await acme.Patch($"/custom-fields/{tier}", """{"options":["silver"]}""");
        var merge = await acme.Post($"{old}/merge", $$"""{"into_id":{{into["/contacts/".Length..]}}}""");
        Assert.Equal((200, """{"memo":" "}"""), (merge.Status, merge["custom_fields"].GetRawText()));

        var other = await New(acme, """{"tier":"silver"}""");
        await acme.Post($"{other}/merge", $$"""{"into_id":{{into["/contacts/".Length..]}}}""");
        await acme.Patch($"/custom-fields/{tier}", """{"is_required":true}""");
        foreach (var _ in (int[])[1, 2])
            Assert.Equal(200, (await acme.Post($"/merges/{await Undone(acme)}/undo", "{}")).Status);
        Assert.Equal("""{"memo":" ","tier":"silver"}""", (await acme.Get(into))["custom_fields"].GetRawText());
        Assert.Equal("""{"memo":"abc","tier":"gold"}""", (await acme.Get(old))["custom_fields"].GetRawText());
    }

    [Fact]
    public async Task A_follow_up_has_the_values_of_the_closed_ticket()
    {
        var acme = await api.NewTenant();
        var requester = (await acme.Create("/contacts", new { first_name = "Jane" })).GetProperty("id");
        await acme.Create("/custom-fields", Definition("support-tickets", "floor", "whole_number", true));
        var ticket = (
            await acme.Create("/support-tickets", $$$"""{"subject":"Broken","requester_id":{{{requester}}},"custom_fields":{"floor":3}}""")
        ).GetProperty("id");
        var me = (await acme.Get("/me"))["user_id"];
        await acme.Patch($"/support-tickets/{ticket}", $$"""{"status":"solved","assignee_id":{{me}}}""");
        await acme.Patch($"/support-tickets/{ticket}", """{"status":"closed"}""");
        var next = await acme.Post($"/support-tickets/{ticket}/follow-up", "{}");
        Assert.True(next["id"].GetInt64() != ticket.GetInt64(), next.Text);
        Assert.Equal(3, next["custom_fields"].GetProperty("floor").GetInt32());
    }

    [Fact]
    public async Task A_required_field_is_required_of_new_records_and_stays()
    {
        var acme = await api.NewTenant();
        var old = await New(acme, "{}");
        await Define(acme, "tier", "enum", isRequired: true);
        Assert.Equal("is required", Problem(await acme.Post("/contacts", Contact("{}")), "custom_fields.tier"));
        Assert.Equal(200, (await acme.Patch(old, """{"last_name":"Doe"}""")).Status);
        var path = await New(acme, """{"tier":"gold"}""");
        Assert.Equal("is required", Problem(await acme.Patch(path, """{"custom_fields":{"tier":null}}"""), "custom_fields.tier"));
        Assert.Equal("is required", Problem(await acme.Put(path, """{"first_name":"Jane"}"""), "custom_fields.tier"));
    }

    private static async Task<long> Undone(Tenant tenant) =>
        (await tenant.Get("/merges?undone_at=&$sort[id]=-1"))["data"][0].GetProperty("id").GetInt64();
}
