using AchieveApex.Api.Tests.Tenancy;
using AchieveApex.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace AchieveApex.Api.Tests.Merges;

public sealed class ReferenceTestsOnSqlite(SqliteApi api) : ReferenceTests(api);

public sealed class ReferenceTestsOnPostgres(PostgresApi api) : ReferenceTests(api);

/// <summary>Everything that refers to a record, as the model has it, goes with a merge and comes back when it is undone.</summary>
public abstract class ReferenceTests(TestApi api)
{
    private static readonly string[] Telling = ["events", "merges"];

    [Theory]
    [InlineData("/contacts")]
    [InlineData("/companies")]
    public async Task Every_reference_of_the_model_is_moved(string collection)
    {
        var pair = await Filled(collection);
        var references = await References(collection);
        var before = await Counts(pair.Tenant, references, pair.Old);
        Assert.DoesNotContain(before, count => count.Value == 0); // else the organization has to be filled with more

        var merge = await pair.Merged();
        Assert.All(await Counts(pair.Tenant, references, pair.Old), count => Assert.Equal(0, count.Value));
        Assert.Equal(before, await Counts(pair.Tenant, references, pair.Kept));

        Assert.Equal(200, (await pair.Undo(merge)).Status);
        Assert.Equal(before, await Counts(pair.Tenant, references, pair.Old));
        Assert.All(await Counts(pair.Tenant, references, pair.Kept), count => Assert.Equal(0, count.Value));
    }

    [Theory]
    [InlineData("/contacts")]
    [InlineData("/companies")]
    public async Task Undone_everything_is_as_it_was(string collection)
    {
        var pair = await Filled(collection);
        await Double(pair);
        var before = await OrganizationRows.Of(pair.Tenant);
        var versions = await Versions(pair.Tenant);
        var merge = await pair.Merged();
        Assert.NotEqual(before, await OrganizationRows.Of(pair.Tenant));

        var undone = await pair.Undo(merge);
        Assert.Equal((200, 2), (undone.Status, undone["version"].GetInt32()));
        Assert.Equal(before, await OrganizationRows.Of(pair.Tenant));
        Assert.Equal((await pair.Tenant.Get(pair.OldPath))["version"].GetInt64(), versions[pair.OldPath] + 1);
        foreach (var (path, version) in await Versions(pair.Tenant))
            Assert.InRange(version, versions[path], versions[path] + 4);
    }

    [Fact]
    public async Task No_other_organization_is_touched()
    {
        var globex = await TwoTenants.Filled(api);
        var before = await new RawDatabase(api).Of(globex.OrganizationId);
        var pair = await Filled("/contacts");
        await pair.Undo(await pair.Merged());
        Assert.Equal(before, await new RawDatabase(api).Of(globex.OrganizationId));
    }

    [Fact]
    public async Task What_says_the_same_of_both_is_there_once_and_comes_back()
    {
        var acme = await api.NewTenant();
        var pair = await Pair.OfContacts(acme);
        await Double(pair);
        var taggings = (await acme.Get($"/taggings?contact_id={pair.Kept}")).Text;
        var merge = await pair.Merged();
        Assert.Equal(taggings, (await acme.Get($"/taggings?contact_id={pair.Kept}")).Text);
        Assert.Equal("champion", (await acme.Get("/deal-contacts"))["data"][0].GetProperty("role").GetString());
        Assert.Equal(1, (await acme.Get("/deal-contacts"))["total"].GetInt32());

        await pair.Undo(merge);
        Assert.Equal(2, (await acme.Get("/deal-contacts"))["total"].GetInt32());
        var back = (await acme.Get($"/deal-contacts?contact_id={pair.Old}"))["data"][0];
        Assert.Equal("blocker 2", Pair.Text(back, "role", "version"));
    }

    // An organization with records of every kind, of which the newest of the collection is to go on in a new one.
    private async Task<Pair> Filled(string collection)
    {
        var acme = await TwoTenants.Filled(api);
        var old = (await TwoTenants.Newest(acme, collection))["id"]!.GetValue<long>();
        await acme.Patch($"{collection}/{old}", """{"external_id":"x-1","phone":"+49 30 901820","custom_fields":{"a":1.50,"b":["ü"]}}""");
        if (collection == "/companies")
            await acme.Create("/companies", new { name = "Grandchild", parent_company_id = old });
        object kept = collection == "/companies" ? new { name = "Kept" } : new { last_name = "Kept", custom_fields = new { c = 1 } };
        return new(acme, collection, old, Pair.Id(await acme.Create(collection, kept)));
    }

    // What can be said of each record once: both have it.
    private static async Task Double(Pair pair)
    {
        var field = pair.Collection == "/contacts" ? "contact_id" : "company_id";
        var tag = Pair.Id(await pair.Tenant.Create("/tags", new { name = "Double" }));
        var deal = Pair.Id(await pair.Tenant.Create("/deals", new { name = "Double" }));
        foreach (var (id, role) in new[] { (pair.Old, "blocker"), (pair.Kept, "champion") })
        {
            await pair.Tenant.Create("/taggings", $$"""{"tag_id":{{tag}},"{{field}}":{{id}}}""");
            if (pair.Collection == "/contacts")
                await pair.Tenant.Create(
                    "/deal-contacts",
                    new
                    {
                        deal_id = deal,
                        contact_id = id,
                        role,
                    }
                );
        }
    }

    private Task<List<(string Table, string Column)>> References(string collection) =>
        new RawDatabase(api).Model(model =>
            model
                .GetEntityTypes()
                .Single(type => type.GetTableName() == collection[1..])
                .GetReferencingForeignKeys()
                .Select(key => (key.DeclaringEntityType.GetTableName()!, key.Properties[^1].GetColumnName()))
                .ToList()
        );

    private async Task<Dictionary<(string, string), long>> Counts(Tenant tenant, List<(string Table, string Column)> references, long id)
    {
        var counts = new Dictionary<(string, string), long>();
        foreach (var (table, column) in references)
            counts[(table, column)] = await new RawDatabase(api).Scalar<long>(
                $"select count(*) from {table} where organization_id = {tenant.OrganizationId} and {column} = {id}"
            );
        return counts;
    }

    private async Task<Dictionary<string, long>> Versions(Tenant tenant)
    {
        var versions = new Dictionary<string, long>();
        foreach (var table in (await new RawDatabase(api).RecordTables()).Except([.. Telling, "stage_changes"]))
        foreach (
            var row in await new RawDatabase(api).Rows($"select id, version from {table} where organization_id = {tenant.OrganizationId}")
        )
            if (row.Split('|', '=') is [_, var id, _, var version])
                versions[$"/{table.Replace('_', '-')}/{id}"] = long.Parse(version, System.Globalization.CultureInfo.InvariantCulture);
        return versions;
    }
}
