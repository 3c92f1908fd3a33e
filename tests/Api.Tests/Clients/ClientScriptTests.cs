using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.Clients;

public sealed class ClientScriptTestsOnSqlite(SqliteApi api) : ClientScriptTests(api);

public sealed class ClientScriptTestsOnPostgres(PostgresApi api) : ClientScriptTests(api);

/// <summary>Clients that others wrote for FeathersJS, as they come from npm, drive the running program.</summary>
public abstract class ClientScriptTests(TestApi api)
{
    [Theory]
    [InlineData("feathers")]
    [InlineData("feathers-errors")]
    [InlineData("feathers-bulk")]
    [InlineData("feathers-headers")]
    [InlineData("react-admin")]
    [InlineData("react-admin-bulk")]
    [InlineData("pinia")]
    [InlineData("pinia-bulk")]
    public async Task A_script_of_an_unmodified_client_passes_all_its_checks(string script)
    {
        var acme = await api.NewTenant();
        var spent = await api.NewTenant(maxRequests: 1);
        var output = await NodeScript.Run(
            script,
            new Dictionary<string, string>
            {
                ["ACHIEVEAPEX_URL"] = api.Address.ToString().TrimEnd('/'),
                ["ACHIEVEAPEX_KEY"] = acme.Key,
                ["ACHIEVEAPEX_BULK_KEY"] = (await acme.AsBulk()).Key,
                ["ACHIEVEAPEX_VIEWER_KEY"] = (await acme.As("owner", "contacts:view")).Key,
                ["ACHIEVEAPEX_EXHAUSTED_KEY"] = spent.Key,
            }
        );
        Assert.Matches("[0-9]+ checks\n$", output);
    }
}
