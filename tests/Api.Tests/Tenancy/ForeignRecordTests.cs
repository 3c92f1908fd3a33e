using System.Text.Json.Nodes;
using AchieveApex.Support;
using AchieveApex.Support.OpenApi;
using Xunit;

namespace AchieveApex.Api.Tests.Tenancy;

public sealed class ForeignRecordTestsOnSqlite(SqliteApi api) : ForeignRecordTests(api);

public sealed class ForeignRecordTestsOnPostgres(PostgresApi api) : ForeignRecordTests(api);

/// <summary>Every operation of the running program is tried on records of another organization.</summary>
public abstract class ForeignRecordTests(TestApi api)
{
    private static readonly string[] ChangingHeaders = ["Date", "X-Request-Id", "RateLimit", "Content-Length"];

    [Fact]
    public async Task A_foreign_id_is_answered_exactly_as_one_that_never_existed_and_nothing_is_changed()
    {
        var tenants = await TwoTenants.In(api);
        var before = await tenants.Database.Of(tenants.Globex.OrganizationId);
        foreach (var operation in Operations.Of(api).Where(operation => operation.HasId))
        {
            var foreign = await TwoTenants.Newest(tenants.Globex, operation.Collection);
            var statuses = new List<int>();
            foreach (var body in Bodies(operation, foreign))
            {
                var reply = await Probe(tenants.Acme, operation, foreign["id"]!.GetValue<long>(), body);
                Assert.Equal(await Probe(tenants.Acme, operation, TwoTenants.Absent, body), reply);
                statuses.Add(reply.Status);
            }

            Assert.Contains(404, statuses);
        }

        Assert.Equal(before, await tenants.Database.Of(tenants.Globex.OrganizationId));
    }

    [Theory]
    [InlineData("id={0}")]
    [InlineData("id[$in][0]={0}")]
    [InlineData("$or[0][id]={0}&$or[1][id]={0}")]
    [InlineData("$and[0][$or][0][id]={0}&$and[0][$or][1][organization_id]={1}")]
    [InlineData("organization_id={1}")]
    [InlineData("organization_id[$in][0]={1}&organization_id[$in][1]={2}")]
    [InlineData("organization_id[$ne]={2}")]
    [InlineData("organization_id[$gt]=0&$or[0][organization_id]={1}&$or[1][organization_id]={2}")]
    [InlineData("id[$gt]=0&$limit=200&$sort[id]=1")]
    public async Task No_query_shows_a_foreign_record(string query)
    {
        var tenants = await TwoTenants.In(api);
        foreach (var collection in Operations.Collections(api))
        {
            var foreign = await TwoTenants.Newest(tenants.Globex, collection);
            var (globex, acme) = (tenants.Globex.OrganizationId, tenants.Acme.OrganizationId);
            var asked = string.Format(null, query, foreign["id"], globex, acme);
            asked += asked.Contains("$limit", StringComparison.Ordinal) ? "" : "&$limit=200";
            var reply = await tenants.Acme.Get($"{collection}?{asked}");
            Assert.Equal(200, reply.Status);
            Assert.Equal(reply["total"].GetInt64(), reply["data"].GetArrayLength());
            Assert.All(reply["data"].EnumerateArray(), record => Assert.Equal(acme, record.GetProperty("organization_id").GetInt64()));
            Assert.Equal(404, (await tenants.Acme.Get($"{collection}/{foreign["id"]}?{asked.Split("&$limit")[0]}")).Status);
        }
    }

    // A record as it is read can be sent back, so it is a body that passes validation whatever the resource; so is what the document shows.
    private static IEnumerable<string?> Bodies(Operation operation, JsonObject record)
    {
        if (operation.Fields is null)
            return [null];
        if (!operation.WritesRecord)
            return
            [
                "{}",
                Description
                    .Kept.Operations.Single(shown => shown.Method == $"{operation.Method}" && shown.Path == operation.Template)
                    .Body!.Value.GetRawText(),
            ];

        var sent = record.DeepClone().AsObject();
        sent.Remove("organization_id");
        return ["{}", sent.ToJsonString()];
    }

    private static async Task<Answer> Probe(Tenant tenant, Operation operation, long id, string? body)
    {
        var reply = await tenant.Send(operation.Method, operation.Path(id), body);
        var headers = reply
            .Message.Headers.Concat(reply.Message.Content.Headers)
            .Where(header => !ChangingHeaders.Contains(header.Key, StringComparer.OrdinalIgnoreCase))
            .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}")
            .Order();
        var length = reply.Message.Content.Headers.ContentLength - (reply.Status == 404 ? $"{id}".Length : 0);
        return new(reply.Status, reply.Text.Replace($"'{id}'", "'ID'", StringComparison.Ordinal), string.Join('\n', headers), length);
    }

    private sealed record Answer(int Status, string Body, string Headers, long? Length);
}
