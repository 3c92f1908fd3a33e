using AchieveApex.Application.Organizations;
using AchieveApex.Application.Requests;
using AchieveApex.Application.Resources;
using AchieveApex.Domain.Contacts;
using AchieveApex.Infrastructure.Persistence;
using AchieveApex.Infrastructure.Persistence.Writing;
using AchieveApex.Support;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace AchieveApex.Api.Tests.Tenancy;

public sealed class OrganizationScopeTestsOnSqlite(SqliteApi api) : OrganizationScopeTests(api);

public sealed class OrganizationScopeTestsOnPostgres(PostgresApi api) : OrganizationScopeTests(api);

public abstract class OrganizationScopeTests(TestApi api)
{
    [Fact]
    public async Task Without_an_organization_records_are_not_read_at_all()
    {
        var reading = api.Do(services => services.GetRequiredService<AchieveApexDb>().Set<Contact>().ToListAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() => reading);
    }

    [Fact]
    public async Task Without_an_organization_records_are_not_written_at_all()
    {
        var writing = api.Do(services =>
        {
            services.GetRequiredService<IDatabase>().Add(new Contact());
            return Save(services);
        });
        await Assert.ThrowsAsync<InvalidOperationException>(() => writing);
    }

    [Fact]
    public async Task An_organization_is_entered_once_and_never_left_for_another()
    {
        var (acme, globex) = (await api.NewTenant(), await api.NewTenant());
        var entering = Within(acme, (_, mediator) => mediator.Send(new EnterOrganization(globex.OrganizationId)));
        await Assert.ThrowsAsync<InvalidOperationException>(() => entering);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_record_of_another_organization_is_not_saved(bool isRemoved)
    {
        var tenants = await TwoTenants.In(api);
        var foreign = await Within(
            tenants.Globex,
            (services, _) => services.GetRequiredService<AchieveApexDb>().Set<Contact>().FirstAsync()
        );
        var before = await tenants.Database.Of(tenants.Globex.OrganizationId);
        var saving = Within(
            tenants.Acme,
            async (services, _) =>
            {
                services.GetRequiredService<UnitOfWork>().Hold(foreign);
                foreign.FirstName += "!";
                if (isRemoved)
                    services.GetRequiredService<IDatabase>().Remove(foreign);
                return await services.GetRequiredService<IDatabase>().InTransaction(() => Save(services), CancellationToken.None);
            }
        );
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => saving);
        Assert.Contains("another organization", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, await tenants.Database.Of(tenants.Globex.OrganizationId));
    }

    [Fact]
    public async Task A_new_record_belongs_to_the_organization_that_was_entered()
    {
        var acme = await api.NewTenant();
        var owner = await Within(
            acme,
            async (services, _) =>
            {
                var contact = new Contact { FirstName = "Jane" };
                services.GetRequiredService<IDatabase>().Add(contact);
                await services.GetRequiredService<IDatabase>().InTransaction(() => Save(services), CancellationToken.None);
                return contact.OrganizationId;
            }
        );
        Assert.Equal(acme.OrganizationId, owner);
    }

    [Fact]
    public async Task Many_organizations_at_once_each_see_their_own_records_alone()
    {
        const int Tenants = 20;
        const int Requests = 200;
        var tenants = new List<(Tenant Tenant, string Name)>();
        for (var i = 0; i < Tenants; i++)
        {
            var tenant = await api.NewTenant();
            await tenant.Create("/contacts", new { first_name = $"of {tenant.OrganizationId}" });
            tenants.Add((tenant, $"of {tenant.OrganizationId}"));
        }

        var mixed = Enumerable.Range(0, Tenants * Requests).Select(i => (tenants[i % Tenants], i));
        await Parallel.ForEachAsync(
            mixed,
            new ParallelOptions { MaxDegreeOfParallelism = 32 },
            async (pair, _) =>
            {
                var ((tenant, name), i) = pair;
                if (i / Tenants % 20 == 19)
                    await tenant.Create("/contacts", new { first_name = name });
                var list = await tenant.Get("/contacts?$limit=200");
                Assert.NotEmpty(list["data"].EnumerateArray());
                Assert.All(list["data"].EnumerateArray(), contact => Assert.Equal(name, contact.GetProperty("first_name").GetString()));
            }
        );
        foreach (var (tenant, _) in tenants)
            Assert.Equal(1 + Requests / 20, (await tenant.Get("/contacts"))["total"].GetInt32());
    }

    private static async Task<bool> Save(IServiceProvider services)
    {
        await services.GetRequiredService<IDatabase>().Save(CancellationToken.None);
        return true;
    }

    private Task<T> Within<T>(Tenant tenant, Func<IServiceProvider, IMediator, Task<T>> work) =>
        api.Do(async services =>
        {
            services
                .GetRequiredService<OrganizationScope>()
                .Enter(Caller.Program(tenant.OrganizationId, services.GetRequiredService<ResourceCatalog>()));
            return await work(services, services.GetRequiredService<IMediator>());
        });
}
