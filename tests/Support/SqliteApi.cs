namespace AchieveApex.Support;

/// <summary>The program on SQLite.</summary>
public sealed class SqliteApi : TestApi
{
    private readonly string folder = Directory.CreateTempSubdirectory("achieveapex-").FullName;

    public override string ConnectionString => $"Data Source={Path.Combine(folder, "test.db")}";

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    protected override Task Prepare() => Task.CompletedTask;
}
