using System.Net;
using System.Net.Sockets;

namespace AchieveApex.Support;

internal static class PrivatePort
{
    // Below the ports that the kernel gives to clients, so that a server that is killed finds its own port free again.
    private const int First = 20_000;
    private const int End = 32_000;

    public static int Next()
    {
        while (true)
        {
            var port = Random.Shared.Next(First, End);
            if (IsFree(port))
                return port;
        }
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
