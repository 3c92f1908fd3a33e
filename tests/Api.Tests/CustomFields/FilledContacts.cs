using System.Globalization;
using System.Text;
using System.Text.Json;
using AchieveApex.Support;

namespace AchieveApex.Api.Tests.CustomFields;

/// <summary>Contacts with values of a custom field of each type, and how such values compare.</summary>
internal static class FilledContacts
{
    private const int Count = 40;

    private static readonly Dictionary<string, string[]> ByType = new()
    {
        ["text"] = ["", "a", "B", "b", "Ä", "\ud83d\ude00", "a b", "10", "9"],
        ["whole_number"] = ["-9007199254740991", "-1", "0", "9", "10", "9007199254740990", "9007199254740991"],
        ["number"] = ["-0.1", "0", "0.1", "0.3", "1.5", "1.5000", "12345678901.2345", "12345678901.2346"],
        ["boolean"] = ["true", "false"],
        ["date"] = ["0001-01-01", "2026-01-31", "2026-02-01", "9999-12-31"],
        ["datetime"] = ["2026-01-31T09:30:00.000Z", "2026-01-31T09:30:00.001Z", "1999-12-31T23:59:59.999Z"],
        ["enum"] = ["gold", "silver", "Bronze"],
    };

    public static IEnumerable<string> Types => ByType.Keys;

    public static string[] Values(string type) => ByType[type];

    /// <summary>Contacts with values of a new field <c>f</c>, by their ids; every fifth has none.</summary>
    public static async Task<(Tenant Tenant, Dictionary<long, string?> Contacts)> With(TestApi api, string type)
    {
        var acme = await api.NewTenant();
        await Defining.Define(acme, "f", type, options: type == "enum" ? Values(type) : []);
        var (random, contacts) = (new Random(7), new Dictionary<long, string?>());
        for (var i = 0; i < Count; i++)
        {
            var value = i % 5 == 0 ? null : random.GetItems(Values(type), 1)[0];
            var json = value is null || type is "whole_number" or "number" or "boolean" ? value ?? "null" : JsonSerializer.Serialize(value);
            var contact = await acme.Create("/contacts", $$$"""{"first_name":"{{{random.Next(3)}}}","custom_fields":{"f":{{{json}}}}}""");
            contacts.Add(contact.GetProperty("id").GetInt64(), value);
        }

        return (acme, contacts);
    }

    /// <summary>In the order of lists: no value is the smallest.</summary>
    public static int Compare(string type, string? a, string? b) =>
        a is null || b is null ? (a is null ? 0 : 1) - (b is null ? 0 : 1)
        : type is "whole_number" or "number"
            ? decimal.Parse(a, CultureInfo.InvariantCulture).CompareTo(decimal.Parse(b, CultureInfo.InvariantCulture))
        : Utf8(a).AsSpan().SequenceCompareTo(Utf8(b));

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
