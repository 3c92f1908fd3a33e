using AchieveApex.Support;

namespace AchieveApex.Api.Tests.Merges;

/// <summary>All that an organization has, but for what tells of changes.</summary>
internal static class OrganizationRows
{
    private static readonly string[] Telling = ["events", "merges"];
    private static readonly string[] Changing = ["version", "updated_at", "updated_by_user_id", "updated_by_api_key_id"];

    public static async Task<string> Of(Tenant tenant)
    {
        var (database, rows) = (new RawDatabase(tenant.Api), new List<string>());
        foreach (var table in (await database.RecordTables()).Except(Telling))
            rows.AddRange(
                await database.Rows(
                    $"select '{table}' as t, x.* from {table} x where organization_id = {tenant.OrganizationId}",
                    [.. Changing, "last_used_at", "last_used_ip"]
                )
            );
        return string.Join('\n', rows.Order(StringComparer.Ordinal));
    }
}
