using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.Clients;

public sealed class TypeScriptClientTestsOnSqlite(SqliteApi api) : TypeScriptClientTests(api);

public sealed class TypeScriptClientTestsOnPostgres(PostgresApi api) : TypeScriptClientTests(api);

/// <summary>The TypeScript client, compiled and used as its users do: clients/typescript/test/usage.ts.</summary>
public abstract class TypeScriptClientTests(TestApi api)
{
    private static readonly string Folder = Repository.PathOf("clients/typescript");
    private static readonly Lazy<Task<(int Code, string Output)>> Compilation = new(() => Tool.Run(Folder, Bin("tsc")));

    [Fact]
    public async Task It_makes_every_call_and_honours_limits_and_doubles_no_write()
    {
        var (compiled, problems) = await Compilation.Value;
        Assert.True(compiled == 0, problems);
        var (acme, limited) = (await api.NewTenant(), await api.NewTenant(maxRequests: 2, windowSeconds: 2));
        var (code, output) = await Tool.Run(
            Folder,
            "node",
            "dist/test/usage.js",
            api.Address.ToString().TrimEnd('/'),
            acme.Key,
            limited.Key
        );
        Assert.True(code == 0 && output.StartsWith("ok", StringComparison.Ordinal), output);
    }

    [Fact]
    public async Task Its_types_are_those_of_the_document()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("achieveapex-types-").FullName, "schema.ts");
        var (code, output) = await Tool.Run(Folder, Bin("openapi-typescript"), Repository.PathOf("docs/openapi/v1.json"), "--output", file);
        Assert.True(code == 0, output);
        Assert.True(
            await File.ReadAllTextAsync(file) == Repository.Read("clients/typescript/src/schema.ts"),
            "clients/typescript/src/schema.ts is not up to date: run clients/generate.sh."
        );
    }

    private static string Bin(string name) => Path.Combine(Folder, "node_modules/.bin", name);
}
