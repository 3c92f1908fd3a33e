using System.Security.Cryptography;
using System.Text;
using AchieveApex.Application.ApiKeys;
using AchieveApex.Infrastructure.Secrets;

namespace AchieveApex.Infrastructure.ApiKeys;

/// <summary>HMAC-SHA-256 under the pepper: without it a stolen database does not even tell whether a leaked key was one of its own.</summary>
internal sealed class KeyHasher(Pepper pepper) : IKeyHasher
{
    private const int LongestKey = 64;

    public KeyDigest Digest(string key)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(key.Length, LongestKey);
        Span<byte> ascii = stackalloc byte[LongestKey];
        Span<byte> digest = stackalloc byte[KeyDigest.Length];
        HMACSHA256.HashData(pepper.Bytes, ascii[..Encoding.ASCII.GetBytes(key, ascii)], digest);
        return KeyDigest.Of(digest);
    }
}
