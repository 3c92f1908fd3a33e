using System.Data.Common;
using AchieveApex.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Xunit;
using Record = AchieveApex.Domain.Resources.Record;

namespace AchieveApex.Api.Tests.Tenancy;

public sealed class CrossTenantKeyTestsOnSqlite(SqliteApi api) : CrossTenantKeyTests(api);

public sealed class CrossTenantKeyTestsOnPostgres(PostgresApi api) : CrossTenantKeyTests(api);

/// <summary>The database's own foreign keys, as the tables' owner meets them.</summary>
public abstract class CrossTenantKeyTests(TestApi api)
{
    [Fact]
    public async Task Every_reference_between_records_holds_the_organization()
    {
        var loose = await new RawDatabase(api).Model(model =>
            References(model).Where(key => !IsComposite(key)).Select(key => key.ToString()).ToList()
        );
        Assert.Empty(loose);
    }

    [Fact]
    public async Task The_database_itself_refuses_a_reference_into_another_organization()
    {
        var tenants = await TwoTenants.In(api);
        var statements = await tenants.Database.Model(model =>
            References(model).Select(key => Redirect(key, tenants.Acme.OrganizationId, tenants.Globex.OrganizationId)).ToList()
        );
        Assert.NotEmpty(statements);
        foreach (var (refer, own) in statements)
        {
            Assert.True(await tenants.Database.Scalar<long>(own) > 0, $"nothing is tried by {refer}");
            await Assert.ThrowsAnyAsync<DbException>(() => tenants.Database.Execute(refer));
        }
    }

    private static IEnumerable<IForeignKey> References(IModel model) =>
        model
            .GetEntityTypes()
            .SelectMany(type => type.GetForeignKeys())
            .Where(key => key.PrincipalEntityType.ClrType.IsSubclassOf(typeof(Record)));

    private static bool IsComposite(IForeignKey key) =>
        key.Properties[0].Name == nameof(Record.OrganizationId) && key.PrincipalKey.Properties[0].Name == nameof(Record.OrganizationId);

    private static (string Refer, string Own) Redirect(IForeignKey key, long acme, long globex)
    {
        var (table, column) = (key.DeclaringEntityType.GetTableName(), key.Properties[1].GetColumnName());
        var (principal, id) = (key.PrincipalEntityType.GetTableName(), key.PrincipalKey.Properties[1].GetColumnName());
        return (
            $"update {table} set {column} = (select max({id}) from {principal} where organization_id = {globex}) where organization_id = {acme}",
            $"select count(*) from {table} where organization_id = {acme} and {column} is not null"
        );
    }
}
