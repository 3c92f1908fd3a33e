using System.Runtime.CompilerServices;
using System.Text.Json;
using AchieveApex.Application.CustomFields;
using AchieveApex.Infrastructure.Persistence;

namespace AchieveApex.Infrastructure.CustomFields;

/// <summary>Looks into the column of custom fields, which both databases read by the same SQL.</summary>
internal sealed class KeptValues(AchieveApexDb db) : IKeptValues
{
    public async Task<long> Count(Type record, string key, CancellationToken cancellationToken)
    {
        var sql = $"SELECT count(*) {Having(record)}";
        return (await db.Read<long>(sql, [db.OrganizationId, key], cancellationToken))[0];
    }

    public async IAsyncEnumerable<JsonElement> Of(Type record, string key, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var sql = $"SELECT DISTINCT CAST(custom_fields -> {{1}} AS text) {Having(record)}";
        await foreach (var text in db.Rows<string>(sql, [db.OrganizationId, key], cancellationToken))
            yield return JsonSerializer.Deserialize<JsonElement>(text);
    }

    private string Having(Type record) =>
        $"FROM {db.Model.FindEntityType(record)!.GetTableName()} WHERE organization_id = {{0}} AND custom_fields -> {{1}} IS NOT NULL";
}
