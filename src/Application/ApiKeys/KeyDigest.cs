using System.Runtime.InteropServices;

namespace AchieveApex.Application.ApiKeys;

/// <summary>What is kept of a key: HMAC-SHA-256 under the server's pepper, 32 bytes.</summary>
public readonly record struct KeyDigest(ulong A, ulong B, ulong C, ulong D)
{
    public const int Length = 32;

    public static KeyDigest Of(ReadOnlySpan<byte> bytes)
    {
        var parts = MemoryMarshal.Cast<byte, ulong>(bytes);
        return new(parts[0], parts[1], parts[2], parts[3]);
    }

    public byte[] ToArray() => MemoryMarshal.AsBytes<ulong>([A, B, C, D]).ToArray();
}
