using AchieveApex.Support;
using Xunit;
using static AchieveApex.Api.Tests.CustomFields.Defining;

namespace AchieveApex.Api.Tests.CustomFields;

public sealed class CustomFieldListTestsOnSqlite(SqliteApi api) : CustomFieldListTests(api);

public sealed class CustomFieldListTestsOnPostgres(PostgresApi api) : CustomFieldListTests(api);

/// <summary>Lists are sorted by custom fields and paged, whatever records hold there.</summary>
public abstract class CustomFieldListTests(TestApi api)
{
    public static TheoryData<string> Types => [.. FilledContacts.Types];

    [Theory]
    [MemberData(nameof(Types))]
    public async Task A_list_is_sorted_and_paged_by_it(string type)
    {
        var (acme, contacts) = await FilledContacts.With(api, type);
        foreach (var direction in (int[])[1, -1])
        {
            var order = Comparer<KeyValuePair<long, string?>>.Create(
                (a, b) => direction * (FilledContacts.Compare(type, a.Value, b.Value) is var by and not 0 ? by : a.Key.CompareTo(b.Key))
            );
            var expected = contacts.Order(order).Select(contact => contact.Key).ToList();
            Assert.Equal(expected, await Pages(acme, $"/contacts?$sort[custom_fields.f]={direction}&$limit=7"));
            var among = $"/contacts?$sort[first_name]={-direction}&$sort[custom_fields.f]={direction}&$limit=";
            Assert.Equal(await Pages(acme, among + "100"), await Pages(acme, among + "7"));
        }
    }

    [Theory]
    [InlineData("number", "\"abc\"")]
    [InlineData("date", "\"abc\"")]
    [InlineData("text", "7")]
    public async Task A_value_that_is_not_of_the_type_breaks_no_list(string type, string value)
    {
        var (acme, contacts) = await FilledContacts.With(api, type);
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

    private static async Task<List<long>> Pages(Tenant tenant, string path)
    {
        var ids = new List<long>();
        await foreach (var page in tenant.Walk(path))
            ids.AddRange(page["data"].EnumerateArray().Select(contact => contact.GetProperty("id").GetInt64()));
        return ids;
    }
}
