using System.Diagnostics;
using AchieveApex.Support;

namespace AchieveApex.Api.Tests;

/// <summary>A program that the tests use: a linter, a compiler, a client's script.</summary>
internal static class Tool
{
    /// <summary>Runs it to its end.</summary>
    public static async Task<(int Code, string Output)> Run(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["REDOCLY_TELEMETRY"] = "off";
        start.Environment["REDOCLY_SUPPRESS_UPDATE_NOTICE"] = "true";
        start.Environment["NODE_PATH"] = Repository.PathOf("tests/Npm/node_modules"); // where a rule set is looked for
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }
}
