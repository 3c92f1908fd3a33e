using System.Text.Json;
using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.CustomFields;

/// <summary>Custom fields of contacts, contacts that have values of them, and what is said of wrong ones.</summary>
internal static class Defining
{
    private static readonly string[] Options = ["gold", "silver"];

    public static object Definition(string resource, string key, string type, bool isRequired, string[]? options = null) =>
        new
        {
            resource,
            key,
            label = key,
            type,
            is_required = isRequired,
            options = options ?? (type.EndsWith("enum", StringComparison.Ordinal) ? Options : []),
        };

    public static async Task<long> Define(Tenant tenant, string key, string type, bool isRequired = false, string[]? options = null) =>
        (await tenant.Create("/custom-fields", Definition("contacts", key, type, isRequired, options))).GetProperty("id").GetInt64();

    public static string Contact(string fields) => $$"""{"first_name":"Jane","custom_fields":{{fields}}}""";

    public static async Task<string> New(Tenant tenant, string fields) =>
        $"/contacts/{(await tenant.Create("/contacts", Contact(fields))).GetProperty("id")}";

    public static string? Problem(Reply reply, string field, int status = 400)
    {
        Assert.True(reply.Status == status, reply.Text);
        Assert.True(reply["errors"].TryGetProperty(field, out var problems), reply.Text);
        return problems[0].GetString();
    }
}
