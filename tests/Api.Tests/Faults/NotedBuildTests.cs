using Microsoft.Data.Sqlite;
using Xunit;

namespace AchieveApex.Api.Tests.Faults;

/// <summary>A start does not look for migrations in a file that this very build brought up to date; everybody else does.</summary>
public sealed class NotedBuildTests
{
    // Without its history, who looks finds everything to be done, and tables in the way.
    private const string Forget = "delete from \"__EFMigrationsHistory\"";

    [Fact]
    public async Task A_start_of_the_same_build_does_not_look()
    {
        using var place = await UpToDate();
        await Execute(place, Forget);

        await using var program = place.Serve();
        await program.Listening();
    }

    [Theory]
    [InlineData("pragma user_version = 0")]
    [InlineData("pragma user_version = 4711")]
    public async Task A_start_of_another_build_looks(string other)
    {
        using var place = await UpToDate();
        await Execute(place, $"{Forget}; {other}");

        await using var program = place.Run("serve");
        Assert.NotEqual(0, await program.Exit());
    }

    [Fact]
    public async Task The_command_always_looks()
    {
        using var place = await UpToDate();
        await Execute(place, Forget);

        await using var program = place.Run("migrate");
        Assert.NotEqual(0, await program.Exit());
    }

    private static async Task<Place> UpToDate()
    {
        var place = new Place();
        await using var program = place.Run("migrate");
        Assert.Equal(0, await program.Exit());
        return place;
    }

    private static async Task Execute(Place place, string sql)
    {
        await using var connection = new SqliteConnection($"{place.Database};Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
