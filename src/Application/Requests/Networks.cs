using System.Net;

namespace AchieveApex.Application.Requests;

/// <summary>Addresses (<c>192.0.2.7</c>) and networks (<c>192.0.2.0/24</c>) of an allow-list.</summary>
public static class Networks
{
    public static IPNetwork Parse(string text) =>
        TryParse(text) ?? throw new FormatException("Neither an address nor a network in CIDR notation.");

    public static bool IsValid(string text) => TryParse(text) is not null;

    private static IPNetwork? TryParse(string text)
    {
        if (IPNetwork.TryParse(text, out var network))
            return network;

        return !text.Contains('/') && IPAddress.TryParse(text, out var address)
            ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
            : null;
    }
}
