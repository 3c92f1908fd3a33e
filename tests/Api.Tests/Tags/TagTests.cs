using System.Text.Json;
using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.Tags;

public sealed class TagTestsOnSqlite(SqliteApi api) : TagTests(api);

public sealed class TagTestsOnPostgres(PostgresApi api) : TagTests(api);

public abstract class TagTests(TestApi api)
{
    [Theory]
    [InlineData("VIP")]
    [InlineData("vip")]
    [InlineData(" Vip ")]
    public async Task A_name_is_taken_in_whatever_case_it_is_sent(string name)
    {
        var (acme, globex) = (await api.NewTenant(), await api.NewTenant());
        var first = await acme.Create("/tags", new { name = "VIP" });
        var second = await acme.Post("/tags", new { name });
        Assert.Equal((409, Id(first)), (second.Status, second["data"].GetProperty("existing_id").GetInt64()));
        Assert.Equal("""{"name":["is already in use"]}""", second["errors"].GetRawText());
        Assert.Equal(201, (await globex.Post("/tags", new { name })).Status);
        Assert.Equal(200, (await acme.Patch($"/tags/{Id(first)}", new { name })).Status);
    }

    [Theory]
    [InlineData("""{"color":"#3366ff"}""", "name")]
    [InlineData("""{"name":" "}""", "name")]
    [InlineData("""{"name":"x","color":"blue"}""", "color")]
    [InlineData("""{"name":"x","color":"#36f"}""", "color")]
    [InlineData("""{"name":"x","color":"#3366fg"}""", "color")]
    [InlineData("""{"name":"x","color":"#3366ff\n"}""", "color")]
    [InlineData("""{"name":"x","color":"#3366FF"}""", null)]
    [InlineData("""{"name":"x","color":null}""", null)]
    public async Task What_is_wrong_is_refused_on_its_field(string body, string? field)
    {
        var reply = await (await api.NewTenant()).Post("/tags", body);
        Assert.Equal(field, reply.Status == 201 ? null : reply["errors"].EnumerateObject().Single().Name);
        if (body.Contains("FF", StringComparison.Ordinal))
            Assert.Equal("#3366ff", reply["color"].GetString());
    }

    [Fact]
    public async Task A_record_has_each_tag_once()
    {
        var acme = await api.NewTenant();
        var (vip, late) = (await Tag(acme, "VIP"), await Tag(acme, "Late"));
        var jane = Id(await acme.Create("/contacts", new { first_name = "Jane" }));
        var deal = Id(await acme.Create("/deals", new { name = "Big" }));
        var tagging = await acme.Create("/taggings", new { tag_id = vip, contact_id = jane });
        var again = await acme.Post("/taggings", new { tag_id = vip, contact_id = jane });
        Assert.Equal((409, Id(tagging)), (again.Status, again["data"].GetProperty("existing_id").GetInt64()));
        Assert.Equal(201, (await acme.Post("/taggings", new { tag_id = late, contact_id = jane })).Status);
        Assert.Equal(201, (await acme.Post("/taggings", new { tag_id = vip, deal_id = deal })).Status);
        Assert.Equal(400, (await acme.Post("/taggings", new { tag_id = 999_999_999, deal_id = deal })).Status);
        Assert.Equal(["Late", "VIP"], await TagsOf(acme, $"contact_id={jane}"));
        Assert.Equal(["VIP"], await TagsOf(acme, $"deal_id={deal}"));
        Assert.Equal(["VIP", "VIP"], await TagsOf(acme, $"tag_id={vip}"));
    }

    [Fact]
    public async Task A_new_name_is_everywhere_at_once_and_a_tag_takes_its_taggings_along()
    {
        var acme = await api.NewTenant();
        var tag = await Tag(acme, "VIP");
        var jane = Id(await acme.Create("/contacts", new { first_name = "Jane" }));
        var made = await acme.Create("/taggings", new { tag_id = tag, contact_id = jane });
        Assert.Equal(("VIP", null), (made.GetProperty("tag").GetString(), made.GetProperty("color").GetString()));
        await acme.Patch($"/tags/{tag}", new { name = "Important", color = "#3366ff" });
        var read = await acme.Get($"/taggings/{Id(made)}");
        Assert.Equal(("Important", "#3366ff"), (read["tag"].GetString(), read["color"].GetString()));
        Assert.Equal(200, (await acme.Delete($"/tags/{tag}")).Status);
        Assert.Equal(404, (await acme.Get($"/taggings/{Id(made)}")).Status);
        Assert.Equal(200, (await acme.Get($"/contacts/{jane}")).Status);
    }

    private static async Task<long> Tag(Tenant tenant, string name) => Id(await tenant.Create("/tags", new { name }));

    private static async Task<IEnumerable<string?>> TagsOf(Tenant tenant, string query) =>
        (await tenant.Get($"/taggings?{query}"))["data"].EnumerateArray().Select(tagging => tagging.GetProperty("tag").GetString());

    private static long Id(JsonElement record) => record.GetProperty("id").GetInt64();
}
