namespace AchieveApex.Application.ApiKeys;

/// <summary>Turns a key into what is kept of it.</summary>
public interface IKeyHasher
{
    KeyDigest Digest(string key);
}
