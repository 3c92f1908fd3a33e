using AchieveApex.Application.Requests;
using AchieveApex.Application.Resources;
using AchieveApex.Domain.Contacts;
using AchieveApex.Infrastructure.Persistence;
using AchieveApex.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;
using Record = AchieveApex.Domain.Resources.Record;

namespace AchieveApex.Api.Tests.Tenancy;

/// <summary>PostgreSQL's own fence, with the program's switched off.</summary>
public sealed class RowSecurityTests(PostgresApi api)
{
    private const string NotAllowed = PostgresErrorCodes.InsufficientPrivilege;
    private readonly RawDatabase database = new(api);

    [Fact]
    public async Task Every_table_with_an_organization_has_row_security_and_a_policy()
    {
        var fenced = await database.Rows(
            """
            select c.relname as t from pg_class c
            where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relrowsecurity
              and exists (select from pg_policy p where p.polrelid = c.oid and p.polcmd = '*' and pg_get_expr(p.polqual, p.polrelid) like '%organization_id%')
            order by 1
            """
        );
        var owned = await database.Rows(
            "select table_name as t from information_schema.columns where table_schema = 'public' and column_name = 'organization_id' order by 1"
        );
        Assert.Equal(owned, fenced);
        var counts = RecordCounts.Table; // made beside the model
        Assert.Equal((await database.OwnedTables()).Append(counts).Select(table => $"t={table}").Order(), fenced.Order());
    }

    [Fact]
    public async Task The_programs_role_is_neither_a_superuser_nor_an_owner_and_cannot_pass_by()
    {
        var role = await api.Do(services =>
            services
                .GetRequiredService<AchieveApexDb>()
                .Database.SqlQueryRaw<string>(
                    "select concat_ws(' ', rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin) as \"Value\" from pg_roles where rolname = current_user"
                )
                .SingleAsync()
        );
        Assert.Equal("f f f f f", role);
        var owned = "select count(*) from pg_tables where schemaname = 'public' and tableowner = 'achieveapex_app'";
        Assert.Equal(0, await database.Scalar<long>(owned));
    }

    [Theory]
    [InlineData("drop table contacts")]
    [InlineData("alter table contacts add column x int")]
    [InlineData("alter table contacts disable row level security")]
    [InlineData("drop policy organization on contacts")]
    [InlineData("truncate contacts")]
    [InlineData("update record_counts set count = 0")]
    [InlineData("create table mine (x int)")]
    [InlineData("delete from \"__EFMigrationsHistory\"")]
    [InlineData("create or replace function find_api_key(wanted bytea) returns int language sql as 'select 1'")]
    public async Task The_programs_role_cannot_change_the_schema(string sql)
    {
        var acme = await api.NewTenant();
        var error = await Assert.ThrowsAsync<PostgresException>(() => Within(acme, db => db.Database.ExecuteSqlRawAsync(sql)));
        Assert.Equal(NotAllowed, error.SqlState);
    }

    [Fact]
    public async Task With_the_filter_switched_off_nothing_of_another_organization_is_seen()
    {
        var tenants = await TwoTenants.In(api);
        var types = await database.Model(model =>
            model.GetEntityTypes().Select(type => type.ClrType).Where(type => type.IsSubclassOf(typeof(Record))).ToList()
        );
        Assert.NotEmpty(types);
        foreach (var type in types)
        {
            var count = GetType()
                .GetMethod(nameof(Unfiltered), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!;
            var organizations = await Within(tenants.Acme, db => (Task<List<long>>)count.MakeGenericMethod(type).Invoke(null, [db])!);
            Assert.Equal([tenants.Acme.OrganizationId], organizations);
        }
    }

    [Fact]
    public async Task Raw_sql_of_the_program_sees_its_own_organization_alone()
    {
        var tenants = await TwoTenants.In(api);
        foreach (var table in await database.OwnedTables())
        {
            var sql = $"select distinct organization_id as \"Value\" from {table}";
            var seen = await Within(tenants.Acme, db => db.Database.SqlQueryRaw<long>(sql).ToListAsync());
            Assert.Equal([tenants.Acme.OrganizationId], seen);
        }
    }

    [Fact]
    public async Task Raw_sql_without_an_organization_sees_nothing()
    {
        await TwoTenants.In(api);
        foreach (var table in await database.OwnedTables())
        {
            var sql = $"select count(*) as \"Value\" from {table}";
            var seen = await api.Do(services => services.GetRequiredService<AchieveApexDb>().Database.SqlQueryRaw<long>(sql).SingleAsync());
            Assert.Equal(0, seen);
        }
    }

    [Fact]
    public async Task Raw_sql_changes_and_removes_nothing_of_another_organization()
    {
        var tenants = await TwoTenants.In(api);
        var before = await database.Of(tenants.Globex.OrganizationId);
        foreach (var table in await database.OwnedTables())
        foreach (var verb in (string[])[$"update {table} set organization_id = organization_id", $"delete from {table}"])
        {
            var sql = $"{verb} where organization_id = {tenants.Globex.OrganizationId}";
            var writing = Within(tenants.Acme, db => db.Database.ExecuteSqlRawAsync(sql));
            if (table == "events")
                Assert.Equal("42501", (await Assert.ThrowsAsync<PostgresException>(() => writing)).SqlState); // not even its own
            else
                Assert.Equal(0, await writing);
        }

        Assert.Equal(before, await database.Of(tenants.Globex.OrganizationId));
    }

    [Theory]
    [InlineData(
        "insert into contacts (organization_id, version, custom_fields, created_at, updated_at) values ({0}, 1, '{{}}', now(), now())"
    )]
    [InlineData("update contacts set organization_id = {0}, owner_id = null")]
    [InlineData(
        "insert into roles (organization_id, name, permissions, is_system, version, custom_fields, created_at, updated_at) values ({0}, 'x', '[]', false, 1, '{{}}', now(), now())"
    )]
    public async Task Nothing_is_written_into_another_organization(string sql)
    {
        var tenants = await TwoTenants.In(api);
        var statement = string.Format(null, sql, tenants.Globex.OrganizationId)
            .Replace("{", "{{", StringComparison.Ordinal)
            .Replace("}", "}}", StringComparison.Ordinal);
        var error = await Assert.ThrowsAsync<PostgresException>(() =>
            Within(tenants.Acme, db => db.Database.ExecuteSqlRawAsync(statement))
        );
        Assert.Equal((NotAllowed, true), (error.SqlState, error.MessageText.Contains("row-level security", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_connection_that_goes_back_to_the_pool_forgets_the_organization()
    {
        var acme = await api.NewTenant();
        await acme.Create("/contacts", new { first_name = "Jane" });
        await Within(acme, db => db.Set<Contact>().CountAsync());
        var known = await api.Do(services =>
            services
                .GetRequiredService<AchieveApexDb>()
                .Database.SqlQueryRaw<string>("select coalesce(current_setting('app.organization_id', true), '') as \"Value\"")
                .SingleAsync()
        );
        Assert.Equal("", known);
    }

    private static Task<List<long>> Unfiltered<T>(AchieveApexDb db)
        where T : Record =>
        db.Set<T>().IgnoreQueryFilters([OrganizationFilter.Name]).Select(record => record.OrganizationId).Distinct().ToListAsync();

    // In a transaction, with which the organization is told: a bare statement without one tells none.
    private Task<T> Within<T>(Tenant tenant, Func<AchieveApexDb, Task<T>> work) =>
        api.Do(async services =>
        {
            services
                .GetRequiredService<OrganizationScope>()
                .Enter(Caller.Program(tenant.OrganizationId, services.GetRequiredService<ResourceCatalog>()));
            var db = services.GetRequiredService<AchieveApexDb>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            var result = await work(db);
            await transaction.CommitAsync();
            return result;
        });
}
