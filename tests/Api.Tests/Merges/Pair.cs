using System.Text.Json;
using AchieveApex.Support;

namespace AchieveApex.Api.Tests.Merges;

/// <summary>Two records of a kind, of which one is to go on in the other.</summary>
internal sealed record Pair(Tenant Tenant, string Collection, long Old, long Kept)
{
    public string OldPath => $"{Collection}/{Old}";

    public string KeptPath => $"{Collection}/{Kept}";

    public static Task<Pair> OfContacts(Tenant tenant, object? old = null, object? kept = null) =>
        Of(tenant, "/contacts", old ?? new { first_name = "Old" }, kept ?? new { first_name = "Kept" });

    public static Task<Pair> OfCompanies(Tenant tenant, object? old = null, object? kept = null) =>
        Of(tenant, "/companies", old ?? new { name = "Old" }, kept ?? new { name = "Kept" });

    public static async Task<Pair> Of(Tenant tenant, string collection, object old, object kept) =>
        new(tenant, collection, Id(await tenant.Create(collection, old)), Id(await tenant.Create(collection, kept)));

    public Task<Reply> Merge(string query = "") => Tenant.Post($"{OldPath}/merge{query}", new { into_id = Kept });

    /// <summary>The id of the newest merge.</summary>
    public async Task<long> Merged()
    {
        var reply = await Merge();
        return reply.Status == 200 ? await Newest() : throw new InvalidOperationException($"{reply.Status} {reply.Text}");
    }

    public async Task<long> Newest() => Id((await Tenant.Get("/merges?$limit=1"))["data"][0]);

    public Task<Reply> Undo(long merge) => Tenant.Post($"/merges/{merge}/undo", new { });

    public static long Id(JsonElement record) => record.GetProperty("id").GetInt64();

    /// <summary>Values of a record, with blanks between.</summary>
    public static string Text(JsonElement record, params string[] fields) =>
        string.Join(' ', fields.Select(field => record.GetProperty(field).ToString() is { Length: > 0 } text ? text : "-"));

    /// <summary>What is wrong with which field.</summary>
    public static string Problem(Reply reply) =>
        reply.Body.TryGetProperty("errors", out var errors) && errors.EnumerateObject().Single() is var one
            ? $"{reply.Status} {one.Name}: {one.Value[0].GetString()}"
            : $"{reply.Status} {reply["message"].GetString()}";
}
