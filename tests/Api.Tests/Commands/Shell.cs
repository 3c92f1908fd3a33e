using AchieveApex.Support;

namespace AchieveApex.Api.Tests.Commands;

/// <summary>Somebody at a prompt, in an empty folder.</summary>
internal sealed class Shell : IAsyncDisposable
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

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
