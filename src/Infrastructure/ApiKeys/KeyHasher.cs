using System.Security.Cryptography;
using System.Text;
using AchieveApex.Application.ApiKeys;
using AchieveApex.Infrastructure.Secrets;

namespace AchieveApex.Infrastructure.ApiKeys;

/// <summary>HMAC-SHA-256 under the pepper: without it a stolen database does not even tell whether a leaked key was one of its own.</summary>
internal sealed class KeyHasher(Pepper pepper) : IKeyHasher
{
    private const int LongestKey = 64;

    // Kept, since making one takes longer than using it.
    [ThreadStatic]
    private static (Pepper Pepper, IncrementalHash Hash)? kept;

    public KeyDigest Digest(string key)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(key.Length, LongestKey);
        Span<byte> ascii = stackalloc byte[LongestKey];
        Span<byte> digest = stackalloc byte[KeyDigest.Length];
        var hash = Hash();
        hash.AppendData(ascii[..Encoding.ASCII.GetBytes(key, ascii)]);
        hash.GetHashAndReset(digest);
        return KeyDigest.Of(digest);
    }

    private IncrementalHash Hash()
    {
        if (kept is not { } own || own.Pepper != pepper)
            kept = own = (pepper, IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, pepper.Bytes));
        return own.Hash;
    }
}
