using AchieveApex.Application.Requests;
using AchieveApex.Application.Resources;
using AchieveApex.Domain.Contacts;
using AchieveApex.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace AchieveApex.Api.Tests.Reading;

public sealed class TotalTestsOnSqlite(SqliteApi api) : TotalTests(api);

public sealed class TotalTestsOnPostgres(PostgresApi api) : TotalTests(api);

/// <summary>The total of a list without conditions is counted by nobody, and exact.</summary>
public abstract class TotalTests(TestApi api)
{
    private readonly RawDatabase database = new(api);

    [Fact]
    public async Task Whatever_was_added_and_removed_the_total_is_the_number_of_records()
    {
        var (acme, globex) = (await api.NewTenant(), await api.NewTenant());
        await Task.WhenAll(Enumerable.Range(0, 4).Select(seed => Work(acme, new Random(seed))));
        await Work(globex, new Random(5));
        await IsExact(acme);
        await IsExact(globex);
        Assert.NotEqual(await Total(acme), await Total(globex));
    }

    [Fact]
    public async Task An_organization_without_records_has_none()
    {
        Assert.Equal(0, await Total(await api.NewTenant()));
    }

    [Fact]
    public async Task What_was_there_before_anybody_counted_is_counted()
    {
        await using TestApi old = api is PostgresApi ? new PostgresApi() : new SqliteApi();
        await old.InitializeAsync();
        var acme = await old.NewTenant();
        await Add(acme, 7, isKept: true);
        var raw = new RawDatabase(old);
        if (old is PostgresApi)
            await raw.Execute("drop table record_counts; drop function count_added cascade; drop function count_removed cascade");
        else
            foreach (var trigger in await raw.Rows("select name from sqlite_master where type = 'trigger'"))
                await raw.Execute($"drop trigger {trigger["name=".Length..]}");
        await raw.Execute($"delete from contacts where id in (select min(id) from contacts)");
        await old.Services.GetRequiredService<ISchema>().Update(CancellationToken.None);
        Assert.Equal(6, await Total(acme));
        await acme.Create("/contacts", new { first_name = "Jane" });
        Assert.Equal(7, await Total(acme));
    }

    private static async Task Work(Tenant tenant, Random random)
    {
        var mine = new List<long>();
        for (var i = 0; i < 40; i++)
            switch (random.Next(5))
            {
                case 0 when mine.Count > 0:
                    await tenant.Delete($"/contacts/{mine[0]}");
                    mine.RemoveAt(0);
                    break;
                case 1:
                    await Add(tenant, random.Next(20), isKept: true);
                    break;
                case 2:
                    await Assert.ThrowsAsync<TimeoutException>(() => Add(tenant, random.Next(1, 5), isKept: false));
                    break;
                default:
                    mine.Add((await tenant.Create("/contacts", new { first_name = "Jane" })).GetProperty("id").GetInt64());
                    break;
            }
    }

    // In one transaction that is given up at its end, or in bulk.
    private static Task<int> Add(Tenant tenant, int count, bool isKept) =>
        tenant.Api.Do(services =>
        {
            services
                .GetRequiredService<OrganizationScope>()
                .Enter(Caller.Program(tenant.OrganizationId, services.GetRequiredService<ResourceCatalog>()));
            var contacts = Enumerable.Range(0, count).Select(_ => new Contact { FirstName = "Jane" });
            return isKept
                ? services
                    .GetRequiredService<IBulkWriter>()
                    .Add(contacts.Select(contact => new NewRecord<Contact>(contact, DateTimeOffset.UnixEpoch)), CancellationToken.None)
                : AddInVain(services.GetRequiredService<IDatabase>(), contacts);
        });

    private static Task<int> AddInVain(IDatabase db, IEnumerable<Contact> contacts) =>
        db.InTransaction<int>(
            async () =>
            {
                foreach (var contact in contacts)
                    db.Add(contact);
                await db.Save(CancellationToken.None);
                throw new TimeoutException();
            },
            CancellationToken.None
        );

    private static async Task<long> Total(Tenant tenant) => (await tenant.Get("/contacts?$limit=1"))["total"].GetInt64();

    private async Task IsExact(Tenant tenant)
    {
        // Events are numbered instead.
        foreach (var table in (await database.RecordTables()).Where(table => table != "events"))
        {
            var path = table.Replace('_', '-');
            var counted = await database.Scalar<long>($"select count(*) from {table} where organization_id = {tenant.OrganizationId}");
            Assert.Equal((path, counted), (path, (await tenant.Get($"/{path}?$limit=1"))["total"].GetInt64()));
        }
    }
}
