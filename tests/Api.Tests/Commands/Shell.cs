using System.Text.RegularExpressions;
using AchieveApex.Support;

namespace AchieveApex.Api.Tests.Commands;

/// <summary>Somebody at a prompt, in an empty folder.</summary>
internal sealed partial class Shell : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("achieveapex-shell-").FullName;

    public Dictionary<string, string> Environment { get; } = [];

    /// <summary>Works on the database of a running server, with its settings.</summary>
    public static Shell Beside(TestApi api) =>
        new() { Environment = { ["ConnectionStrings__Database"] = api.ConnectionString, ["ApiKeys__Pepper"] = "a pepper for tests" } };

    public ProgramProcess Start(params string[] arguments) => ProgramProcess.Start(folder, Environment, arguments);

    /// <param name="line">Words without spaces.</param>
    public Task<ProgramResult> Run(string line) => Run(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    public async Task<ProgramResult> Run(params string[] arguments)
    {
        await using var program = Start(arguments);
        return await program.Ended();
    }

    /// <summary>What a command printed, and nothing but that; anything but success fails.</summary>
    public async Task<string> Printed(params string[] arguments)
    {
        var result = await Run(arguments);
        return result is { ExitCode: 0, Errors: "" } ? result.Output : throw new InvalidOperationException(result.ToString());
    }

    /// <summary>Starts the server, does something with its address, and stops it.</summary>
    public async Task<string> Serve(Func<string, Task>? use = null)
    {
        await using var program = Start("--urls", "http://127.0.0.1:0", "--Https:Required=false");
        var address = Address().Match(await program.Wrote("(Ctrl+C stops it)\n")).Value;
        if (use is not null)
            await use(address);
        return (await program.Stop()).Output;
    }

    /// <summary>Works on an empty PostgreSQL database from now on.</summary>
    public async Task UsePostgres(bool migrate = true)
    {
        Environment["ConnectionStrings__Database"] = await (await PostgresServer.Shared).CreateDatabase();
        Environment["Database__MigrateAtStart"] = migrate ? "true" : "false";
    }

    public static async Task<string> Get(string address, string path, string key)
    {
        using var client = new HttpClient { DefaultRequestHeaders = { { "x-api-key", key } } };
        using var answer = await client.GetAsync(address + path);
        return await answer.Content.ReadAsStringAsync();
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Address();
}
