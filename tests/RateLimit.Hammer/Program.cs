using System.Globalization;
using AchieveApex.Application.RateLimiting;
using AchieveApex.Infrastructure.RateLimiting;
using StackExchange.Redis;

// One of several processes that ask the real limiter for one organization as fast as they can. Prints how many requests it saw
// admitted and how many rejected; when each was admitted, Redis itself writes down.
//   arguments: connection string, organization, max requests, window in seconds, seconds to run, longest known rejection in ms
var numbers = args[1..].Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToArray();
var (organizationId, limit, duration) = (numbers[0], new RateLimit(numbers[1], numbers[2]), TimeSpan.FromSeconds(numbers[3]));

await using var redis = await ConnectionMultiplexer.ConnectAsync(args[0]);
using var metrics = new RateLimitMetrics();
using var limiter = new RedisRateLimiter(
    () => Task.FromResult<IConnectionMultiplexer>(redis),
    metrics,
    TimeProvider.System,
    new RedisTuning
    {
        Patience = TimeSpan.FromSeconds(30),
        LongestKnownRejection = TimeSpan.FromMilliseconds(numbers[4]),
        Scripts = RecordingScripts(),
    }
);

var (start, admitted, rejected) = (TimeProvider.System.GetTimestamp(), 0L, 0L);
await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(Hammer)));
Console.WriteLine(FormattableString.Invariant($"{admitted} {rejected}"));

async Task Hammer()
{
    while (TimeProvider.System.GetElapsedTime(start) < duration)
    {
        var decision = await limiter.Hit(organizationId, limit, CancellationToken.None);
        Interlocked.Increment(ref decision.Admitted ? ref admitted : ref rejected);
    }
}

// The production script as a function, and after it a list of the microseconds at which Redis admitted.
static RingScripts RecordingScripts()
{
    var script = $"""
        {RingScripts.Source("clock.lua")}
        local function hit()
        {RingScripts.Source("ring.lua")}
        {RingScripts.Source("hit.lua")}
        end
        local answer = hit()
        if answer[1] == 1 then
            redis.call('RPUSH', KEYS[1] .. ':admitted', time[1] * 1000000 + time[2])
        end
        return answer
        """;
    return RingScripts.Production with { Hit = script };
}
