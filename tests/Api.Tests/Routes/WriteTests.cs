using System.Text.Json;
using System.Text.Json.Nodes;
using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.Routes;

public sealed class WriteTestsOnSqlite(SqliteApi api) : WriteTests(api);

public sealed class WriteTestsOnPostgres(PostgresApi api) : WriteTests(api);

/// <summary>What POST, PUT, PATCH and DELETE do to a record.</summary>
public abstract class WriteTests(TestApi api)
{
    private static readonly string[] Bookkeeping =
    [
        "id",
        "organization_id",
        "version",
        "created_at",
        "created_by_user_id",
        "created_by_api_key_id",
        "updated_at",
        "updated_by_user_id",
        "updated_by_api_key_id",
        "phone_e164",
    ];

    [Fact]
    public async Task A_record_shows_every_field_in_a_fixed_order()
    {
        var reply = await (await api.NewTenant()).Post("/contacts", new { last_name = "Doe" });
        Assert.Equal(
            [
                "id",
                "organization_id",
                "first_name",
                "last_name",
                "email",
                "phone",
                "phone_e164",
                "job_title",
                "company_name",
                "company_id",
                "lifecycle_stage",
                "lead_source",
                "lead_score",
                "do_not_contact",
                "owner_id",
                "external_id",
                "custom_fields",
                "version",
                "created_at",
                "created_by_user_id",
                "created_by_api_key_id",
                "updated_at",
                "updated_by_user_id",
                "updated_by_api_key_id",
            ],
            reply.Body.EnumerateObject().Select(member => member.Name)
        );
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    public async Task Read_only_fields_are_accepted_and_ignored_whatever_they_hold(string method)
    {
        var (acme, path) = await People.Jane(api);
        var body = Bookkeeping.Where(name => name != "organization_id").ToDictionary(name => name, object? (_) => "nonsense");
        body["last_name"] = "Roe";
        var reply = await acme.Send(HttpMethod.Parse(method), method == "POST" ? "/contacts" : path, body);
        Assert.Equal(method == "POST" ? 201 : 200, reply.Status);
        Assert.Equal(("Roe", acme.OrganizationId), (reply["last_name"].GetString(), reply["organization_id"].GetInt64()));
    }

    [Fact]
    public async Task A_record_as_it_was_read_can_be_sent_back_and_is_unchanged()
    {
        var (acme, path) = await People.Jane(api);
        var read = await acme.Get(path);
        Assert.Equal(read.Text, (await acme.Put(path, read.Text)).Text);
        Assert.Equal(read.Text, (await acme.Patch(path, read.Text)).Text);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    public async Task The_key_s_own_organization_is_accepted(string method)
    {
        var (acme, path) = await People.Jane(api);
        var reply = await Send(acme, method, path, acme.OrganizationId);
        Assert.Equal(method == "POST" ? 201 : 200, reply.Status);
    }

    [Theory]
    [InlineData("\"101\"")]
    [InlineData("1.5")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("99999999999999999999")]
    public async Task An_organization_that_is_no_whole_number_is_400(string organization)
    {
        var reply = await (await api.NewTenant()).Post("/contacts", $$"""{"last_name":"Doe","organization_id":{{organization}}}""");
        Assert.Equal("""{"organization_id":["must be a whole number"]}""", reply["errors"].GetRawText());
    }

    [Fact]
    public async Task PUT_replaces_everything_that_a_client_may_write()
    {
        var (acme, path) = await People.Jane(api);
        var before = (await acme.Get(path)).Body;
        var after = await acme.Put(path, new { phone = "+49 30 123456" });
        var expected = JsonNode.Parse(before.GetRawText())!.AsObject();
        foreach (var name in expected.Select(member => member.Key).Except(Bookkeeping).ToList())
            expected[name] = null;

        (expected["phone"], expected["phone_e164"], expected["custom_fields"]) = ("+49 30 123456", "+4930123456", new JsonObject());
        (expected["version"], expected["updated_at"]) = (2, after["updated_at"].GetString());
        Assert.Equal(expected.ToJsonString(Application.Resources.WireFormat.Options), after.Text);
        Assert.Equal(after.Text, (await acme.Get(path)).Text);
    }

    [Fact]
    public async Task PUT_validates_like_a_creation()
    {
        var (acme, path) = await People.Jane(api);
        var reply = await acme.Put(path, new { lead_score = 1 });
        Assert.Equal("""{"email":["is required, or one of: phone, first_name, last_name"]}""", reply["errors"].GetRawText());
    }

    [Fact]
    public async Task PUT_never_creates()
    {
        var acme = await api.NewTenant();
        var reply = await acme.Put("/contacts/123456789", new { first_name = "Jane" });
        Assert.Equal((404, 0), (reply.Status, (await acme.Get("/contacts"))["total"].GetInt32()));
    }

    [Fact]
    public async Task Validation_comes_before_existence()
    {
        var acme = await api.NewTenant();
        Assert.Equal(400, (await acme.Put("/contacts/123456789", new { })).Status);
        Assert.Equal(400, (await acme.Patch("/contacts/123456789", new { colour = 1 })).Status);
        Assert.Equal(400, (await acme.Patch("/contacts/123456789", "{")).Status);
        Assert.Equal(404, (await acme.Patch("/contacts/123456789", new { })).Status);
    }

    [Theory]
    [InlineData("$select[]=email", "id,email")]
    [InlineData("$select=email", "id,email")]
    [InlineData("$select[0]=last_name&$select[1]=email", "id,last_name,email")]
    [InlineData("%24%73elect%5B%5D=email", "id,email")]
    [InlineData("$select[]=id", "id")]
    [InlineData("$select[]=custom_fields&$select[]=version", "id,custom_fields,version")]
    public async Task A_selection_shapes_the_answer_of_reads_and_writes(string query, string names)
    {
        var (acme, path) = await People.Jane(api);
        Assert.Equal(names, Names((await acme.Get($"{path}?{query}")).Body));
        Assert.Equal(names, Names((await acme.Get($"/contacts?{query}"))["data"][0]));
        Assert.Equal(names, Names((await acme.Post($"/contacts?{query}", new { last_name = "Roe" })).Body));
        Assert.Equal(names, Names((await acme.Patch($"{path}?{query}", new { last_name = "Roe" })).Body));
        Assert.Equal(names, Names((await acme.Put($"{path}?{query}", new { last_name = "Poe" })).Body));
        Assert.Equal(names, Names((await acme.Delete($"{path}?{query}")).Body));
    }

    [Theory]
    [InlineData("$limit=1", "'$limit' cannot be used on a write: only $select and dry_run can.")]
    [InlineData("first_name=Jane", "'first_name' cannot be used on a write: only $select and dry_run can.")]
    [InlineData("$or[0][first_name]=Jane", "'$or' cannot be used on a write: only $select and dry_run can.")]
    [InlineData("$select[]=colour", "Unknown field 'colour'.")]
    [InlineData("$select=", "'$select' needs at least one field.")]
    public async Task Other_parts_of_a_query_are_refused_on_a_write(string query, string message)
    {
        var (acme, path) = await People.Jane(api);
        Reply[] replies =
        [
            await acme.Post($"/contacts?{query}", new { last_name = "Roe" }),
            await acme.Put($"{path}?{query}", new { last_name = "Roe" }),
            await acme.Patch($"{path}?{query}", new { last_name = "Roe" }),
            await acme.Delete($"{path}?{query}"),
        ];
        Assert.All(replies, reply => Assert.Equal((400, message), (reply.Status, reply["message"].GetString())));
        Assert.Equal((1, 1), ((await acme.Get("/contacts"))["total"].GetInt32(), (await acme.Get(path))["version"].GetInt32()));
    }

    [Theory]
    [InlineData("first_name=Jane", 200)]
    [InlineData("first_name=Joan", 404)]
    [InlineData("$or[0][first_name]=Joan&$or[1][last_name]=Doe", 200)]
    [InlineData("lead_score[$gt]=7", 404)]
    [InlineData("$limit=1", 400)]
    [InlineData("$skip=0", 400)]
    [InlineData("$sort[id]=1", 400)]
    [InlineData("$total=false", 400)]
    [InlineData("colour=red", 400)]
    public async Task A_query_narrows_the_reading_of_one_record(string query, int status)
    {
        var (acme, path) = await People.Jane(api);
        Assert.Equal(status, (await acme.Get($"{path}?{query}")).Status);
    }

    private static Task<Reply> Send(Tenant tenant, string method, string path, long organization) =>
        tenant.Send(
            HttpMethod.Parse(method),
            method == "POST" ? "/contacts" : path,
            new { last_name = "Roe", organization_id = organization }
        );

    private static string Names(JsonElement record) => string.Join(',', record.EnumerateObject().Select(member => member.Name));
}
