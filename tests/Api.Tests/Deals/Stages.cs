using System.Text.Json;
using AchieveApex.Support;

namespace AchieveApex.Api.Tests.Deals;

/// <summary>The stages of an organization, which are known by their names.</summary>
internal static class Stages
{
    public static async Task<Dictionary<string, long>> ByName(Tenant tenant) =>
        (await tenant.Get("/stages"))["data"]
            .EnumerateArray()
            .ToDictionary(stage => stage.GetProperty("name").GetString()!, stage => stage.GetProperty("id").GetInt64());

    public static async Task<string> NameOf(Tenant tenant, JsonElement record, string field = "stage_id") =>
        (await tenant.Get($"/stages/{record.GetProperty(field)}"))["name"].GetString()!;

    public static Task Of(Tenant tenant, JsonElement pipeline, string name) =>
        tenant.Create("/stages", new { pipeline_id = pipeline.GetProperty("id"), name });
}
