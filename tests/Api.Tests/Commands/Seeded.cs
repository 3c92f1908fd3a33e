using System.Text.Json;
using System.Text.RegularExpressions;
using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.Commands;

public sealed class SeededSqlite() : Seeded(new SqliteApi());

public sealed class SeededPostgres() : Seeded(new PostgresApi());

/// <summary>What one run of <c>seed</c> made beside a server, in an empty database, with a key made by the command that it printed.</summary>
public abstract partial class Seeded(TestApi api) : IAsyncLifetime
{
    private Tenant? first;
    private Tenant? second;

    public TestApi Api => api;

    public string Output { get; private set; } = "";

    public Tenant First => first!;

    public Tenant Second => second!;

    public async ValueTask InitializeAsync()
    {
        await api.InitializeAsync();
        await using var shell = Shell.Beside(api);
        var seeding = await shell.Run("seed", "--organizations", "2", "--contacts", "401"); // which tells of its progress where it takes long
        Output = seeding.ExitCode == 0 ? seeding.Output : throw new InvalidOperationException(seeding.ToString());
        var command = KeyCommand().Match(Output).Value;
        first = new(api, 1, (await shell.Printed(command.Split(' '))).TrimEnd('\n'));
        second = new(api, 2, await api.NewKey(2));
    }

    public async Task<IReadOnlyList<JsonElement>> Contacts() =>
        [.. (await First.Get("/contacts?$limit=200&$sort[id]=1"))["data"].EnumerateArray()];

    public async ValueTask DisposeAsync()
    {
        await api.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [GeneratedRegex(@"api-key create --organization \d+ --email \S+")]
    private static partial Regex KeyCommand();
}
