using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace AchieveApex.Http;

/// <summary>A client that keeps its connection: no more of HTTP than both programs speak, so that most of the processor is theirs.</summary>
internal sealed class Connection : IDisposable
{
    private static readonly byte[] EndOfHeaders = "\r\n\r\n"u8.ToArray();
    private static readonly byte[] ContentLength = "Content-Length: "u8.ToArray();
    private const int StatusAt = 9;

    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] buffer = new byte[256 * 1024];

    public static async Task<Connection> Open(int port)
    {
        var connection = new Connection();
        await connection.socket.ConnectAsync(IPAddress.Loopback, port);
        return connection;
    }

    /// <summary>Sends a request and takes in its answer.</summary>
    /// <exception cref="InvalidOperationException">The answer is not a 2xx, or has no length.</exception>
    public async ValueTask<ReadOnlyMemory<byte>> Exchange(string request)
    {
        var length = Encoding.ASCII.GetBytes(request, buffer);
        await socket.SendAsync(buffer.AsMemory(0, length));

        var (received, end) = (0, -1);
        while (end < 0 || received < end)
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(received));
            if (read == 0)
                throw new InvalidOperationException("The connection was closed in the middle of an answer.");
            received += read;
            if (end < 0 && buffer.AsSpan(0, received).IndexOf(EndOfHeaders) is >= 0 and var headers)
                end = headers + EndOfHeaders.Length + BodyLength(buffer.AsSpan(0, headers));
        }

        if (buffer[StatusAt] != '2')
            throw new InvalidOperationException($"{request}\n{Encoding.UTF8.GetString(buffer.AsSpan(0, received))}");

        return buffer.AsMemory(buffer.AsSpan(0, received).IndexOf(EndOfHeaders) + EndOfHeaders.Length, BodyLength(buffer.AsSpan(0, end)));
    }

    public void Dispose() => socket.Dispose();

    private static int BodyLength(ReadOnlySpan<byte> headers)
    {
        var at = headers.IndexOf(ContentLength);
        return at >= 0 && Utf8Parser.TryParse(headers[(at + ContentLength.Length)..], out int length, out _)
            ? length
            : throw new InvalidOperationException("The answer has no Content-Length.");
    }
}
