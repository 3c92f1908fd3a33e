using System.Buffers;
using System.IO.Hashing;
using System.Security.Cryptography;
using System.Text;

namespace AchieveApex.Application.ApiKeys;

/// <summary>
/// The form of a key: <c>aax_</c>, 30 random characters of 0-9A-Za-z (178 bits), and 6 that are the CRC-32 of those 30. One regular
/// expression finds it in a repository, and a mistyped one is refused without asking any store.
/// </summary>
public static class KeyText
{
    public const string Prefix = "aax_";
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const int RandomLength = 30;
    private const int ChecksumLength = 6;
    private const int Length = 40;
    private static readonly SearchValues<char> Allowed = SearchValues.Create(Alphabet);

    /// <summary>A new key.</summary>
    public static string Generate()
    {
        var random = RandomNumberGenerator.GetString(Alphabet, RandomLength);
        return Prefix + random + Checksum(random);
    }

    /// <summary>Whether a text has the form of a key, checksum included.</summary>
    public static bool IsWellFormed(string text)
    {
        if (text.Length != Length || !text.StartsWith(Prefix, StringComparison.Ordinal))
            return false;

        var random = text.AsSpan(Prefix.Length, RandomLength);
        return !random.ContainsAnyExcept(Allowed) && text.AsSpan(Length - ChecksumLength).SequenceEqual(Checksum(random));
    }

    private static string Checksum(ReadOnlySpan<char> random)
    {
        Span<byte> ascii = stackalloc byte[RandomLength];
        Encoding.ASCII.GetBytes(random, ascii);
        var rest = Crc32.HashToUInt32(ascii);
        return string.Create(
            ChecksumLength,
            rest,
            static (text, value) =>
            {
                for (var i = ChecksumLength - 1; i >= 0; i--, value /= (uint)Alphabet.Length)
                    text[i] = Alphabet[(int)(value % (uint)Alphabet.Length)];
            }
        );
    }
}
