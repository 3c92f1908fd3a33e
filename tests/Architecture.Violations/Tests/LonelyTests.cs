using AchieveApex.Support;

namespace AchieveApex.Tests;

[Breaks("Every_HTTP_test_runs_on_both_databases")]
public abstract class LonelyTests(TestApi api)
{
    public Uri Address => api.Address;
}

public sealed class LonelyTestsOnSqlite(SqliteApi api) : LonelyTests(api);
