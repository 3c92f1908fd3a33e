using System.Text.Json;
using AchieveApex.Application.ApiKeys;
using Xunit;

namespace AchieveApex.Api.Tests.Commands;

public sealed class BootstrapTests : IAsyncDisposable
{
    private readonly Shell shell = new();

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task The_bootstrap_settings_are_applied_once(string database)
    {
        if (database == "postgres")
            await shell.UsePostgres();
        var (first, later) = (KeyText.Generate(), KeyText.Generate());
        Bootstrap("4711", "Acme", "jane@acme.example", first);
        var answers = new List<string>();
        await shell.Serve(async address => answers.Add(await Shell.Get(address, "/me", first)));
        Bootstrap("4712", "Globex", "bob@globex.example", later);
        await shell.Serve(async address =>
            answers.AddRange(await Shell.Get(address, "/me", first), await Shell.Get(address, "/me", later))
        );
        Assert.Equal(["4711 Acme jane@acme.example", "4711 Acme jane@acme.example", "NotAuthenticated"], answers.Select(Gist));
    }

    public ValueTask DisposeAsync() => shell.DisposeAsync();

    private void Bootstrap(string id, string name, string email, string key)
    {
        shell.Environment["Bootstrap__OrganizationId"] = id;
        shell.Environment["Bootstrap__OrganizationName"] = name;
        shell.Environment["Bootstrap__AdminEmail"] = email;
        shell.Environment["Bootstrap__ApiKey"] = key;
    }

    private static string Gist(string answer)
    {
        var body = JsonElement.Parse(answer);
        return body.TryGetProperty("organization_id", out var id)
            ? $"{id} {body.GetProperty("organization_name")} {body.GetProperty("email")}"
            : body.GetProperty("name").GetString()!;
    }
}
