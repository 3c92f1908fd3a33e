using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using Xunit;

namespace AchieveApex.Api.Tests.Faults;

public sealed class StopTests
{
    private const string Body = """{"first_name":"Jane","email":"jane@example.com"}""";

    [Theory]
    [InlineData(RunningProgram.SigTerm, "sqlite")]
    [InlineData(RunningProgram.SigInt, "sqlite")]
    [InlineData(RunningProgram.SigTerm, "postgres")]
    public async Task A_request_in_flight_gets_its_answer_and_nobody_else_is_let_in(int signal, string engine)
    {
        using var place = await Place.On(engine);
        await using var program = place.Serve();
        var address = await program.Listening();
        using var slow = await StartRequest(address, place.Key);
        var elapsed = Stopwatch.StartNew();
        program.Signal(signal);
        await Refused(address);
        await Trickle(slow, Body[1..]);
        Assert.StartsWith("HTTP/1.1 201", await Answer(slow), StringComparison.Ordinal);
        Assert.Equal(0, await program.Exit());
        Assert.InRange(elapsed.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        Assert.Equal("", program.Errors);
        Assert.Equal((1, 1), (await place.Count("select count(*) from contacts"), await place.Count(UsedKeys)));
    }

    [Fact]
    public async Task A_request_that_never_ends_does_not_keep_it_from_stopping()
    {
        using var place = new Place();
        await using var program = place.Serve();
        using var endless = await StartRequest(await program.Listening(), place.Key);
        var elapsed = Stopwatch.StartNew();
        program.Signal(RunningProgram.SigTerm);
        Assert.Equal(0, await program.Exit());
        Assert.InRange(elapsed.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        Assert.Equal((0, 1), (await place.Count("select count(*) from contacts"), await place.Count(UsedKeys)));
    }

    private const string UsedKeys = "select count(*) from api_keys where last_used_at is not null";

    private static async Task<TcpClient> StartRequest(Uri address, string key)
    {
        var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port);
        var head = $"POST /contacts HTTP/1.1\r\nHost: {address.Authority}\r\nx-api-key: {key}\r\nContent-Type: application/json\r\n";
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"{head}Content-Length: {Body.Length}\r\n\r\n{Body[0]}"));
        await Task.Delay(500); // it was read by now
        return client;
    }

    private static async Task Refused(Uri address)
    {
        var elapsed = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(address.Host, address.Port);
            }
            catch (SocketException)
            {
                return;
            }

            Assert.InRange(elapsed.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(6));
            await Task.Delay(50);
        }
    }

    private static async Task Trickle(TcpClient client, string text)
    {
        foreach (var piece in text.Chunk(10))
        {
            await Task.Delay(400);
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(piece));
        }
    }

    private static async Task<string> Answer(TcpClient client)
    {
        var buffer = new byte[4096];
        return Encoding.ASCII.GetString(buffer, 0, await client.GetStream().ReadAsync(buffer));
    }
}
