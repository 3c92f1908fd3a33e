using System.Text.Json;
using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.Events;

public sealed class EventTestsOnSqlite(SqliteApi api) : EventTests(api);

public sealed class EventTestsOnPostgres(PostgresApi api) : EventTests(api);

public abstract class EventTests(TestApi api)
{
    [Fact]
    public async Task Every_change_is_told_with_what_was_and_what_is()
    {
        var acme = await api.NewTenant();
        var start = await End(acme);
        var reply = await acme.Post("/contacts", new { first_name = "Jane", custom_fields = new { tier = "gold" } });
        var path = $"/contacts/{reply["id"]}";
        await acme.Patch(path, new { first_name = "Joan", last_name = "Doe" });
        await acme.Patch(path, new { first_name = "Joan" });
        await acme.Delete(path);

        var events = await After(acme, start);
        Assert.Equal(
            [
                """contact.created 1 {"first_name":{"to":"Jane"},"custom_fields":{"to":{"tier":"gold"}}}""",
                """contact.updated 2 {"first_name":{"from":"Jane","to":"Joan"},"last_name":{"from":null,"to":"Doe"}}""",
                """contact.removed 2 {"first_name":{"from":"Joan"},"last_name":{"from":"Doe"},"custom_fields":{"from":{"tier":"gold"}}}""",
            ],
            events.Select(e => $"{e.GetProperty("type")} {e.GetProperty("record_version")} {Sorted(e.GetProperty("changes"))}")
        );
        Assert.Equal(reply.Header("X-Request-Id"), events[0].GetProperty("request_id").GetString());
        Assert.Equal((await acme.Get("/me"))["api_key_id"].GetInt64(), events[0].GetProperty("created_by_api_key_id").GetInt64());
        Assert.Equal(Enumerable.Range(1, 3).Select(i => start + i), events.Select(e => e.GetProperty("sequence").GetInt64()));
    }

    [Fact]
    public async Task What_is_not_kept_is_not_told()
    {
        var acme = await api.NewTenant();
        var start = await End(acme);
        await acme.Post("/contacts?dry_run=true", new { first_name = "Jane" });
        await acme.Post("/contacts", new[] { new { email = "a@example.com" }, new { email = "a@example.com" } });
        await acme.Post("/contacts", new { email = "nobody" });
        Assert.Empty(await After(acme, start));
    }

    [Fact]
    public async Task A_change_with_a_name_of_its_own_is_told_by_it()
    {
        var acme = await api.NewTenant();
        var start = await End(acme);
        var deal = (await acme.Create("/deals", new { name = "Big" })).GetProperty("id");
        foreach (var command in new[] { "win", "reopen" })
            await acme.Post($"/deals/{deal}/{command}", new { });
        await acme.Post($"/deals/{deal}/lose", new { lost_reason = "too dear" });
        Assert.Equal(
            ["deal.created", "deal.won", "deal.reopened", "deal.lost"],
            (await After(acme, start)).Select(e => e.GetProperty("type").GetString())
        );
    }

    [Fact]
    public async Task A_caller_is_told_of_what_it_may_view_and_nothing_secret()
    {
        var acme = await api.NewTenant();
        var start = await End(acme);
        await acme.Create("/contacts", new { first_name = "Jane" });
        var key = await acme.Create("/api-keys", new { name = "Second", scopes = new[] { "contacts:view" } });
        await acme.Create("/companies", new { name = "Globex" });

        var narrow = acme.With(key.GetProperty("key").GetString()!);
        Assert.Equal(["contact.created"], (await After(narrow, start)).Select(e => e.GetProperty("type").GetString()));
        Assert.Equal(403, (await narrow.Get("/audit-log")).Status);

        var all = await After(acme, start);
        Assert.Equal(["contact.created", "api_key.created", "company.created"], all.Select(e => e.GetProperty("type").GetString()));
        Assert.DoesNotContain(key.GetProperty("key").GetString()!, all[1].GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("digest", all[1].GetRawText(), StringComparison.Ordinal);
        Assert.Equal(3, (await acme.Get($"/audit-log?sequence[$gt]={start}"))["total"].GetInt64());
    }

    [Theory]
    [InlineData("after=-1")]
    [InlineData("after=x")]
    [InlineData("wait=31")]
    [InlineData("limit=201")]
    [InlineData("since=1")]
    public async Task What_cannot_be_asked_is_refused(string query) =>
        Assert.Equal(400, (await (await api.NewTenant()).Get($"/events?{query}")).Status);

    [Fact]
    public async Task A_reader_waits_until_there_is_something()
    {
        var acme = await api.NewTenant();
        var end = await End(acme);
        var waiting = acme.Get($"/events?after={end}&wait=20");
        await acme.Create("/contacts", new { first_name = "Jane" });
        Assert.Equal("contact.created", (await waiting)["data"].EnumerateArray().Single().GetProperty("type").GetString());
        Assert.Empty((await acme.Get($"/events?after={end + 1}&wait=1"))["data"].EnumerateArray());
    }

    [Fact]
    public async Task Events_are_streamed_as_they_come_and_from_where_a_client_was()
    {
        var acme = await api.NewTenant();
        var end = await End(acme);
        await acme.Create("/contacts", new { first_name = "Jane" });
        using var client = api.Anonymous();
        var request = new HttpRequestMessage(HttpMethod.Get, "/events?after=0");
        request.Headers.Add("x-api-key", acme.Key);
        request.Headers.Add("Accept", "text/event-stream");
        request.Headers.Add("Last-Event-ID", $"{end}");
        using var reply = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", reply.Content.Headers.ContentType?.MediaType);

        using var lines = new StreamReader(await reply.Content.ReadAsStreamAsync());
        Assert.Equal(($"id: {end + 1}", "event: contact.created"), (await lines.ReadLineAsync(), await lines.ReadLineAsync()));
        Assert.StartsWith("data: {\"id\":", await lines.ReadLineAsync(), StringComparison.Ordinal);
        Assert.Equal("", await lines.ReadLineAsync());
        await acme.Create("/companies", new { name = "Globex" });
        Assert.Equal(($"id: {end + 2}", "event: company.created"), (await lines.ReadLineAsync(), await lines.ReadLineAsync()));
        Assert.Equal(406, (await acme.Send(HttpMethod.Get, "/contacts", null, ("Accept", "text/event-stream"))).Status);
        Assert.Equal(400, (await acme.Send(HttpMethod.Get, "/events?limit=x", null, ("Accept", "text/event-stream"))).Status);
    }

    [Fact]
    public async Task A_reader_beside_eight_writers_sees_every_change_once_and_in_order()
    {
        const int writers = 8;
        const int each = 25;
        var acme = await api.NewTenant();
        var (after, seen) = (await End(acme), new List<JsonElement>());
        var writing = Task.WhenAll(
            Enumerable
                .Range(0, writers)
                .Select(async writer =>
                {
                    for (var i = 0; i < each; i++)
                        Assert.Equal(201, (await acme.Post("/contacts", new { first_name = $"{writer}-{i}" })).Status);
                })
        );
        while (seen.Count < writers * each)
        {
            var page = await acme.Get($"/events?after={after}&limit=7&wait=5");
            after = page["after"].GetInt64();
            seen.AddRange(page["data"].EnumerateArray());
        }

        await writing;
        Assert.Equal(
            Enumerable.Range(0, seen.Count).Select(i => after - seen.Count + 1 + i),
            seen.Select(e => e.GetProperty("sequence").GetInt64())
        );
        var names = seen.Select(e => e.GetProperty("changes").GetProperty("first_name").GetProperty("to").GetString()!).ToList();
        Assert.Equal(writers * each, names.Distinct().Count());
        // One writer's changes come in the order in which they were made.
        foreach (var one in names.GroupBy(name => name.Split('-')[0], name => int.Parse(name.Split('-')[1])))
            Assert.Equal(one.Order(), one);
    }

    private static async Task<long> End(Tenant tenant)
    {
        for (var after = 0L; ; )
        {
            var page = await tenant.Get($"/events?after={after}");
            if (page["data"].GetArrayLength() == 0)
                return after;
            after = page["after"].GetInt64();
        }
    }

    private static async Task<IReadOnlyList<JsonElement>> After(Tenant tenant, long sequence) =>
        [.. (await tenant.Get($"/events?after={sequence}"))["data"].EnumerateArray()];

    // In the order of the columns, which is nobody's concern.
    private static string Sorted(JsonElement changes)
    {
        string[] first = ["first_name", "last_name", "custom_fields"];
        return "{"
            + string.Join(
                ',',
                changes
                    .EnumerateObject()
                    .OrderBy(change => Array.IndexOf(first, change.Name))
                    .Select(change => $"\"{change.Name}\":{change.Value.GetRawText()}")
            )
            + "}";
    }
}
