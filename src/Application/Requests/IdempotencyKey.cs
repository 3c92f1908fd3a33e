using System.Security.Cryptography;
using System.Text;

namespace AchieveApex.Application.Requests;

/// <summary>Names one change, so that asking for it again does not make it again.</summary>
/// <param name="Digest">SHA-256 of what the key counts for: its text, the method and the path.</param>
/// <param name="Fingerprint">SHA-256 of what was sent under it: query and body.</param>
public sealed record IdempotencyKey(byte[] Digest, byte[] Fingerprint)
{
    /// <summary>Characters that a client may choose.</summary>
    public const int Longest = 255;

    public static IdempotencyKey Of(string text, string method, string path, string query, ReadOnlySpan<byte> body)
    {
        using var sent = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sent.AppendData(Encoding.UTF8.GetBytes(query + "\n"));
        sent.AppendData(body);
        return new(SHA256.HashData(Encoding.UTF8.GetBytes($"{method} {path}\n{text}")), sent.GetHashAndReset());
    }
}
