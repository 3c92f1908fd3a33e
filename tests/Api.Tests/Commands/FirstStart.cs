using System.Diagnostics;
using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.Commands;

public sealed class FirstStartOnSqlite : FirstStart
{
    // As it comes: no setting at all.
    protected override Task<Dictionary<string, string>> Settings() => Task.FromResult(new Dictionary<string, string>());
}

public sealed class FirstStartOnPostgres : FirstStart
{
    protected override async Task<Dictionary<string, string>> Settings() =>
        new()
        {
            ["ConnectionStrings__Database"] = await (await PostgresServer.Shared).CreateDatabase(),
            ["Database__MigrateAtStart"] = "true",
        };
}

/// <summary>A newcomer starts the program in an empty folder, pastes what it prints, stops it and starts it again.</summary>
public abstract class FirstStart : IAsyncLifetime
{
    public ProgramResult First { get; private set; } = null!;

    /// <summary>What the printed commands answered, in their order.</summary>
    public IReadOnlyList<string> Answers { get; private set; } = [];

    public ProgramResult Second { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await using var shell = new Shell();
        foreach (var (name, value) in await Settings())
            shell.Environment[name] = value;
        shell.Environment["DOTNET_ENVIRONMENT"] = "Development";

        await using (var program = shell.Start("--urls", "http://127.0.0.1:0"))
        {
            Answers = [.. CommandsIn(await program.Wrote("}'\n")).Select(Paste)];
            First = await program.Stop();
        }

        await using var again = shell.Start("serve", "--urls", "http://127.0.0.1:0");
        await again.Wrote("listens on");
        Second = await again.Stop();
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    protected abstract Task<Dictionary<string, string>> Settings();

    private static IEnumerable<string> CommandsIn(string output) =>
        output.Split("\n\n").Where(block => block.StartsWith("curl ", StringComparison.Ordinal));

    private static string Paste(string command)
    {
        using var shell = Process.Start(
            new ProcessStartInfo("sh", ["-c", command]) { RedirectStandardOutput = true, RedirectStandardError = true }
        )!;
        return shell.StandardOutput.ReadToEnd();
    }
}
