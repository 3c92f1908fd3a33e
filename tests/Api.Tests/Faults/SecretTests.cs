using System.Net;
using System.Net.Http.Json;
using AchieveApex.Application.ApiKeys;
using AchieveApex.Support;
using Npgsql;
using Xunit;

namespace AchieveApex.Api.Tests.Faults;

public sealed class SecretTests
{
    private const string Pepper = "a-pepper-to-look-for";
    private const string Password = "a-password-to-look-for";

    private static readonly string[] EverythingIsLogged =
    [
        "--Logging:LogLevel:Default=Trace",
        "--Logging:LogLevel:AchieveApex=Trace",
        "--Logging:LogLevel:Npgsql=Trace",
        "--Logging:LogLevel:Microsoft.EntityFrameworkCore=Trace",
        "--Logging:LogLevel:Microsoft.AspNetCore.Diagnostics=Trace",
    ];

    [Fact]
    public async Task No_log_holds_a_secret_whatever_happens()
    {
        await using var server = await PostgresServer.Start();
        await CreateOwner(server);
        var database = new NpgsqlConnectionStringBuilder(await server.CreateDatabase()) { Username = "clerk", Password = Password };
        using var place = new Place(database.ConnectionString);
        await using var program = place.Serve([
            .. EverythingIsLogged,
            $"--ApiKeys:Pepper={Pepper}",
            $"--Bootstrap:AdminPassword={Password}",
            $"--ConnectionStrings:Redis=127.0.0.1:1,password={Password}",
        ]);
        using var client = place.ClientOf(await program.Listening());
        var unknown = KeyText.Generate();
        using var stranger = place.ClientOf(client.BaseAddress!, unknown);
        var contact = new { email = "jane@example.com" };
        HttpStatusCode[] statuses =
        [
            (await client.PostAsJsonAsync("/contacts", contact)).StatusCode,
            (await client.PostAsJsonAsync("/contacts", contact)).StatusCode,
            (await client.PostAsync("/contacts", new StringContent("{"))).StatusCode,
            (await client.GetAsync("/contacts?$limit=x")).StatusCode,
            (await stranger.GetAsync("/contacts")).StatusCode,
            (await client.GetAsync("/rate-limit")).StatusCode,
        ];
        await server.Kill();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAsync("/contacts")).StatusCode);
        program.Signal(RunningProgram.SigTerm);
        Assert.Equal(0, await program.Exit());

        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.Conflict], statuses[..2]);
        var logged = program.Output + program.Errors;
        Assert.Contains("INSERT INTO", logged, StringComparison.Ordinal);
        Assert.All([place.Key, unknown, Pepper, Password], secret => Assert.DoesNotContain(secret, logged, StringComparison.Ordinal));
    }

    private static async Task CreateOwner(PostgresServer server)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"create role clerk superuser login password '{Password}'", connection);
        await command.ExecuteNonQueryAsync();
    }
}
