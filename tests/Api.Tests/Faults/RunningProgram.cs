using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace AchieveApex.Api.Tests.Faults;

/// <summary>The built program as a process of its own, in a folder of its own.</summary>
internal sealed partial class RunningProgram : IAsyncDisposable
{
    public const int SigInt = 2;
    public const int SigKill = 9;
    public const int SigTerm = 15;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly StringBuilder errors = new();
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task reading;

    private RunningProgram(Process process)
    {
        this.process = process;
        reading = Task.WhenAll(Read(process.StandardOutput, output), Read(process.StandardError, errors));
    }

    public string Output => TextOf(output);

    public string Errors => TextOf(errors);

    /// <param name="folder">Where it runs.</param>
    /// <param name="arguments">A command and settings.</param>
    /// <param name="environment">As <c>NAME=value</c>.</param>
    public static RunningProgram Start(string folder, string[] arguments, params string[] environment) =>
        // What a shell starts in its background ignores Ctrl+C, and so would all that it starts.
        Start("env", folder, ["--default-signal=INT", "dotnet", Program, .. arguments], environment);

    /// <summary>Like <see cref="Start(string, string[], string[])"/>, with files of at most so many blocks of 512 bytes: a disk that gets full.</summary>
    public static RunningProgram StartOnSmallDisk(int blocks, string folder, string[] arguments) =>
        Start(
            "sh",
            folder,
            ["-c", $"trap '' XFSZ; ulimit -f {blocks}; exec \"$@\"", "sh", "dotnet", Program, .. arguments],
            ["DOTNET_EnableWriteXorExecute=0"]
        );

    /// <summary>Where it listens, as soon as it does.</summary>
    public async Task<Uri> Listening()
    {
        var first = await Task.WhenAny(listening.Task, process.WaitForExitAsync(), Task.Delay(Patience));
        return first == listening.Task
            ? await listening.Task
            : throw new InvalidOperationException($"It does not listen: {Output}{Errors}");
    }

    /// <summary>Waits for its end, and answers with its exit code.</summary>
    public async Task<int> Exit()
    {
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
        await reading;
        return process.ExitCode;
    }

    public void Signal(int signal) => _ = kill(process.Id, signal);

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            Signal(SigKill);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static string Program => Path.Combine(AppContext.BaseDirectory, "AchieveApex.Api.dll");

    private static RunningProgram Start(string file, string folder, string[] arguments, string[] environment)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("ASPNETCORE_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        start.Environment.Remove("DOTNET_ENVIRONMENT");
        start.Environment["DOTNET_gcServer"] = "0"; // several at once share the machine
        start.Environment["DOTNET_TieredPGO"] = "0"; // none lives long enough
        foreach (var variable in environment)
            start.Environment[variable[..variable.IndexOf('=')]] = variable[(variable.IndexOf('=') + 1)..];

        return new(Process.Start(start)!);
    }

    private async Task Read(StreamReader reader, StringBuilder text)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            lock (text)
                text.AppendLine(line);
            if (Address().Match(line) is { Success: true } found)
                listening.TrySetResult(new(found.Groups[1].Value));
        }
    }

    private static string TextOf(StringBuilder text)
    {
        lock (text)
            return text.ToString();
    }

    [GeneratedRegex(@"listens on (http://\S+)")]
    private static partial Regex Address();

    [DllImport("libc")]
    private static extern int kill(int process, int signal);
}
