using System.Net.Sockets;
using System.Text;

namespace AchieveApex.Support;

/// <summary>A request byte for byte, for what a well-behaved client would tidy up.</summary>
public static class RawRequest
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Sends the request line and headers, and the body as it is, and answers with everything that came back.</summary>
    public static async Task<string> Send(Uri address, string requestLine, string headers = "", string body = "")
    {
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port);
        await using var stream = client.GetStream();
        using var patience = new CancellationTokenSource(Patience);
        var head = $"{requestLine} HTTP/1.1\r\nHost: {address.Authority}\r\nConnection: close\r\n{headers}\r\n";
        await stream.WriteAsync(Encoding.UTF8.GetBytes(head + body), patience.Token);
        return await ReadAll(stream, patience.Token);
    }

    /// <summary>The status of such an answer.</summary>
    public static int StatusOf(string answer) => int.Parse(answer.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The body of such an answer.</summary>
    public static string BodyOf(string answer) => answer[(answer.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];

    // A server that refuses early may close before everything was sent.
    private static async Task<string> ReadAll(NetworkStream stream, CancellationToken cancellationToken)
    {
        var (answer, buffer) = (new MemoryStream(), new byte[4096]);
        try
        {
            while (await stream.ReadAsync(buffer, cancellationToken) is var read and > 0)
                answer.Write(buffer, 0, read);
        }
        catch (IOException) when (answer.Length > 0) { }

        return Encoding.UTF8.GetString(answer.ToArray());
    }
}
