using System.Diagnostics;
using System.Text;

namespace AchieveApex.Support;

/// <summary>The built program as its users start it: a process of its own, with its own folder, environment and arguments.</summary>
public sealed class ProgramProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // What the machine or the test run happens to have set is not the program's business.
    private static readonly string[] Foreign = ["ASPNETCORE_", "DOTNET_ENVIRONMENT", "ConnectionStrings__", "ApiKeys__", "Bootstrap__"];

    private readonly StringBuilder output = new();
    private readonly StringBuilder errors = new();
    private readonly Process process;

    private ProgramProcess(ProcessStartInfo start)
    {
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(errors, line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>As the system knows it.</summary>
    public int Id => process.Id;

    /// <summary>What it has written so far.</summary>
    public string Output => Read(output);

    /// <param name="folder">Its working directory.</param>
    /// <param name="environment">Settings as variables, <c>Section__Name</c>.</param>
    /// <param name="arguments">The command line.</param>
    public static ProgramProcess Start(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        Start("AchieveApex.Api.dll", folder, environment, arguments);

    /// <param name="assembly">Another program that was built beside it.</param>
    /// <param name="folder">Its working directory.</param>
    /// <param name="environment">Settings as variables, <c>Section__Name</c>.</param>
    /// <param name="arguments">The command line.</param>
    public static ProgramProcess Start(
        string assembly,
        string folder,
        IReadOnlyDictionary<string, string> environment,
        params string[] arguments
    )
    {
        var program = Path.Combine(AppContext.BaseDirectory, assembly);
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => Foreign.Any(name.StartsWith)).ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        return new(start);
    }

    /// <summary>Waits until it has written a text.</summary>
    public async Task<string> Wrote(string text)
    {
        var clock = Stopwatch.StartNew();
        while (!Output.Contains(text, StringComparison.Ordinal))
        {
            if (process.HasExited || clock.Elapsed > Patience)
                throw new InvalidOperationException($"The program did not write '{text}', but: {Output}{Read(errors)}");
            await Task.Delay(20);
        }

        return Output;
    }

    /// <summary>Asks it to end, as a supervisor does, and waits.</summary>
    public Task<ProgramResult> Stop()
    {
        new ProcessTree(process.Id).Terminate();
        return Ended();
    }

    /// <summary>Waits for its end.</summary>
    public async Task<ProgramResult> Ended()
    {
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
        return new(process.ExitCode, Output, Read(errors));
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static void Append(StringBuilder text, string? line)
    {
        lock (text)
            if (line is not null)
                text.Append(line).Append('\n');
    }

    private static string Read(StringBuilder text)
    {
        lock (text)
            return text.ToString();
    }
}

/// <summary>How a program ended.</summary>
public sealed record ProgramResult(int ExitCode, string Output, string Errors);
