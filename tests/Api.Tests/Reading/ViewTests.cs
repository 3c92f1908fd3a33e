using AchieveApex.Application.Contacts;
using AchieveApex.Application.Requests;
using AchieveApex.Application.Resources;
using AchieveApex.Application.Resources.Querying;
using AchieveApex.Domain.Contacts;
using AchieveApex.Infrastructure.Persistence;
using AchieveApex.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace AchieveApex.Api.Tests.Reading;

public sealed class ViewTestsOnSqlite(SqliteApi api) : ViewTests(api);

public sealed class ViewTestsOnPostgres(PostgresApi api) : ViewTests(api);

/// <summary>Views as handlers read them.</summary>
public abstract class ViewTests(TestApi api)
{
    [Fact]
    public async Task A_view_in_a_transaction_shows_what_the_transaction_wrote()
    {
        var seen = await Within(services =>
        {
            var db = services.GetRequiredService<IDatabase>();
            return db.InTransaction(
                async () =>
                {
                    var contact = new Contact { FirstName = "Jane" };
                    db.Add(contact);
                    await db.Save(CancellationToken.None);
                    return await db.View<Contact, ContactView>(contact.Id, null, CancellationToken.None);
                },
                CancellationToken.None
            );
        });
        Assert.Equal("Jane", seen?.FirstName);
    }

    [Fact]
    public async Task A_view_alone_makes_no_context()
    {
        var lease = await Within(async services =>
        {
            await services.GetRequiredService<IDatabase>().View<Contact, ContactView>(1, null, CancellationToken.None);
            return services.GetRequiredService<ContextLease>();
        });
        Assert.Null(lease.Current);
    }

    [Fact]
    public async Task Without_an_organization_no_view_is_read()
    {
        var reading = api.Do(services =>
            services.GetRequiredService<IDatabase>().View<Contact, ContactView>(1, null, CancellationToken.None)
        );
        await Assert.ThrowsAsync<InvalidOperationException>(() => reading);
    }

    [Fact]
    public async Task A_member_that_is_no_column_is_refused_by_name()
    {
        var reading = Within(services => services.GetRequiredService<IDatabase>().View<Contact, Odd>(1, null, CancellationToken.None));
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => reading);
        Assert.StartsWith("Odd.LeadScore cannot be read", error.Message, StringComparison.Ordinal);
    }

    private async Task<T> Within<T>(Func<IServiceProvider, Task<T>> work)
    {
        var acme = await api.NewTenant();
        return await api.Do(services =>
        {
            services
                .GetRequiredService<OrganizationScope>()
                .Enter(Caller.Program(acme.OrganizationId, services.GetRequiredService<ResourceCatalog>()));
            return work(services);
        });
    }

    private sealed record Odd
    {
        public string? LeadScore { get; init; }
    }
}
