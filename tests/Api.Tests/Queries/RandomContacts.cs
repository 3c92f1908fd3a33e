using System.Text.Json;
using AchieveApex.Support;
using AchieveApex.Support.Querying;

namespace AchieveApex.Api.Tests.Queries;

/// <summary>An organization with random contacts, and what a client knows of them.</summary>
internal sealed record RandomContacts(
    Tenant Tenant,
    IReadOnlyList<ModelField> Fields,
    IReadOnlyList<IReadOnlyDictionary<string, object?>> Records
)
{
    private const int Count = 150;
    private const int Seed = 20_260_101;
    private const long NoValue = 0;

    // Near each other in every way that text can be: case, accents, wildcards, order by code point against order by UTF-16 unit.
    private static readonly string[] Texts =
    [
        "a",
        "b",
        "A",
        "ab",
        "aB",
        "a%b",
        "a_b",
        @"a\b",
        "é",
        "É",
        "e\u0301",
        "😀",
        "a😀b",
        "\uFFFDab",
        "a b",
        "ab&c=d+e",
        "[ab]",
        "Zebra",
        "zebra",
        "שלום",
        "ß",
    ];
    private static readonly object?[] Scores = [null, -3, 0, 1, 2, int.MaxValue, int.MinValue];
    private static readonly string?[] Stages = [null, "subscriber", "lead", "marketing_qualified_lead", "customer", "other"];
    private static readonly string?[] Sources = [null, "call", "email", "existing_customer", "api"];
    private static readonly string?[] Phones = [null, "+49 30 123456", "+1 650-253-0000", "030 123456"];

    public static async Task<RandomContacts> Make(TestApi api)
    {
        var tenant = await api.NewTenant();
        var members = new List<Tenant> { tenant, await tenant.As("admin"), await tenant.As("member") };
        var users = await Task.WhenAll(members.Select(async member => (await member.Get("/me"))["user_id"].GetInt64()));
        var random = new Random(Seed);
        for (var i = 0; i < Count; i++)
        {
            var author = random.Next(8) == 0 ? members[1] : tenant;
            var contact = await author.Create("/contacts", Contact(random, users, i));
            if (random.Next(4) == 0)
                await tenant.Patch($"/contacts/{contact.GetProperty("id")}", new { job_title = Any(random, Texts) });
        }

        return await Of(tenant);
    }

    /// <summary>The contacts that an organization has.</summary>
    public static async Task<RandomContacts> Of(Tenant tenant)
    {
        var records = new List<Dictionary<string, object?>>();
        for (var total = 1; records.Count < total; )
        {
            var page = await tenant.Get($"/contacts?$limit=200&$skip={records.Count}");
            records.AddRange(page["data"].EnumerateArray().Select(Record));
            total = page["total"].GetInt32();
        }

        return new(tenant, FieldsOf(records), records);
    }

    private static Dictionary<string, object?> Contact(Random random, long[] users, int i) =>
        new()
        {
            ["first_name"] = Perhaps(random, Texts),
            ["last_name"] = Any(random, Texts),
            ["email"] = random.Next(3) == 0 ? null : $"{(random.Next(2) == 0 ? "a" : "B")}{i}@Example.com",
            ["phone"] = Any(random, Phones),
            ["job_title"] = Perhaps(random, Texts),
            ["company_name"] = Perhaps(random, [.. Texts, ""]),
            ["lifecycle_stage"] = Any(random, Stages),
            ["lead_source"] = Any(random, Sources),
            ["lead_score"] = Any(random, Scores),
            ["do_not_contact"] = Any(random, [true, false, (object?)null]),
            ["owner_id"] = random.Next(3) == 0 ? null : Any(random, users),
            ["external_id"] = random.Next(3) == 0 ? null : $"{Any(random, Texts)}{i}",
        };

    private static T Any<T>(Random random, IReadOnlyList<T> values) => values[random.Next(values.Count)];

    private static string? Perhaps(Random random, string[] texts) => random.Next(4) == 0 ? null : Any(random, texts);

    private static Dictionary<string, object?> Record(JsonElement contact) =>
        contact
            .EnumerateObject()
            .Where(member => member.Name != "custom_fields")
            .ToDictionary(member => member.Name, member => Value(member.Name, member.Value));

    private static object? Value(string name, JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.Number => value.GetInt64(),
            JsonValueKind.String when name.EndsWith("_at", StringComparison.Ordinal) => value.GetDateTimeOffset(),
            JsonValueKind.String => value.GetString(),
            _ => value.GetBoolean(),
        };

    private static List<ModelField> FieldsOf(List<Dictionary<string, object?>> records) =>
        [
            .. records[0]
                .Keys.Select(name => new ModelField(
                    name,
                    KindOf(name, records.Select(record => record[name]).OfType<object>().FirstOrDefault(NoValue)),
                    records.Exists(record => record[name] is null),
                    WorthTrying(name, records)
                )),
        ];

    private static ValueKind KindOf(string name, object value) =>
        value switch
        {
            string => name is "lifecycle_stage" or "lead_source" ? ValueKind.Choice : ValueKind.Text,
            bool => ValueKind.Flag,
            DateTimeOffset => ValueKind.Time,
            _ => ValueKind.Whole,
        };

    // A few of those that occur, and neighbours of them that may not.
    private static object[] WorthTrying(string name, List<Dictionary<string, object?>> records)
    {
        var occurring = records.Select(record => record[name]).OfType<object>().Distinct().ToArray();
        new Random(Seed).Shuffle(occurring);
        var few = occurring.DefaultIfEmpty(NoValue).Take(24).ToList();
        return few[0] switch
        {
            DateTimeOffset time => [.. few, time.AddMilliseconds(-1), time.AddMilliseconds(1), time.AddYears(-20)],
            long whole when name == "lead_score" => [.. few, whole / 2],
            long whole => [.. few, whole + 1, 1L << 52],
            string when name is not ("lifecycle_stage" or "lead_source") => [.. few, .. Texts, ""],
            _ => [.. few],
        };
    }
}
