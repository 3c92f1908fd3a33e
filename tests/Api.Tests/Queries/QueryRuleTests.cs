using System.Globalization;
using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.Queries;

public sealed class QueryRuleTestsOnSqlite(SqliteApi api) : QueryRuleTests(api);

public sealed class QueryRuleTestsOnPostgres(PostgresApi api) : QueryRuleTests(api);

/// <summary>Each rule of the query language, on real records.</summary>
public abstract class QueryRuleTests(TestApi api)
{
    /// <summary>Query → the last names that are found, in their order. There are A (score 1, lead), b (score 5), C (no score, customer) and é (score 10).</summary>
    public static TheoryData<string, string> Found { get; } =
        new()
        {
            { "", "é,C,b,A" },
            { "$sort[id]=1", "A,b,C,é" },
            { "$sort[last_name]=1", "A,C,b,é" },
            { "$sort[last_name]=-1", "é,b,C,A" },
            { "$sort[lead_score]=1", "C,A,b,é" },
            { "$sort[lead_score]=-1", "é,b,A,C" },
            { "$sort[do_not_contact]=1&$sort[id]=1", "b,C,é,A" },
            { "$sort[lifecycle_stage]=1", "b,é,C,A" },
            { "last_name=A", "A" },
            { "last_name=a", "" },
            { "last_name=", "" },
            { "lead_score=", "C" },
            { "lead_score[$ne]=", "é,b,A" },
            { "lead_score[$ne]=5", "é,C,A" },
            { "lead_score[$nin][]=5&lead_score[$nin][]=10", "C,A" },
            { "lead_score[$nin][]=&lead_score[$nin][]=10", "b,A" },
            { "lead_score[$in][]=&lead_score[$in][]=1", "C,A" },
            { "lead_score[$in]=5", "b" },
            { "lead_score[$in]=", "" },
            { "lead_score[$nin]=", "é,C,b,A" },
            { "lead_score%5B%24in%5D%5B0%5D=5&lead_score%5B%24in%5D%5B1%5D=1", "b,A" },
            { "lead_score[$in][7]=5&lead_score[$in][3]=1", "b,A" },
            { "lead_score[$in]=5&lead_score[$in]=1", "b,A" },
            { "lead_score[$gt]=1&lead_score[$lte]=10", "é,b" },
            { "lead_score[$gte]=5", "é,b" },
            { "lead_score[$lt]=5", "A" },
            { "lead_score[$lt]=-1", "" },
            { "last_name[$gt]=C", "é,b" },
            { "last_name[$lte]=C", "C,A" },
            { "lifecycle_stage=lead", "A" },
            { "lifecycle_stage[$ne]=lead", "é,C,b" },
            { "lifecycle_stage[$in][]=lead&lifecycle_stage[$in][]=customer", "C,A" },
            { "do_not_contact=true", "A" },
            { "do_not_contact=", "é,C,b" },
            { "company_name[$like]=Acme%25", "b,A" },
            { "company_name[$like]=acme%25", "" },
            { "company_name[$ilike]=ACME%25", "b,A" },
            { "company_name[$notlike]=Acme%25", "é,C" },
            { "company_name[$like]=Ac_e%20Ltd", "A" },
            { "company_name[$like]=100%5C%25", "C" },
            { "$or[0][last_name]=A&$or[1][lead_score]=5", "b,A" },
            { "$or[5][last_name]=A&$or[1][lead_score]=5&lead_score[$gt]=1", "b" },
            { "$and[0][lead_score][$gt]=1&$and[1][lead_score][$lt]=10", "b" },
            { "$or[0][$and][0][last_name]=A&$or[0][$and][1][lead_score]=5&$or[1][last_name]=C", "C" },
            { "created_at[$gt]=2020-01-01T00:00:00Z&lead_score[$gt]=5", "é" },
            { "created_at[$lt]=2020-01-01T00:00:00%2B02:00", "" },
            { "$limit=2", "é,C" },
            { "$limit=2&$skip=3", "A" },
            { "$limit=0", "" },
            { "$skip=4", "" },
            { "$skip=100000", "" },
            { "email=", "" },
            { "external_id[$ne]=x", "é,C,b,A" },
        };

    /// <summary>Query → a part of the 400.</summary>
    public static TheoryData<string, string> Refused { get; } =
        new()
        {
            { "$limit=-1", "'$limit' must be a whole number of at least 0." },
            { "$limit=1.5", "'$limit' must be a whole number of at least 0." },
            { "$limit=", "'$limit' must be a whole number of at least 0." },
            { "$limit=1&$limit=2", "'$limit' is given more than once." },
            { "$limit[$gt]=1", "'$limit' takes one value." },
            { "$skip=x", "'$skip' must be a whole number of at least 0." },
            { "$skip=100001", "'$skip' can be at most 100000." },
            { "$skip=99999999999999999999", "'$skip' can be at most 100000." },
            { "$total=yes", "'$total' must be true or false." },
            { "$sort=last_name", "'$sort' names its field" },
            { "$sort[last_name]=desc", "must be 1 (ascending) or -1 (descending)" },
            { "$sort[colour]=1", "Unknown field 'colour'." },
            { "$sort[custom_fields]=1", "Field 'custom_fields' cannot be filtered or sorted by." },
            { "$select[]=colour", "Unknown field 'colour'." },
            { "$regex=x", "Unknown parameter '$regex'." },
            { "$where=1", "Unknown parameter '$where'." },
            { "$limits=1", "Unknown parameter '$limits'. Did you mean '$limit'?" },
            { "last_nam=A", "Unknown field 'last_nam'. Did you mean 'last_name'?" },
            { "email_key=a", "Unknown field 'email_key'." },
            { "custom_fields[a]=1", "Field 'custom_fields' cannot be filtered or sorted by." },
            { "last_name[$regex]=A", "Unknown operator '$regex' on field 'last_name'." },
            { "last_name[$eq]=A", "Unknown operator '$eq' on field 'last_name'." },
            { "last_name[x]=A", "Unknown operator 'x' on field 'last_name'." },
            { "lead_score[$like]=10", "Field 'lead_score' does not take '$like'" },
            { "do_not_contact[$gt]=true", "Field 'do_not_contact' does not take '$gt'" },
            { "last_name=A&last_name=B", "'last_name' is given more than once." },
            { "last_name=A&last_name[$ne]=B", "'last_name' is given both a value and members." },
            { "last_name[$in=A", "its brackets do not match" },
            { "[last_name]=A", "its brackets do not match" },
            { "$or=x", "'$or' needs at least one group" },
            { "$or[x][last_name]=A", "'x' is not an index" },
            { "$or[0]=A", "'$or[0]' is not a group" },
            { "$or[0][$limit]=1", "a group takes fields, $or and $and" },
        };

    /// <summary>Condition → what is said about its field.</summary>
    public static TheoryData<string, string> Mistyped { get; } =
        new()
        {
            { "lead_score=high", "must be a whole number" },
            { "lead_score=1e2", "must be a whole number" },
            { "lead_score=%2B1", "must be a whole number" },
            { "lead_score=1.0", "must be a whole number" },
            { "lead_score=2147483648", "must be a whole number from -2147483648 to 2147483647" },
            { "id=9223372036854775808", "must be a whole number from" },
            { "lead_score[$gt]=", "must be a whole number" },
            { "do_not_contact=1", "must be true or false" },
            { "do_not_contact=True", "must be true or false" },
            { "lifecycle_stage=friend", "must be one of subscriber, lead" },
            { "lifecycle_stage=Lead", "must be one of subscriber, lead" },
            { "created_at=2026-01-01", "must be an RFC 3339 time" },
            { "created_at=2026-01-01T00:00:00", "must be an RFC 3339 time" },
            { "created_at=2026-01-01T00:00:00+01:00", "must be an RFC 3339 time" },
            { "created_at=2026-02-30T00:00:00Z", "must be an RFC 3339 time" },
            { "last_name=%00", "must not contain the character U+0000" },
            { "last_name[$like]=%25", "must have at least 2 characters besides % and _" },
            { "last_name[$like]=a%25", "must have at least 2 characters besides % and _" },
            { "last_name[$ilike]=%25_%25", "must have at least 2 characters besides % and _" },
            { "last_name[$like]=ab%5C", @"must not end in a lone \" },
        };

    [Fact]
    public async Task Each_query_finds_what_it_says()
    {
        var acme = await Four();
        foreach (var (query, expected) in Found.Select(row => row.Data))
            Assert.Equal((query, expected), (query, Names(await acme.Get($"/contacts?{query}"))));
    }

    [Theory, MemberData(nameof(Refused))]
    public async Task A_query_that_is_not_understood_is_refused_with_the_reason(string query, string reason)
    {
        var reply = await (await api.NewTenant()).Get($"/contacts?{query}");
        Assert.Equal(400, reply.Status);
        Assert.Contains(reason, reply["message"].GetString()!, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Mistyped))]
    public async Task A_value_of_another_type_is_refused_on_its_field(string condition, string problem)
    {
        var reply = await (await api.NewTenant()).Get($"/contacts?{condition}");
        var field = condition[..condition.IndexOfAny(['=', '['])];
        Assert.StartsWith(problem, reply["errors"].GetProperty(field)[0].GetString(), StringComparison.Ordinal);
        Assert.Equal((400, "Validation failed"), (reply.Status, reply["message"].GetString()));
    }

    [Theory]
    [InlineData("", 4, 25, 0)]
    [InlineData("$limit=0", 4, 0, 0)]
    [InlineData("$limit=1&$skip=2", 4, 1, 2)]
    [InlineData("$limit=200", 4, 200, 0)]
    [InlineData("$limit=201", 4, 200, 0)]
    [InlineData("$limit=99999999999999999999", 4, 200, 0)]
    [InlineData("$skip=9", 4, 25, 9)]
    [InlineData("$limit=0&lead_score[$gt]=1", 2, 0, 0)]
    [InlineData("$total=true", 4, 25, 0)]
    public async Task A_page_tells_how_it_was_cut(string query, int total, int limit, int skip)
    {
        var page = await (await Four()).Get($"/contacts?{query}");
        Assert.Equal((total, limit, skip), (page["total"].GetInt32(), page["limit"].GetInt32(), page["skip"].GetInt32()));
    }

    [Fact]
    public async Task The_count_can_be_left_out()
    {
        var page = await (await Four()).Get("/contacts?$total=false&$limit=1");
        Assert.StartsWith("""{"total":null,"limit":1,"skip":0,"data":[{""", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_up_to_the_caps_works_and_one_more_names_the_cap()
    {
        var acme = await api.NewTenant();
        await Holds(acme, Repeat(300, i => $"lead_score[$in][]={i}"), Repeat(301, i => $"lead_score[$in][]={i}"), "At most 300");
        await Holds(acme, Repeat(50, i => $"$or[{i}][lead_score]={i}"), Repeat(51, i => $"$or[{i}][lead_score]={i}"), "At most 50");
        await Holds(acme, Repeat(200, i => $"$and[{i}][id]={i}"), Repeat(201, i => $"$and[{i}][id]={i}"), "At most 200");
        await Holds(acme, Nested(5), Nested(6), "At most 5");
        await Holds(acme, $"last_name={new string('a', 2000)}", $"last_name={new string('a', 2001)}", "at most 2000");
    }

    [Theory]
    [InlineData("organization_id={other}")]
    [InlineData("organization_id[$ne]=0&$or[0][organization_id]={other}&$or[1][organization_id]={other}")]
    [InlineData("$or[0][organization_id][$in][]={other}")]
    [InlineData("id={record}")]
    [InlineData("$or[0][id]={record}&$or[1][id][$gt]={record}")]
    public async Task No_query_reaches_another_organization(string query)
    {
        var (acme, globex) = (await api.NewTenant(), await api.NewTenant());
        var record = await globex.Create("/contacts", new { last_name = "Secret" });
        var page = await acme.Get(
            "/contacts?"
                + query
                    .Replace("{other}", globex.OrganizationId.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                    .Replace("{record}", record.GetProperty("id").GetRawText(), StringComparison.Ordinal)
        );
        Assert.Equal((200, 0), (page.Status, page["total"].GetInt32()));
    }

    private static async Task Holds(Tenant tenant, string fits, string exceeds, string cap)
    {
        var (within, above) = (await tenant.Get($"/contacts?{fits}"), await tenant.Get($"/contacts?{exceeds}"));
        Assert.Equal((200, 400), (within.Status, above.Status));
        Assert.Contains(cap, above.Text, StringComparison.OrdinalIgnoreCase);
    }

    private static string Repeat(int count, Func<int, string> part) => string.Join('&', Enumerable.Range(0, count).Select(part));

    private static string Nested(int depth) => $"$and{string.Concat(Enumerable.Repeat("[0][$and]", depth - 1))}[0][id]=1";

    private async Task<Tenant> Four()
    {
        var acme = await api.NewTenant();
        await acme.Create(
            "/contacts",
            """{"last_name":"A","lead_score":1,"lifecycle_stage":"lead","do_not_contact":true,"company_name":"Acme Ltd"}"""
        );
        await acme.Create("/contacts", """{"last_name":"b","lead_score":5,"company_name":"Acme"}""");
        await acme.Create("/contacts", """{"last_name":"C","lifecycle_stage":"customer","company_name":"100%"}""");
        await acme.Create("/contacts", """{"last_name":"é","lead_score":10}""");
        return acme;
    }

    private static string Names(Reply page) =>
        page.Status == 200
            ? string.Join(',', page["data"].EnumerateArray().Select(record => record.GetProperty("last_name").GetString()))
            : page.Text;
}
