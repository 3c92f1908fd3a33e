using System.Text.Json;
using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.Activities;

public sealed class RelatedTestsOnSqlite(SqliteApi api) : RelatedTests(api);

public sealed class RelatedTestsOnPostgres(PostgresApi api) : RelatedTests(api);

/// <summary>Tasks, notes and taggings, and the records that they are about.</summary>
public abstract class RelatedTests(TestApi api)
{
    private static readonly (string Path, string Fields)[] Kinds =
    [
        ("/tasks", "\"title\":\"x\""),
        ("/notes", "\"body\":\"x\""),
        ("/taggings", "\"tag_id\":TAG"),
    ];

    private const string Ticket = "support_ticket_id";
    private const string NotAbout = "company_id, deal_id, conversation_id, support_ticket_id";

    public static TheoryData<string, string, string> Others =>
        new()
        {
            { "contact_id", "/contacts", """{"first_name":"Jane"}""" },
            { "company_id", "/companies", """{"name":"Example"}""" },
            { "deal_id", "/deals", """{"name":"Big"}""" },
            { "conversation_id", "/conversations", """{"contact_id":CONTACT}""" },
            { Ticket, "/support-tickets", """{"subject":"Broken","requester_id":CONTACT}""" },
        };

    [Theory]
    [MemberData(nameof(Others))]
    public async Task What_is_about_a_record_is_found_by_it(string field, string path, string body)
    {
        var acme = await api.NewTenant();
        var (one, other) = (await Record(acme, path, body), await Record(acme, path, body));
        foreach (var (kind, fields) in Kinds)
        {
            var made = await acme.Create(kind, await Body(acme, fields, $"\"{field}\":{one}"));
            await acme.Create(kind, await Body(acme, fields, $"\"{field}\":{other}"));
            Assert.Equal(Id(made), Id((await acme.Get($"{kind}?{field}={one}"))["data"].EnumerateArray().Single()));
            Assert.Equal(0, (await acme.Get($"{kind}?{field}="))["total"].GetInt32());
            Assert.Equal(one, made.GetProperty(field).GetInt64());
        }
    }

    [Theory]
    [MemberData(nameof(Others))]
    public async Task A_record_that_is_not_there_or_somebody_elses_is_refused_on_its_field(string field, string path, string body)
    {
        var (acme, globex) = (await api.NewTenant(), await api.NewTenant());
        var foreign = await Record(globex, path, body);
        foreach (var (kind, fields) in Kinds)
        foreach (var id in new[] { foreign, 999_999_999 })
        {
            var reply = await acme.Post(kind, await Body(acme, fields, $"\"{field}\":{id}"));
            Assert.Equal(
                (400, $$"""{"{{field}}":["names no record of your organization"]}"""),
                (reply.Status, reply["errors"].GetRawText())
            );
        }
    }

    [Theory]
    [MemberData(nameof(Others))]
    public async Task A_record_with_notes_and_tasks_stays_and_its_taggings_go_with_it(string field, string path, string body)
    {
        if (field == Ticket)
            return; // which are not removed

        var acme = await api.NewTenant();
        var record = await Record(acme, path, body);
        foreach (var (kind, fields) in Kinds)
            await acme.Create(kind, await Body(acme, fields, $"\"{field}\":{record}"));

        var refused = await acme.Delete($"{path}/{record}");
        Assert.Equal((409, """{"used_by":{"notes":1,"tasks":1}}"""), (refused.Status, refused["data"].GetRawText()));
        await (await acme.AsBulk()).Delete($"/notes?{field}={record}");
        await (await acme.AsBulk()).Patch($"/tasks?{field}={record}", $$"""{"{{field}}":null}""");
        Assert.Equal(200, (await acme.Delete($"{path}/{record}")).Status);
        foreach (var (kind, left) in new[] { ("/tasks", 1), ("/notes", 0), ("/taggings", 0), ("/tags", 1) })
            Assert.Equal(left, (await acme.Get(kind))["total"].GetInt32());
    }

    [Theory]
    [InlineData("/tasks", "", null)]
    [InlineData("/tasks", "contact_id company_id deal_id", null)]
    [InlineData("/notes", "", $"contact_id: is required, or one of: {NotAbout}")]
    [InlineData("/notes", "deal_id", null)]
    [InlineData("/notes", "contact_id company_id deal_id", null)]
    [InlineData("/taggings", "", $"contact_id: is required, or in its place one of: {NotAbout}")]
    [InlineData("/taggings", "deal_id", null)]
    [InlineData("/taggings", "company_id deal_id", $"contact_id: is required, or in its place one of: {NotAbout}")]
    public async Task A_task_may_be_about_nothing_a_note_is_about_something_and_a_tagging_about_one(
        string kind,
        string about,
        string? problem
    )
    {
        var acme = await api.NewTenant();
        var references = new List<string>();
        foreach (var (field, path, body) in Others.Select(row => row.Data))
            if (about.Contains(field, StringComparison.Ordinal))
                references.Add($"\"{field}\":{await Record(acme, path, body)}");
        var reply = await acme.Post(kind, await Body(acme, Kinds.Single(known => known.Path == kind).Fields, [.. references]));
        Assert.Equal(
            problem,
            reply.Status == 201 ? null
                : reply["errors"].EnumerateObject().Single() is var error ? $"{error.Name}: {error.Value[0]}"
                : null
        );
    }

    [Fact]
    public async Task A_note_keeps_at_least_one_record_that_it_is_about()
    {
        var acme = await api.NewTenant();
        var contact = Id(await acme.Create("/contacts", new { first_name = "Jane" }));
        var note = $"/notes/{Id(await acme.Create("/notes", new { body = "x", contact_id = contact }))}";
        Assert.Equal(400, (await acme.Patch(note, new { contact_id = (long?)null })).Status);
        Assert.Equal(400, (await acme.Patch(note, new { body = new string('x', 20_001) })).Status);
        var patched = await acme.Patch(note, new { body = new string('x', 20_000), pinned = true });
        Assert.Equal((200, true), (patched.Status, patched["pinned"].GetBoolean()));
        Assert.Equal(1, (await acme.Get("/notes?pinned=true"))["total"].GetInt32());
    }

    // Each of an organization is tagged with the one tag that it has.
    private static async Task<string> Body(Tenant tenant, string fields, params string[] references)
    {
        if (fields.Contains("TAG", StringComparison.Ordinal))
        {
            var tags = (await tenant.Get("/tags"))["data"];
            var tag = tags.GetArrayLength() > 0 ? tags[0] : await tenant.Create("/tags", new { name = "Important" });
            fields = fields.Replace("TAG", $"{Id(tag)}", StringComparison.Ordinal);
        }

        return $"{{{string.Join(',', [fields, .. references])}}}";
    }

    private static async Task<long> Record(Tenant tenant, string path, string body)
    {
        if (body.Contains("CONTACT", StringComparison.Ordinal))
            body = body.Replace(
                "CONTACT",
                $"{Id(await tenant.Create("/contacts", new { first_name = "Jane" }))}",
                StringComparison.Ordinal
            );
        return Id(await tenant.Create(path, body));
    }

    private static long Id(JsonElement record) => record.GetProperty("id").GetInt64();
}
