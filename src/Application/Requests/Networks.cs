using System.Net;

namespace AchieveApex.Application.Requests;

/// <summary>Addresses (<c>192.0.2.7</c>) and networks (<c>192.0.2.0/24</c>) of an allow-list.</summary>
public static class Networks
{
    public static IPNetwork Parse(string text) =>
        TryParse(text) ?? throw new FormatException("Neither an address nor a network in CIDR notation.");

    public static bool IsValid(string text) => TryParse(text) is not null;

    // Addresses are compared as plain IPv4. "1" is no address, though the framework takes it for 0.0.0.1.
    private static IPNetwork? TryParse(string text)
    {
        if (!text.Contains(':') && text.Count(c => c == '.') != 3)
            return null;
        if (IPNetwork.TryParse(text, out var network))
            return network.BaseAddress.IsIPv4MappedToIPv6 ? null : network;
        if (text.Contains('/') || !IPAddress.TryParse(text, out var address))
            return null;

        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return new IPNetwork(plain, plain.GetAddressBytes().Length * 8);
    }
}
