using System.Net;
using AchieveApex.Application.Errors;

namespace AchieveApex.Application.ApiKeys;

/// <summary>Tells who sends a key.</summary>
public sealed class KeyAuthenticator(IKeyHasher hasher, IKeyDirectory directory, IKeyUse use, TimeProvider clock)
{
    /// <summary>The caller; null when the key is not one that works, whatever the reason.</summary>
    /// <exception cref="Forbidden">The key works, but not from this address.</exception>
    public async ValueTask<Caller?> Authenticate(string key, IPAddress? address, CancellationToken cancellationToken)
    {
        if (!KeyText.IsWellFormed(key))
            return null;

        var holder = await directory.Find(hasher.Digest(key), cancellationToken);
        var now = clock.GetUtcNow();
        if (holder is null || holder.ExpiresAt <= now)
            return null;
        if (holder.Networks.Count > 0 && !IsAllowed(address, holder.Networks))
            throw new Forbidden("Access denied: this API key may not be used from your network address.");

        use.Record(holder.Caller.OrganizationId, holder.Caller.ApiKeyId!.Value, now, address);
        return holder.Caller;
    }

    private static bool IsAllowed(IPAddress? address, IReadOnlyList<IPNetwork> networks)
    {
        if (address is null)
            return false;

        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return networks.Any(network => network.Contains(plain));
    }
}
