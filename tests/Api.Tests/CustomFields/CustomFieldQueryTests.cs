using System.Text.Json;
using AchieveApex.Support;
using Xunit;
using static AchieveApex.Api.Tests.CustomFields.Defining;

namespace AchieveApex.Api.Tests.CustomFields;

public sealed class CustomFieldQueryTestsOnSqlite(SqliteApi api) : CustomFieldQueryTests(api);

public sealed class CustomFieldQueryTestsOnPostgres(PostgresApi api) : CustomFieldQueryTests(api);

/// <summary>Custom fields are filtered and selected like built-in ones. What is expected is worked out here, not by a database.</summary>
public abstract class CustomFieldQueryTests(TestApi api)
{
    public static TheoryData<string> Types => [.. FilledContacts.Types];

    [Theory]
    [MemberData(nameof(Types))]
    public async Task A_query_finds_what_the_values_say(string type)
    {
        var (acme, contacts) = await FilledContacts.With(api, type);
        foreach (var value in FilledContacts.Values(type).Where(value => value.Length > 0))
        {
            await Finds(acme, contacts, $"custom_fields.f={Text(value)}", given => FilledContacts.Compare(type, given, value) == 0);
            await Finds(acme, contacts, $"custom_fields.f[$ne]={Text(value)}", given => FilledContacts.Compare(type, given, value) != 0);
            await Finds(acme, contacts, $"custom_fields.f[$in][]={Text(value)}", given => FilledContacts.Compare(type, given, value) == 0);
            await Finds(acme, contacts, $"custom_fields.f[$nin][]={Text(value)}", given => FilledContacts.Compare(type, given, value) != 0);
            if (type == "boolean")
                continue;

            await Finds(
                acme,
                contacts,
                $"custom_fields.f[$lt]={Text(value)}",
                given => given is not null && FilledContacts.Compare(type, given, value) < 0
            );
            await Finds(
                acme,
                contacts,
                $"custom_fields.f[$lte]={Text(value)}",
                given => given is not null && FilledContacts.Compare(type, given, value) <= 0
            );
            await Finds(
                acme,
                contacts,
                $"custom_fields.f[$gt]={Text(value)}",
                given => given is not null && FilledContacts.Compare(type, given, value) > 0
            );
            await Finds(
                acme,
                contacts,
                $"$or[0][custom_fields.f][$gte]={Text(value)}",
                given => given is not null && FilledContacts.Compare(type, given, value) >= 0
            );
        }

        if (type is not ("text" or "enum"))
            await Finds(acme, contacts, "custom_fields.f=", given => given is null);
    }

    [Fact]
    public async Task Patterns_match_its_text()
    {
        var (acme, contacts) = await FilledContacts.With(api, "text");
        await Finds(acme, contacts, "custom_fields.f[$like]=a%25b&$sort[id]=1", given => given == "a b");
        await Finds(acme, contacts, "custom_fields.f[$ilike]=%25A B", given => given == "a b");
    }

    [Theory]
    [InlineData("$select[]=custom_fields.b", """{"id":0,"custom_fields":{"b":2}}""")]
    [InlineData(
        "$select[]=first_name&$select[]=custom_fields.c&$select[]=custom_fields.a",
        """{"first_name":"Jane","id":0,"custom_fields":{"a":1}}"""
    )]
    [InlineData("$select[]=custom_fields.a&$select[]=custom_fields", """{"id":0,"custom_fields":{"a":1,"b":2}}""")]
    public async Task One_of_them_can_be_selected(string query, string expected)
    {
        var acme = await api.NewTenant();
        foreach (var key in (string[])["a", "b", "c"])
            await Define(acme, key, "whole_number");
        var created = await acme.Post($"/contacts?{query}", """{"first_name":"Jane","custom_fields":{"a":1,"b":2}}""");
        var id = created["id"].GetInt64();
        string[] answers =
        [
            created.Text,
            (await acme.Get($"/contacts/{id}?{query}")).Text,
            (await acme.Get($"/contacts?{query}"))["data"][0].GetRawText(),
        ];
        Assert.All(
            answers,
            answer => Assert.Equal(Ordered(expected.Replace("\"id\":0", $"\"id\":{id}", StringComparison.Ordinal)), Ordered(answer))
        );
    }

    [Theory]
    [InlineData("custom_fields.scroe=1", "Unknown field 'custom_fields.scroe'. Did you mean 'custom_fields.score'?")]
    [InlineData("$sort[custom_fields.colors]=1", "Field 'custom_fields.colors' cannot be filtered or sorted by.")]
    [InlineData("custom_fields.colors[$in][]=red", "Field 'custom_fields.colors' cannot be filtered or sorted by.")]
    [InlineData("$select[]=custom_fields.none", "Unknown field 'custom_fields.none'.")]
    [InlineData("custom_fields.score[$like]=1%25", "Field 'custom_fields.score' does not take '$like', only")]
    public async Task A_query_that_cannot_be_answered_is_refused(string query, string problem)
    {
        var acme = await api.NewTenant();
        await Define(acme, "score", "whole_number");
        await Define(acme, "colors", "multi_enum");
        var reply = await acme.Get($"/contacts?{query}");
        Assert.Equal(400, reply.Status);
        Assert.StartsWith(problem, reply["message"].GetString(), StringComparison.Ordinal);
        Assert.Equal(400, (await acme.Get("/companies?custom_fields.score=1")).Status);
        Assert.Equal(400, (await (await api.NewTenant()).Get("/contacts?custom_fields.score=1")).Status);
    }

    [Fact]
    public async Task A_number_of_more_digits_than_can_be_stored_is_refused()
    {
        var acme = await api.NewTenant();
        await Define(acme, "size", "number");
        var reply = await acme.Get("/contacts?custom_fields.size[$lt]=123456789012344.9999");
        Assert.Equal("must have at most 15 digits", Problem(reply, "custom_fields.size"));
    }

    [Fact]
    public async Task A_wrong_value_is_blamed_on_the_field()
    {
        var acme = await api.NewTenant();
        await Define(acme, "score", "whole_number");
        var reply = await acme.Get("/contacts?custom_fields.score=high");
        Assert.Equal("must be a whole number", Problem(reply, "custom_fields.score"));
    }

    [Fact]
    public async Task Many_records_are_changed_by_it()
    {
        var (acme, contacts) = await FilledContacts.With(api, "enum");
        var bulk = await acme.AsBulk();
        var reply = await bulk.Patch("/contacts?custom_fields.f=gold", """{"custom_fields":{"f":"silver"}}""");
        Assert.Equal(contacts.Count(contact => contact.Value == "gold"), reply.Body.GetArrayLength());
        await Finds(acme, contacts, "custom_fields.f=silver", given => given is "gold" or "silver");
    }

    private static async Task Finds(Tenant tenant, Dictionary<long, string?> contacts, string query, Predicate<string?> isFound)
    {
        var reply = await tenant.Get($"/contacts?{query}&$limit=100");
        Assert.True(reply.Status == 200, $"{query}: {reply.Text}");
        var found = reply["data"].EnumerateArray().Select(contact => contact.GetProperty("id").GetInt64()).Order();
        Assert.Equal(
            (query, List(contacts.Where(contact => isFound(contact.Value)).Select(contact => contact.Key).Order())),
            (query, List(found))
        );
    }

    private static string List(IEnumerable<long> ids) => string.Join(',', ids);

    private static string Text(string value) => Uri.EscapeDataString(value);

    private static string Ordered(string json) =>
        string.Join(
            ',',
            JsonDocument
                .Parse(json)
                .RootElement.EnumerateObject()
                .OrderBy(member => member.Name, StringComparer.Ordinal)
                .Select(member => $"{member.Name}:{member.Value.GetRawText()}")
        );
}
