using System.Text.Json;
using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.Contacts;

public sealed class CompanyTestsOnSqlite(SqliteApi api) : CompanyTests(api);

public sealed class CompanyTestsOnPostgres(PostgresApi api) : CompanyTests(api);

public abstract class CompanyTests(TestApi api)
{
    private const string Circle = """{"parent_company_id":["must not be the company itself or one that belongs to it"]}""";

    [Fact]
    public async Task A_created_company_is_read_back_as_it_was_answered()
    {
        var acme = await api.NewTenant();
        var created = await acme.Create(
            "/companies",
            new
            {
                name = " Example Ltd ",
                domain = "https://www.Example.com/about",
                website = "https://example.com",
                phone = "+44 20 7946 0123",
                type = "customer",
                employee_count = 12,
            }
        );
        Assert.Equal(
            ("Example Ltd", "example.com", "+442079460123"),
            (Text(created, "name"), Text(created, "domain"), Text(created, "phone_e164"))
        );
        Assert.Equal(created.GetRawText(), (await acme.Get($"/companies/{Id(created)}")).Text);
    }

    [Theory]
    [InlineData("""{"domain":"example.com"}""", "name")]
    [InlineData("""{"name":"  "}""", "name")]
    [InlineData("""{"name":"x","domain":"example"}""", "domain")]
    [InlineData("""{"name":"x","website":"javascript:alert(1)"}""", "website")]
    [InlineData("""{"name":"x","website":"example.com"}""", "website")]
    [InlineData("""{"name":"x","employee_count":-1}""", "employee_count")]
    [InlineData("""{"name":"x","type":"friend"}""", "type")]
    [InlineData("""{"name":"x","annual_revenue":1.00001,"currency":"EUR"}""", "annual_revenue")]
    [InlineData("""{"name":"x","annual_revenue":-1,"currency":"EUR"}""", "annual_revenue")]
    [InlineData("""{"name":"x","annual_revenue":12345678901234.56,"currency":"EUR"}""", "annual_revenue")]
    [InlineData("""{"name":"x","annual_revenue":1e30,"currency":"EUR"}""", "annual_revenue")]
    [InlineData("""{"name":"x","annual_revenue":"1","currency":"EUR"}""", "annual_revenue")]
    [InlineData("""{"name":"x","annual_revenue":1}""", "currency")]
    [InlineData("""{"name":"x","currency":"XXX"}""", "currency")]
    [InlineData("""{"name":"x","currency":"eur"}""", "currency")]
    [InlineData("""{"name":"x","parent_company_id":999999}""", "parent_company_id")]
    [InlineData("""{"name":"x","owner_id":999999}""", "owner_id")]
    public async Task What_is_wrong_is_refused_on_its_field(string body, string field)
    {
        var acme = await api.NewTenant();
        var reply = await acme.Post("/companies", body);
        Assert.Equal((400, field), (reply.Status, reply["errors"].EnumerateObject().Single().Name));
    }

    [Fact]
    public async Task Money_is_kept_exactly_and_found_and_sorted_as_a_number()
    {
        var acme = await api.NewTenant();
        string[] sent = ["922337203685477", "99999999999.9999", "0.0001", "1250.50", "9", "10"];
        foreach (var amount in sent)
            await acme.Post("/companies", $$"""{"name":"x","annual_revenue":{{amount}},"currency":"EUR"}""");

        async Task<IEnumerable<string>> Amounts(string query) =>
            (await acme.Get($"/companies?{query}"))["data"]
                .EnumerateArray()
                .Select(company => company.GetProperty("annual_revenue").GetRawText());

        Assert.Equal(["0.0001", "9", "10", "1250.5", "99999999999.9999", "922337203685477"], await Amounts("$sort[annual_revenue]=1"));
        Assert.Equal(["1250.5"], await Amounts("annual_revenue=1250.5"));
        Assert.Equal(["10", "0.0001"], await Amounts("annual_revenue[$in]=0.0001&annual_revenue[$in]=10.0"));
        Assert.Equal(["10", "9"], await Amounts("annual_revenue[$gt]=0.0001&annual_revenue[$lt]=1250.5"));
        var last = await acme.Get("/companies?$sort[annual_revenue]=-1&$limit=3");
        var next = last.Next!;
        Assert.Equal(["10", "9", "0.0001"], await Amounts(next.Split('?')[1]));
    }

    [Fact]
    public async Task A_domain_is_taken_in_whatever_form_it_is_sent()
    {
        var acme = await api.NewTenant();
        var first = await acme.Create("/companies", new { name = "First", domain = "example.com" });
        var second = await acme.Post("/companies", new { name = "Second", domain = "HTTP://WWW.EXAMPLE.COM/" });
        Assert.Equal((409, Id(first)), (second.Status, second["data"].GetProperty("existing_id").GetInt64()));
    }

    [Fact]
    public async Task Another_organization_may_have_the_same_domain()
    {
        var replies = new List<int>();
        for (var i = 0; i < 2; i++)
            replies.Add((await (await api.NewTenant()).Post("/companies", new { name = "Example", domain = "example.com" })).Status);
        Assert.Equal([201, 201], replies);
    }

    [Fact]
    public async Task A_company_is_replaced_or_made_by_its_domain()
    {
        var acme = await api.NewTenant();
        var made = await acme.Put("/companies/by-domain/WWW.Example.com", new { name = "First" });
        var replaced = await acme.Put("/companies/by-domain/example.com", new { name = "Second" });
        Assert.Equal((201, 200, Id(made.Body)), (made.Status, replaced.Status, Id(replaced.Body)));
        Assert.Equal(("Second", "example.com"), (Text(replaced.Body, "name"), Text(replaced.Body, "domain")));
    }

    [Fact]
    public async Task No_company_is_above_itself()
    {
        var acme = await api.NewTenant();
        var top = Id(await acme.Create("/companies", new { name = "Top" }));
        var middle = Id(await acme.Create("/companies", new { name = "Middle", parent_company_id = top }));
        var bottom = Id(await acme.Create("/companies", new { name = "Bottom", parent_company_id = middle }));
        foreach (var parent in new[] { top, middle, bottom })
        {
            var reply = await acme.Patch($"/companies/{top}", new { parent_company_id = parent });
            Assert.Equal((400, Circle), (reply.Status, reply["errors"].GetRawText()));
        }
    }

    [Fact]
    public async Task Two_companies_put_above_each_other_at_the_same_moment_make_no_circle()
    {
        var acme = await api.NewTenant();
        for (var round = 0; round < 10; round++)
        {
            var (one, other) = (
                Id(await acme.Create("/companies", new { name = "One" })),
                Id(await acme.Create("/companies", new { name = "Other" }))
            );
            var replies = await Task.WhenAll(
                acme.Patch($"/companies/{one}", new { parent_company_id = other }),
                acme.Patch($"/companies/{other}", new { parent_company_id = one })
            );
            Assert.Equal([200, 400], replies.Select(reply => reply.Status).Order());
        }
    }

    [Fact]
    public async Task The_way_up_has_an_end()
    {
        var acme = await api.NewTenant();
        long? parent = null;
        var statuses = new List<int>();
        for (var i = 0; i < 22; i++)
        {
            var reply = await acme.Post("/companies", new { name = $"Level {i}", parent_company_id = parent });
            statuses.Add(reply.Status);
            parent = reply.Status == 201 ? Id(reply.Body) : parent;
        }

        Assert.Equal([.. Enumerable.Repeat(201, 21), 400], statuses);
    }

    [Fact]
    public async Task A_company_that_came_to_be_deep_down_is_still_changed_and_moved()
    {
        var acme = await api.NewTenant();
        var chain = new List<long> { Id(await acme.Create("/companies", new { name = "Top" })) };
        for (var i = 0; i < 20; i++)
            chain.Add(Id(await acme.Create("/companies", new { name = $"Level {i}", parent_company_id = chain[^1] })));
        var above = Id(await acme.Create("/companies", new { name = "Above" }));
        Assert.Equal(200, (await acme.Patch($"/companies/{chain[0]}", new { parent_company_id = above })).Status);
        Assert.Equal(200, (await acme.Patch($"/companies/{chain[^1]}", new { description = "deep" })).Status);
        Assert.Equal(400, (await acme.Patch($"/companies/{above}", new { parent_company_id = chain[^1] })).Status);
        Assert.Equal(200, (await acme.Patch($"/companies/{chain[^1]}", new { parent_company_id = above })).Status);
    }

    [Fact]
    public async Task Somebody_elses_company_is_refused_like_one_that_never_was()
    {
        var (acme, other) = (await api.NewTenant(), await api.NewTenant());
        var foreign = Id(await other.Create("/companies", new { name = "Theirs" }));
        foreach (var (path, field) in new[] { ("/companies", "parent_company_id"), ("/contacts", "company_id") })
        {
            var texts = new List<string>();
            foreach (var id in new[] { foreign, 999_999_999 })
                texts.Add(
                    (await acme.Post(path, $$"""{"{{(path == "/contacts" ? "first_name" : "name")}}":"x","{{field}}":{{id}}}""")).Text
                );
            Assert.Contains("names no record of your organization", texts[0], StringComparison.Ordinal);
            Assert.Equal(texts[0], texts[1]);
        }
    }

    [Fact]
    public async Task A_company_in_use_is_not_removed_and_by_what_it_is_used_is_told()
    {
        var acme = await api.NewTenant();
        var company = Id(await acme.Create("/companies", new { name = "Example" }));
        var contact = Id(await acme.Create("/contacts", new { first_name = "Jane", company_id = company }));
        await acme.Create("/contacts", new { first_name = "Joe" });
        Assert.Equal(contact, Id((await acme.Get($"/contacts?company_id={company}"))["data"].EnumerateArray().Single()));
        await acme.Create("/companies", new { name = "Below", parent_company_id = company });
        var refused = await acme.Delete($"/companies/{company}");
        Assert.Equal(
            (
                409,
                "The record is still in use (companies: 1, contacts: 1) and cannot be removed",
                """{"used_by":{"companies":1,"contacts":1}}"""
            ),
            (refused.Status, refused["message"].GetString(), refused["data"].GetRawText())
        );
        var narrow = await acme.As("owner", "companies:*");
        Assert.Equal("""{"used_by":{"companies":1}}""", (await narrow.Delete($"/companies/{company}"))["data"].GetRawText());
        await (await acme.AsBulk()).Delete($"/companies?parent_company_id={company}");
        await acme.Patch($"/contacts/{contact}", new { company_id = (long?)null });
        Assert.Equal(200, (await acme.Delete($"/companies/{company}")).Status);
    }

    private static long Id(JsonElement record) => record.GetProperty("id").GetInt64();

    private static string? Text(JsonElement record, string field) => record.GetProperty(field).GetString();
}
