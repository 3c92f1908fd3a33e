using System.Net;
using AchieveApex.Application.ApiKeys;
using AchieveApex.Application.Permissions;
using AchieveApex.Application.RateLimiting;
using AchieveApex.Application.Requests;
using AchieveApex.Application.Resources;
using AchieveApex.Domain.Permissions;
using AchieveApex.Infrastructure.ApiKeys;
using AchieveApex.Infrastructure.Persistence;
using AchieveApex.Infrastructure.Secrets;
using BenchmarkDotNet.Attributes;

namespace AchieveApex.Micro;

/// <summary>A key that was used a moment ago, and text that only looks like one: it is refused by its checksum.</summary>
public class KeyBenchmark
{
    private readonly string key = KeyText.Generate();
    private string damaged = "";
    private KeyAuthenticator authenticator = null!;

    [GlobalSetup]
    public void Start()
    {
        damaged = key[..^1] + (key[^1] == '0' ? '1' : '0');
        var (clock, resources) = (new MillisecondClock(), new ResourceCatalog([]));
        var hasher = new KeyHasher(Pepper.From("a pepper for a benchmark", DatabaseSettings.From(null)));
        // A cache in the clock's first moment keeps what it is given for the whole of a run.
        var cache = new KeyCache(new StoppedClock());
        var caller = new Caller(101, 1, 1, Rights.Of(resources, new Grants([Grants.Everything])), AllowBulk: false, RateLimit: null);
        cache.Keep(hasher.Digest(key), new(caller, ExpiresAt: null, []), cache.StartReading());
        var directory = new KeyDirectory(cache, scopes: null!, resources, new RateLimitOptions(), fields: null!);
        authenticator = new(hasher, directory, new Forgetful(), clock);
    }

    [Benchmark]
    public ValueTask<Caller?> Known() => authenticator.Authenticate(key, IPAddress.Loopback, CancellationToken.None);

    [Benchmark]
    public ValueTask<Caller?> Damaged() => authenticator.Authenticate(damaged, IPAddress.Loopback, CancellationToken.None);

    private sealed class Forgetful : IKeyUse
    {
        public void Record(long organizationId, long keyId, DateTimeOffset at, IPAddress? from) { }
    }

    private sealed class StoppedClock : TimeProvider
    {
        public override long GetTimestamp() => 0;
    }
}
