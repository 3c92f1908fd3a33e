using System.Diagnostics;
using AchieveApex.Support;

namespace AchieveApex.Api.Tests.Clients;

/// <summary>A script of <c>tests/Npm/clients</c>, run with the packages that are installed there.</summary>
internal static class NodeScript
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Runs a script to its end; a failure has what it wrote.</summary>
    /// <returns>What it wrote: a line a check.</returns>
    public static async Task<string> Run(string name, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("node", [Path.Combine("clients", name + ".mjs")])
        {
            WorkingDirectory = Repository.PathOf("tests/Npm"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (variable, value) in environment)
            start.Environment[variable] = value;

        using var node = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        await using var impatience = patience.Token.Register(() => node.Kill(entireProcessTree: true));
        var errors = node.StandardError.ReadToEndAsync();
        var output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        return node.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"{name}.mjs failed ({node.ExitCode}):\n{output}{await errors}");
    }
}
