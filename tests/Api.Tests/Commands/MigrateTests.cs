using Xunit;

namespace AchieveApex.Api.Tests.Commands;

public sealed class MigrateTests : IAsyncDisposable
{
    private readonly Shell shell = new();

    [Theory]
    [InlineData("serve")]
    [InlineData("seed")]
    public async Task On_PostgreSQL_everything_waits_for_migrate(string command)
    {
        await shell.UsePostgres(migrate: false);
        var result = await shell.Run(command);
        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.StartsWith(
            "The database's tables are not up to date: run the command 'migrate'",
            Assert.Single(result.Errors.Trim().Split('\n'))
        );
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task A_second_migrate_has_nothing_to_do(string database)
    {
        if (database == "postgres")
            await shell.UsePostgres(migrate: false);
        var first = await shell.Printed("migrate");
        var second = await shell.Printed("migrate");
        Assert.Matches(@"^Applied: \d+_Initial", first);
        Assert.Equal("The database is up to date.\n", second);
    }

    public ValueTask DisposeAsync() => shell.DisposeAsync();
}
