using AchieveApex.Support;
using AchieveApex.Support.Querying;
using Xunit;

namespace AchieveApex.Api.Tests.Queries;

public sealed class CursorTestsOnSqlite(SqliteApi api) : CursorTests(api);

public sealed class CursorTestsOnPostgres(PostgresApi api) : CursorTests(api);

/// <summary>A list is walked by the addresses in the header Link.</summary>
public abstract class CursorTests(TestApi api)
{
    private const int Count = 3_200;
    private const int Walks = 16;
    private const int ChangingWalks = 4;

    [Fact]
    public async Task Following_the_links_shows_the_list_that_one_sort_would()
    {
        var contacts = await RandomContacts.Of(await ManyContacts.Alike(api, Count));
        var random = new Random(Count);
        for (var walk = 0; walk < Walks; walk++)
        {
            var query = RandomSort(contacts, random);
            var expected = QueryOracle.Answer(query, contacts.Records, int.MaxValue, int.MaxValue);
            var walked = new List<long>();
            await foreach (var page in contacts.Tenant.Walk($"/contacts?{QueryText.Of(query, walk)}&$limit={random.Next(90, 201)}"))
            {
                walked.AddRange(Ids(page));
                Assert.Equal((expected.Total, 0), (page["total"].GetInt64(), page["skip"].GetInt32()));
            }

            Assert.Equal(expected.Data.Select(record => (long)record["id"]!), walked);
        }
    }

    [Fact]
    public async Task Records_that_come_and_go_between_two_pages_make_no_other_appear_twice_or_never()
    {
        var contacts = await RandomContacts.Of(await ManyContacts.Alike(api, Count));
        var (tenant, random) = (contacts.Tenant, new Random(Count));
        var remaining = contacts.Records.ToDictionary(record => (long)record["id"]!);
        for (var walk = 0; walk < ChangingWalks; walk++)
        {
            var (query, walked, added) = (RandomSort(contacts, random), new List<long>(), new HashSet<long>());
            await foreach (var page in tenant.Walk($"/contacts?{QueryText.Of(query, walk)}&$limit=160"))
            {
                var ids = Ids(page);
                walked.AddRange(ids);
                // The page's last record, which the next address was made of, and any other one.
                foreach (var gone in new[] { ids[^1], remaining.Keys.ElementAt(random.Next(remaining.Count)) }.Where(remaining.Remove))
                    Assert.Equal(200, (await tenant.Delete($"/contacts/{gone}")).Status);
                var contact = await tenant.Create("/contacts", new { first_name = $"a{walk}", lead_score = random.Next(3) });
                added.Add(contact.GetProperty("id").GetInt64());
            }

            Assert.Equal(walked.Count, walked.Distinct().Count());
            var expected = QueryOracle
                .Answer(query, remaining.Values, int.MaxValue, int.MaxValue)
                .Data.Select(record => (long)record["id"]!);
            Assert.Equal(expected, walked.Where(remaining.ContainsKey));
            foreach (var id in added)
                await tenant.Delete($"/contacts/{id}");
        }
    }

    [Fact]
    public async Task The_link_is_the_address_that_was_asked_without_skip_and_with_a_cursor()
    {
        var acme = await Three();
        var first = await acme.Get(
            "/contacts/?$skip=1&last_name[$in][]=a+b&last_name[$in][]=a%2Bb&last_name[$in][]=%C3%A9%3C%22%3E&$limit=1"
        );
        const string kept =
            "last_name%5B%24in%5D%5B%5D=a%20b&last_name%5B%24in%5D%5B%5D=a%2Bb&last_name%5B%24in%5D%5B%5D=%C3%A9%3C%22%3E&%24limit=1";
        Assert.Matches($"^</contacts/\\?{kept}&%24cursor=[A-Za-z0-9_-]+>; rel=\"next\"$", first.Header("Link"));
        Assert.Equal("a b", (await acme.Get(first.Next!))["data"][0].GetProperty("last_name").GetString());
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("$limit=3", null)]
    [InlineData("$limit=0", null)]
    [InlineData("$skip=2&$limit=1", null)]
    [InlineData("$skip=9&$limit=1", null)]
    [InlineData("last_name=zebra&$limit=1", null)]
    [InlineData("$limit=2", "a b")]
    [InlineData("$skip=1&$limit=1", "a b")]
    [InlineData("$total=false&$limit=2", "a b")]
    [InlineData("$select[]=first_name&$limit=2", "")]
    [InlineData("$select[]=last_name&$sort[email]=1&$limit=2", "é<\">")]
    public async Task A_page_has_a_link_when_more_follows(string query, string? next)
    {
        var acme = await Three();
        var link = (await acme.Get($"/contacts?{query}")).Next;
        Assert.Equal(next is null, link is null);
        if (link is not null && await acme.Get(link) is var page)
            Assert.Equal((next, 1, (string?)null), (Name(page), page["data"].GetArrayLength(), page.Next));
    }

    [Fact]
    public async Task HEAD_answers_with_the_link_too()
    {
        var acme = await Three();
        Assert.Equal(
            (await acme.Get("/contacts?$limit=1")).Header("Link"),
            (await acme.Send(HttpMethod.Head, "/contacts?$limit=1")).Header("Link")
        );
    }

    [Fact]
    public async Task A_cursor_of_another_organization_opens_nothing()
    {
        var (acme, globex) = (await Three(), await Three());
        var link = (await globex.Get("/contacts?$limit=1&$sort[last_name]=1")).Next!;
        var page = await acme.Get(link);
        Assert.Subset(Ids(await acme.Get("/contacts")).ToHashSet(), Ids(page).ToHashSet());
        Assert.Equal((3, 1), (page["total"].GetInt32(), page["data"].GetArrayLength()));
    }

    [Theory]
    [InlineData("/roles?$limit=1", "/contacts?{cursor}", "'$cursor' belongs to another $sort, or to another list.")]
    [InlineData("/contacts?$limit=1", "/contacts?$sort[id]=1&{cursor}", "'$cursor' belongs to another $sort, or to another list.")]
    [InlineData("/contacts?$limit=1", "/contacts?$skip=1&{cursor}", "'$skip' cannot be used with '$cursor'")]
    [InlineData("/contacts?$limit=1", "/contacts?{cursor}&{cursor}", "'$cursor' is given more than once.")]
    [InlineData("/contacts?$limit=1", "/contacts?{cursor}%21", "'$cursor' is not a place in this list.")]
    [InlineData("/contacts?$limit=1", "/contacts?$cursor=last", "'$cursor' is not a place in this list.")]
    public async Task A_cursor_out_of_its_place_is_refused(string from, string to, string reason)
    {
        var acme = await Three();
        var cursor = (await acme.Get(from)).Next!.Split("%24")[^1];
        var reply = await acme.Get(to.Replace("{cursor}", $"${cursor}", StringComparison.Ordinal));
        Assert.Equal(400, reply.Status);
        Assert.StartsWith(reason, reply["message"].GetString(), StringComparison.Ordinal);
    }

    private static List<long> Ids(Reply page) => [.. page["data"].EnumerateArray().Select(record => record.GetProperty("id").GetInt64())];

    private static string? Name(Reply page) => page["data"][0].TryGetProperty("last_name", out var name) ? name.GetString() : "";

    // One to four fields, each in any direction; half the time over a part of the list.
    private static ModelQuery RandomSort(RandomContacts contacts, Random random)
    {
        var fields = contacts.Fields.Where(field => field.Name is not ("id" or "organization_id")).ToArray();
        random.Shuffle(fields);
        var keys = fields.Take(random.Next(1, 5)).Select(field => new ModelSort(field, random.Next(2) == 0)).ToList();
        if (random.Next(4) == 0)
            keys.Add(new(contacts.Fields.Single(field => field.Name == "id"), IsDescending: false));
        var score = contacts.Fields.Single(field => field.Name == "lead_score");
        ModelTest[] tests = random.Next(2) == 0 ? [] : [new(score, "$ne", [1L])];
        return new(new(tests, [], []), keys, null, null, null);
    }

    private async Task<Tenant> Three()
    {
        var acme = await api.NewTenant();
        foreach (var name in new[] { "a b", "a+b", "é<\">" })
            await acme.Create("/contacts", new { last_name = name });
        return acme;
    }
}
