using System.Diagnostics;
using System.Globalization;

namespace AchieveApex.Support;

/// <summary>PostgreSQL's own programs, run as a user that they accept: they refuse root.</summary>
internal sealed class PostgresPrograms(string folder)
{
    private const string DebianFolder = "/usr/lib/postgresql";

    /// <summary>The newest of Debian's versions, else the one on PATH.</summary>
    /// <exception cref="FileNotFoundException">PostgreSQL is not installed.</exception>
    public static PostgresPrograms Find()
    {
        var folder = DebianFolders().Concat(PathFolders()).FirstOrDefault(x => File.Exists(Path.Combine(x, "initdb")));
        return folder is null
            ? throw new FileNotFoundException("PostgreSQL is not installed. On Debian: apt-get install postgresql")
            : new PostgresPrograms(folder);
    }

    public string PathOf(string program) => Path.Combine(folder, program);

    public async Task Run(string program, params string[] arguments)
    {
        using var process = Start([PathOf(program), .. arguments]);
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} failed ({process.ExitCode}): {output}{await errors}");
    }

    /// <summary>Starts a program in a session of its own, where Ctrl+C does not reach it.</summary>
    public static Process Start(string[] command)
    {
        string[] account = Environment.IsPrivilegedProcess ? ["runuser", "-u", "postgres", "--"] : [];
        var start = new ProcessStartInfo("setsid", [.. account, .. command])
        {
            // The current folder may be closed to the other account.
            WorkingDirectory = "/",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return Process.Start(start)!;
    }

    private static IEnumerable<string> DebianFolders() =>
        Directory.Exists(DebianFolder)
            ? Directory
                .EnumerateDirectories(DebianFolder)
                .OrderByDescending(x => decimal.TryParse(Path.GetFileName(x), CultureInfo.InvariantCulture, out var version) ? version : 0)
                .Select(x => Path.Combine(x, "bin"))
            : [];

    private static string[] PathFolders() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
}
