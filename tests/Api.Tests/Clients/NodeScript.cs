using System.Diagnostics;

namespace AchieveApex.Api.Tests.Clients;

/// <summary>A script of <c>tests/Npm/clients</c>, run with the packages that are installed there.</summary>
internal static class NodeScript
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly string Packages = Find(AppContext.BaseDirectory);

    /// <summary>Runs a script to its end; a failure has what it wrote.</summary>
    /// <returns>What it wrote: a line a check.</returns>
    public static async Task<string> Run(string name, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("node", [Path.Combine("clients", name + ".mjs")])
        {
            WorkingDirectory = Packages,
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

    private static string Find(string? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder, "AchieveApex.sln")))
            folder = Path.GetDirectoryName(folder);
        var packages = Path.Combine(
            folder ?? throw new DirectoryNotFoundException("The tests run outside of their repository."),
            "tests",
            "Npm"
        );
        return Directory.Exists(Path.Combine(packages, "node_modules"))
            ? packages
            : throw new DirectoryNotFoundException($"The packages are not installed: npm ci --prefix {packages}");
    }
}
