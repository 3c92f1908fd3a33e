using AchieveApex.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace AchieveApex.Api.Tests;

/// <summary>A server whose clock stands still until a test moves it; shared by one class, whose tests run one after another.</summary>
public abstract class Clocked(Func<Action<IServiceCollection>, TestApi> make) : IAsyncLifetime
{
    private TestApi? api;

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2030, 1, 1, 12, 0, 0, TimeSpan.Zero));

    public TestApi Api => api ?? throw new InvalidOperationException("The server was not started.");

    /// <summary>Moves the clock without what would have been done on the way: there are many seconds in a day, and something is done in each.</summary>
    public void Skip(TimeSpan time) => Clock.AdjustTime(Clock.GetUtcNow() + time);

    public async ValueTask InitializeAsync()
    {
        api = make(services => services.AddSingleton<TimeProvider>(Clock));
        await api.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Api.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

public sealed class ClockedSqlite() : Clocked(replace => new SqliteApi { Replace = replace });

public sealed class ClockedPostgres() : Clocked(replace => new PostgresApi { Replace = replace });
