using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.Search;

public sealed class SearchAllTestsOnSqlite(SqliteApi api) : SearchAllTests(api);

public sealed class SearchAllTestsOnPostgres(PostgresApi api) : SearchAllTests(api);

public abstract class SearchAllTests(TestApi api)
{
    [Fact]
    public async Task Words_are_found_in_everything_that_the_caller_may_view()
    {
        var (acme, globex) = (await api.NewTenant(), await api.NewTenant());
        await acme.Create("/companies", new { name = "Überseekontor Hamburg" });
        await acme.Create("/contacts", new { first_name = "Jane", company_name = "Uberseekontor" });
        await acme.Create("/deals", new { name = "Contract with Überseekontor" });
        await globex.Create("/contacts", new { first_name = "Überseekontor" });

        Assert.Equal(["companies", "contacts", "deals"], await Found(acme, "q=ubersee"));
        Assert.Equal(["companies"], await Found(acme, "q=hamb%20ubersee"));
        Assert.Equal(["contacts"], await Found(await acme.As("owner", "contacts:view"), "q=ubersee"));
        Assert.Empty(await Found(acme, "q=kontor"));
    }

    [Fact]
    public async Task The_newest_of_each_resource_are_shown_as_that_shows_them()
    {
        var acme = await api.NewTenant();
        for (var i = 0; i < 7; i++)
            await acme.Create("/contacts", new { first_name = "Jane", last_name = $"{i}" });
        Assert.Equal(5, (await Found(acme, "q=jane")).Count);
        var newest = (await acme.Get("/search?q=jane&limit=1"))["data"].EnumerateArray().Single().GetProperty("record");
        Assert.Equal((await acme.Get($"/contacts/{newest.GetProperty("id")}")).Text, newest.GetRawText());
        Assert.Equal("6", newest.GetProperty("last_name").GetString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("q=")]
    [InlineData("q=jane&limit=26")]
    [InlineData("q=jane&type=contacts")]
    public async Task What_cannot_be_asked_is_refused(string query) =>
        Assert.Equal(400, (await (await api.NewTenant()).Get($"/search?{query}")).Status);

    private static async Task<IReadOnlyList<string?>> Found(Tenant tenant, string query) =>
        [.. (await tenant.Get($"/search?{query}"))["data"].EnumerateArray().Select(hit => hit.GetProperty("resource").GetString())];
}
