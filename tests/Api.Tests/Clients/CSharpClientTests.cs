using AchieveApex.Client;
using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.Clients;

public sealed class CSharpClientTestsOnSqlite(SqliteApi api) : CSharpClientTests(api);

public sealed class CSharpClientTestsOnPostgres(PostgresApi api) : CSharpClientTests(api);

/// <summary>The C# client, used as its users do.</summary>
public abstract class CSharpClientTests(TestApi api)
{
    [Fact]
    public async Task A_record_is_created_found_patched_and_removed()
    {
        var client = AchieveApexClient.Connect(api.Address, (await api.NewTenant()).Key);
        var jane = await client.CreateContactAsync(
            new()
            {
                FirstName = "Jane",
                Email = "jane@example.com",
                LifecycleStage = LifecycleStage.MarketingQualifiedLead,
            }
        );
        var asked = new Query()
            .WhereIn("email", "jane@example.com", "none@example.com")
            .Where("id", "$gte", jane.Id)
            .Sort("id", descending: true);
        var found = await client.With(asked).ListContactsAsync(limit: 5);
        Assert.Equal((1, 5, jane.Id), (found.Total, found.Limit, found.Data.Single().Id));
        var patched = await client.PatchContactAsync(jane.Id, new() { LastName = "Doe" }, if_Match: "\"1\"");
        Assert.Equal(("Jane", "Doe", LifecycleStage.MarketingQualifiedLead), (patched.FirstName, patched.LastName, patched.LifecycleStage));
        Assert.Equal(jane.Id, (await client.RemoveContactAsync(jane.Id)).Id);
        var gone = await Assert.ThrowsAsync<ApiException<Error>>(() => client.GetContactAsync(jane.Id));
        Assert.Equal((404, "NotFound"), (gone.StatusCode, gone.Result.Name));
    }

    [Fact]
    public async Task No_match_is_found_with_an_empty_set()
    {
        var client = AchieveApexClient.Connect(api.Address, (await api.NewTenant()).Key);
        await client.CreateContactAsync(new() { FirstName = "Jane" });
        Assert.Empty((await client.With(new Query().WhereIn("first_name")).ListContactsAsync()).Data);
    }

    [Fact]
    public async Task What_is_wrong_with_a_field_is_told()
    {
        var client = AchieveApexClient.Connect(api.Address, (await api.NewTenant()).Key);
        var refused = await Assert.ThrowsAsync<ApiException<Error>>(() => client.CreateContactAsync(new() { Email = "nonsense" }));
        Assert.Equal(["must be a valid email address"], refused.Result.Errors!["email"]);
    }

    [Fact]
    public async Task A_lost_answer_doubles_no_write()
    {
        var (acme, lossy) = (await api.NewTenant(), new LossyTransport());
        await AchieveApexClient.Connect(api.Address, acme.Key, transport: lossy).CreateContactAsync(new() { FirstName = "Once" });
        Assert.Equal((2, 1), (lossy.Keys.Count, lossy.Keys.Distinct().Count()));
        Assert.Equal(1, (await acme.Get("/contacts?first_name=Once"))["total"].GetInt32());
    }

    [Fact]
    public async Task A_limit_is_waited_for_as_long_as_the_server_asks()
    {
        var limited = await api.NewTenant(maxRequests: 2, windowSeconds: 2);
        var client = AchieveApexClient.Connect(api.Address, limited.Key);
        for (var i = 0; i < 5; i++)
            await client.CreateContactAsync(new() { FirstName = $"Limited {i}" });

        var all = await AchieveApexClient.Connect(api.Address, limited.Key).ListContactsAsync();
        Assert.Equal(5, all.Total);
    }

    [Fact]
    public async Task An_answer_that_asks_for_too_long_is_handed_on()
    {
        var limited = await api.NewTenant(maxRequests: 1, windowSeconds: 3600);
        var client = AchieveApexClient.Connect(api.Address, limited.Key);
        await client.GetMeAsync();
        var refused = await Assert.ThrowsAsync<ApiException<Error>>(() => client.GetMeAsync());
        Assert.Equal((429, 3600), (refused.StatusCode, refused.Result.Data!.Window));
    }

    [Fact]
    public async Task Its_code_is_that_of_the_document()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("achieveapex-client-").FullName, "Generated.cs");
        var generator = Repository.PathOf("clients/csharp/Generator/bin/Debug/net10.0/AchieveApex.Generator.dll");
        var (code, output) = await Tool.Run(Repository.Root, "dotnet", generator, "docs/openapi/v1.json", file);
        Assert.True(code == 0, output);
        Assert.True(
            await File.ReadAllTextAsync(file) == Repository.Read("clients/csharp/Client/Generated.cs"),
            "clients/csharp/Client/Generated.cs is not up to date: run clients/generate.sh."
        );
    }

    // The first answer is lost, as with a connection that breaks after the write.
    private sealed class LossyTransport() : DelegatingHandler(new SocketsHttpHandler())
    {
        public List<string> Keys { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Keys.Add(request.Headers.GetValues("Idempotency-Key").Single());
            var answer = await base.SendAsync(request, cancellationToken);
            return Keys.Count == 1 ? throw new HttpRequestException("The connection broke.") : answer;
        }
    }
}
