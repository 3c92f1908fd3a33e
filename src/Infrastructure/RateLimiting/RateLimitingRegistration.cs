using AchieveApex.Application.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace AchieveApex.Infrastructure.RateLimiting;

internal static class RateLimitingRegistration
{
    /// <param name="redisConnectionString">Without one, this process counts by itself.</param>
    public static IServiceCollection AddRateLimiting(
        this IServiceCollection services,
        string? redisConnectionString,
        StoreFailurePolicy onStoreFailure
    )
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<RedisTuning>();
        services.AddSingleton<RateLimitMetrics>();
        services.AddSingleton<MemoryRateLimiter>();

        return string.IsNullOrWhiteSpace(redisConnectionString)
            ? services.AddSingleton<IRateLimiter>(provider => provider.GetRequiredService<MemoryRateLimiter>())
            : services.AddRedis(redisConnectionString, onStoreFailure);
    }

    private static IServiceCollection AddRedis(this IServiceCollection services, string connectionString, StoreFailurePolicy policy)
    {
        var options = RedisConnection.Parse(connectionString);
        return services
            .AddSingleton(_ => new RedisConnection(options))
            .AddHostedService(provider => provider.GetRequiredService<RedisConnection>())
            .AddSingleton(provider => new RedisRateLimiter(
                provider.GetRequiredService<RedisConnection>().Open,
                provider.GetRequiredService<RateLimitMetrics>(),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<RedisTuning>()
            ))
            .AddSingleton<IRateLimiter>(provider => new FallbackRateLimiter(
                provider.GetRequiredService<RedisRateLimiter>(),
                provider.GetRequiredService<MemoryRateLimiter>(),
                policy,
                provider.GetRequiredService<RateLimitMetrics>(),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<FallbackRateLimiter>>()
            ));
    }
}
