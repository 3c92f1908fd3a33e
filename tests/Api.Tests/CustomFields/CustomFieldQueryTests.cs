using System.Globalization;
using System.Text.Json;
using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.CustomFields;

public sealed class CustomFieldQueryTestsOnSqlite(SqliteApi api) : CustomFieldQueryTests(api);

public sealed class CustomFieldQueryTestsOnPostgres(PostgresApi api) : CustomFieldQueryTests(api);

/// <summary>Custom fields are filtered, sorted, paged and selected like built-in ones. What is expected is worked out here, not by a database.</summary>
public abstract class CustomFieldQueryTests(TestApi api)
{
    private const int Count = 40;

    private static readonly Dictionary<string, string[]> Values = new()
    {
        ["text"] = ["", "a", "B", "b", "Ä", "\ud83d\ude00", "a b", "10", "9"],
        ["whole_number"] = ["-9007199254740991", "-1", "0", "9", "10", "9007199254740990", "9007199254740991"],
        ["number"] = ["-0.1", "0", "0.1", "0.3", "1.5", "1.5000", "12345678901.2345", "12345678901.2346"],
        ["boolean"] = ["true", "false"],
        ["date"] = ["0001-01-01", "2026-01-31", "2026-02-01", "9999-12-31"],
        ["datetime"] = ["2026-01-31T09:30:00.000Z", "2026-01-31T09:30:00.001Z", "1999-12-31T23:59:59.999Z"],
        ["enum"] = ["gold", "silver", "Bronze"],
    };

    public static TheoryData<string> Types => [.. Values.Keys];

    [Theory]
    [MemberData(nameof(Types))]
    public async Task A_query_finds_what_the_values_say(string type)
    {
        var (acme, contacts) = await Filled(type);
        foreach (var value in Values[type].Where(value => value.Length > 0))
        {
            await Finds(acme, contacts, $"custom_fields.f={Text(value)}", given => Compare(type, given, value) == 0);
            await Finds(acme, contacts, $"custom_fields.f[$ne]={Text(value)}", given => Compare(type, given, value) != 0);
            await Finds(acme, contacts, $"custom_fields.f[$in][]={Text(value)}", given => Compare(type, given, value) == 0);
            await Finds(acme, contacts, $"custom_fields.f[$nin][]={Text(value)}", given => Compare(type, given, value) != 0);
            if (type == "boolean")
                continue;

            await Finds(
                acme,
                contacts,
                $"custom_fields.f[$lt]={Text(value)}",
                given => given is not null && Compare(type, given, value) < 0
            );
            await Finds(
                acme,
                contacts,
                $"custom_fields.f[$lte]={Text(value)}",
                given => given is not null && Compare(type, given, value) <= 0
            );
            await Finds(
                acme,
                contacts,
                $"custom_fields.f[$gt]={Text(value)}",
                given => given is not null && Compare(type, given, value) > 0
            );
            await Finds(
                acme,
                contacts,
                $"$or[0][custom_fields.f][$gte]={Text(value)}",
                given => given is not null && Compare(type, given, value) >= 0
            );
        }

        if (type is not ("text" or "enum"))
            await Finds(acme, contacts, "custom_fields.f=", given => given is null);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public async Task A_list_is_sorted_and_paged_by_it(string type)
    {
        var (acme, contacts) = await Filled(type);
        foreach (var direction in (int[])[1, -1])
        {
            var order = Comparer<KeyValuePair<long, string?>>.Create(
                (a, b) => direction * (Compare(type, a.Value, b.Value) is var by and not 0 ? by : a.Key.CompareTo(b.Key))
            );
            var expected = contacts.Order(order).Select(contact => contact.Key).ToList();
            Assert.Equal(expected, await Pages(acme, $"/contacts?$sort[custom_fields.f]={direction}&$limit=7"));
            var among = $"/contacts?$sort[first_name]={-direction}&$sort[custom_fields.f]={direction}&$limit=";
            Assert.Equal(await Pages(acme, among + "100"), await Pages(acme, among + "7"));
        }
    }

    [Fact]
    public async Task Patterns_match_its_text()
    {
        var (acme, contacts) = await Filled("text");
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
        await acme.Create(
            "/custom-fields",
            new
            {
                resource = "contacts",
                key = "colors",
                label = "Colors",
                type = "multi_enum",
                options = new[] { "red" },
            }
        );
        var reply = await acme.Get($"/contacts?{query}");
        Assert.Equal(400, reply.Status);
        Assert.StartsWith(problem, reply["message"].GetString(), StringComparison.Ordinal);
        Assert.Equal(400, (await acme.Get("/companies?custom_fields.score=1")).Status);
        Assert.Equal(400, (await (await api.NewTenant()).Get("/contacts?custom_fields.score=1")).Status);
    }

    [Theory]
    [InlineData("number", "\"abc\"")]
    [InlineData("date", "\"abc\"")]
    [InlineData("text", "7")]
    public async Task A_value_that_is_not_of_the_type_breaks_no_list(string type, string value)
    {
        var (acme, contacts) = await Filled(type);
        var old = (await acme.Create("/contacts", """{"first_name":"Old"}""")).GetProperty("id").GetInt64();
        // As a write that had begun before the definition was made.
        await new RawDatabase(api).Execute($$$"""update contacts set custom_fields = '{"f":{{{value}}}}' where id = {{{old}}}""");
        foreach (var direction in (int[])[1, -1])
            Assert.Equal(
                contacts.Keys.Append(old).Order(),
                (await Pages(acme, $"/contacts?$sort[custom_fields.f]={direction}&$limit=1")).Order()
            );
    }

    [Fact]
    public async Task A_list_is_paged_by_the_longest_texts_too()
    {
        var acme = await api.NewTenant();
        await Define(acme, "a", "text");
        await Define(acme, "b", "text");
        var longest = string.Concat(Enumerable.Repeat("\ud83d\ude00", 1000));
        foreach (var _ in (int[])[1, 2, 3])
            await acme.Create("/contacts", new { first_name = "Jane", custom_fields = new { a = longest, b = longest } });
        var read = await Pages(acme, "/contacts?$sort[custom_fields.a]=1&$sort[custom_fields.b]=1&$limit=1");
        Assert.Equal(3, read.Distinct().Count());
    }

    [Fact]
    public async Task A_number_of_more_digits_than_can_be_stored_is_refused()
    {
        var acme = await api.NewTenant();
        await Define(acme, "size", "number");
        var reply = await acme.Get("/contacts?custom_fields.size[$lt]=123456789012344.9999");
        Assert.Equal(
            (400, "must have at most 15 digits"),
            (reply.Status, reply["errors"].GetProperty("custom_fields.size")[0].GetString())
        );
    }

    [Fact]
    public async Task A_wrong_value_is_blamed_on_the_field()
    {
        var acme = await api.NewTenant();
        await Define(acme, "score", "whole_number");
        var reply = await acme.Get("/contacts?custom_fields.score=high");
        Assert.Equal((400, "must be a whole number"), (reply.Status, reply["errors"].GetProperty("custom_fields.score")[0].GetString()));
    }

    [Fact]
    public async Task Many_records_are_changed_by_it()
    {
        var (acme, contacts) = await Filled("enum");
        var bulk = await acme.AsBulk();
        var reply = await bulk.Patch("/contacts?custom_fields.f=gold", """{"custom_fields":{"f":"silver"}}""");
        Assert.Equal(contacts.Count(contact => contact.Value == "gold"), reply.Body.GetArrayLength());
        await Finds(acme, contacts, "custom_fields.f=silver", given => given is "gold" or "silver");
    }

    private async Task<(Tenant Tenant, Dictionary<long, string?> Contacts)> Filled(string type)
    {
        var acme = await api.NewTenant();
        await Define(acme, "f", type, type == "enum" ? Values[type] : []);
        var (random, contacts) = (new Random(7), new Dictionary<long, string?>());
        for (var i = 0; i < Count; i++)
        {
            var value = i % 5 == 0 ? null : random.GetItems(Values[type], 1)[0];
            var json = value is null || type is "whole_number" or "number" or "boolean" ? value ?? "null" : JsonSerializer.Serialize(value);
            var contact = await acme.Create("/contacts", $$$"""{"first_name":"{{{random.Next(3)}}}","custom_fields":{"f":{{{json}}}}}""");
            contacts.Add(contact.GetProperty("id").GetInt64(), value);
        }

        return (acme, contacts);
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

    private static async Task<List<long>> Pages(Tenant tenant, string path)
    {
        var ids = new List<long>();
        for (string? next = path; next is not null; )
        {
            var page = await tenant.Get(next);
            Assert.True(page.Status == 200, page.Text);
            ids.AddRange(page["data"].EnumerateArray().Select(contact => contact.GetProperty("id").GetInt64()));
            next = page.Header("Link") is { } link
                ? link[(link.IndexOf('<', StringComparison.Ordinal) + 1)..link.IndexOf('>', StringComparison.Ordinal)]
                : null;
        }

        return ids;
    }

    // No value is the smallest.
    private static int Compare(string type, string? a, string? b) =>
        a is null || b is null ? (a is null ? 0 : 1) - (b is null ? 0 : 1)
        : type is "whole_number" or "number"
            ? decimal.Parse(a, CultureInfo.InvariantCulture).CompareTo(decimal.Parse(b, CultureInfo.InvariantCulture))
        : Utf8(a).AsSpan().SequenceCompareTo(Utf8(b));

    private static byte[] Utf8(string text) => System.Text.Encoding.UTF8.GetBytes(text);

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

    private static Task<JsonElement> Define(Tenant tenant, string key, string type, string[]? options = null) =>
        tenant.Create(
            "/custom-fields",
            new
            {
                resource = "contacts",
                key,
                label = key,
                type,
                options = options ?? [],
            }
        );
}
