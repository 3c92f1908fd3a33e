using System.Text.Json;
using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.Routes;

public sealed class PatchTestsOnSqlite(SqliteApi api) : PatchTests(api);

public sealed class PatchTestsOnPostgres(PostgresApi api) : PatchTests(api);

/// <summary>What a merge patch does to a record, RFC 7396.</summary>
public abstract class PatchTests(TestApi api)
{
    [Fact]
    public async Task PATCH_changes_what_it_names_and_null_removes()
    {
        var (acme, path) = await People.Jane(api);
        var reply = await acme.Patch(path, """{"last_name":"Roe","email":null,"do_not_contact":null,"owner_id":null}""");
        Assert.Equal(
            ("Jane", "Roe", null, JsonValueKind.Null, 2),
            (
                reply["first_name"].GetString(),
                reply["last_name"].GetString(),
                reply["email"].GetString(),
                reply["do_not_contact"].ValueKind,
                reply["version"].GetInt32()
            )
        );
    }

    [Theory]
    [InlineData("""{"custom_fields":{"c":[]}}""", """{"a":1,"b":["x","y"],"c":[]}""")]
    [InlineData("""{"custom_fields":{"a":null}}""", """{"b":["x","y"]}""")]
    [InlineData("""{"custom_fields":{"b":["z"]}}""", """{"a":1,"b":["z"]}""")]
    [InlineData("""{"custom_fields":{"a":null,"b":null,"z":null}}""", "{}")]
    [InlineData("""{"custom_fields":{}}""", """{"a":1,"b":["x","y"]}""")]
    [InlineData("""{"custom_fields":null}""", "{}")]
    public async Task PATCH_merges_custom_fields_one_by_one(string patch, string expected)
    {
        var (acme, path) = await People.Jane(api);
        Assert.Equal(expected, (await acme.Patch(path, patch))["custom_fields"].GetRawText());
        Assert.Equal(expected, (await acme.Get(path))["custom_fields"].GetRawText());
    }

    [Fact]
    public async Task PATCH_validates_the_merged_whole()
    {
        var (acme, path) = await People.Jane(api);
        var reply = await acme.Patch(path, """{"first_name":null,"last_name":null,"email":null,"phone":null}""");
        Assert.Equal("""{"email":["is required, or one of: phone, first_name, last_name"]}""", reply["errors"].GetRawText());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"first_name":"Jane"}""")]
    [InlineData("""{"custom_fields":{"a":1}}""")]
    public async Task PATCH_that_changes_nothing_is_200_and_leaves_the_version(string patch)
    {
        var (acme, path) = await People.Jane(api);
        var before = await acme.Get(path);
        var reply = await acme.Patch(path, patch);
        Assert.Equal((200, before.Text), (reply.Status, reply.Text));
    }

    [Fact]
    public async Task Parallel_patches_are_made_or_refused_and_never_lost()
    {
        var (acme, path) = await People.Jane(api);
        var replies = await Task.WhenAll(Enumerable.Range(1, 12).Select(i => acme.Patch(path, new { lead_score = 100 + i })));
        Assert.All(replies, reply => Assert.True(reply.Status is 200 or 409, reply.Text));
        Assert.Equal(1 + replies.Count(reply => reply.Status == 200), (await acme.Get(path))["version"].GetInt32());
    }
}
