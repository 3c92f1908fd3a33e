using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Xunit;

namespace AchieveApex.Support;

/// <summary>A real Redis of its own: the installed program on a free port, with a folder that goes away with it.</summary>
public sealed class RedisServer : IAsyncLifetime
{
    // The shell holds a pipe from this process, and ends the server when the pipe closes: also when this process is killed.
    private const string Keeper = """
        "$@" </dev/null >/dev/null 2>&1 &
        server=$!
        echo $server
        cat >/dev/null
        kill -TERM $server
        (sleep 2; kill -KILL $server) </dev/null >/dev/null 2>&1 &
        wait $server
        kill $!
        """;

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(15);

    private readonly string _folder = Directory.CreateTempSubdirectory("redis-").FullName;
    private Process? _keeper;
    private string _serverId = "";

    public int Port { get; } = FreePort();

    /// <summary>What a client of StackExchange.Redis connects with.</summary>
    public string ConnectionString => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{Port}");

    public async ValueTask InitializeAsync() => await Start();

    /// <summary>Starts an empty server on the same port.</summary>
    public async Task Start()
    {
        string[] server =
        [
            Installed("redis-server"),
            "--port",
            Port.ToString(CultureInfo.InvariantCulture),
            "--bind",
            "127.0.0.1",
            "--save",
            "",
            "--appendonly",
            "no",
            "--dir",
            _folder,
        ];
        var start = new ProcessStartInfo("/bin/sh", ["-c", Keeper, "sh", .. server])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _keeper = Process.Start(start)!;
        _serverId = await _keeper.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("redis-server did not start.");
        await Answers();
    }

    /// <summary>Ends the server; what it held is lost.</summary>
    public async Task Stop()
    {
        if (_keeper is not { } keeper)
            return;

        _keeper = null;
        keeper.StandardInput.Close();
        await keeper.WaitForExitAsync();
        keeper.Dispose();
    }

    public async Task Restart()
    {
        await Stop();
        await Start();
    }

    /// <summary>The server keeps its connections and stops answering.</summary>
    public Task Pause() => Signal("STOP");

    public Task Resume() => Signal("CONT");

    public async ValueTask DisposeAsync()
    {
        await Stop();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", _serverId]);
        await kill.WaitForExitAsync();
    }

    private async Task Answers()
    {
        var waited = Stopwatch.StartNew();
        while (!await Pings())
        {
            if (waited.Elapsed > _patience)
                throw new InvalidOperationException($"redis-server does not answer on port {Port}.");

            await Task.Delay(10);
        }
    }

    private async Task<bool> Pings()
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, Port);
            var stream = client.GetStream();
            await stream.WriteAsync("PING\r\n"u8.ToArray());
            using var reader = new StreamReader(stream);
            return await reader.ReadLineAsync() == "+PONG";
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            return false;
        }
    }

    private static string Installed(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException($"{program} is not installed: apt-get install redis-server");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
