using System.Net;

namespace AchieveApex.Application.ApiKeys;

/// <summary>Remembers when keys were used. Written in batches, never while a request waits.</summary>
public interface IKeyUse
{
    void Record(long organizationId, long keyId, DateTimeOffset at, IPAddress? from);
}
