using System.Security.Cryptography;
using AchieveApex.Infrastructure.Secrets;

namespace AchieveApex.Infrastructure.Idempotency;

/// <summary>Encrypts what is kept of answers under a key derived from the pepper: who reads the database alone learns no secret from it.</summary>
internal sealed class AnswerSeal(Pepper pepper)
{
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int KeyLength = 32;
    private readonly byte[] key = HKDF.DeriveKey(HashAlgorithmName.SHA256, pepper.Bytes, KeyLength, info: "kept answers"u8.ToArray());

    /// <summary>Nonce, tag and ciphertext.</summary>
    public byte[] Close(ReadOnlySpan<byte> answer)
    {
        var sealedAnswer = new byte[NonceLength + TagLength + answer.Length];
        var nonce = sealedAnswer.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(nonce, answer, sealedAnswer.AsSpan(NonceLength + TagLength), sealedAnswer.AsSpan(NonceLength, TagLength));
        return sealedAnswer;
    }

    /// <summary>The answer; null when it was sealed under another pepper.</summary>
    public byte[]? Open(ReadOnlySpan<byte> sealedAnswer)
    {
        var answer = new byte[sealedAnswer.Length - NonceLength - TagLength];
        using var aes = new AesGcm(key, TagLength);
        try
        {
            aes.Decrypt(
                sealedAnswer[..NonceLength],
                sealedAnswer[(NonceLength + TagLength)..],
                sealedAnswer[NonceLength..(NonceLength + TagLength)],
                answer
            );
            return answer;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}
