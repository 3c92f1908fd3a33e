using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Xunit;

namespace AchieveApex.Api.Tests.Faults;

public sealed partial class SeveralAtOnceTests
{
    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task Five_servers_on_an_empty_database_make_one_first_start_and_share_its_key(string engine)
    {
        using var place = await Place.On(engine);
        var programs = Enumerable.Range(0, 5).Select(_ => place.ServeDemo()).ToList();
        var addresses = await Task.WhenAll(programs.Select(program => program.Listening()));
        Assert.Equal(
            (1, 1),
            (await place.Count("select count(*) from organizations"), await place.Count("select id = 101 from organizations"))
        );
        Assert.Equal((1, 1), (await place.Count("select count(*) from users"), await place.Count("select count(*) from api_keys")));
        Assert.Equal(5, await place.Count("select count(*) from contacts"));
        var key = Assert.Single(programs.SelectMany(program => Keys().Matches(program.Output)).Select(found => found.Value).Distinct());
        Assert.Single(programs, program => program.Output.Contains("aax_", StringComparison.Ordinal));
        foreach (var address in addresses)
        {
            using var client = place.ClientOf(address, key);
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/contacts")).StatusCode);
        }

        foreach (var program in programs)
            await program.DisposeAsync();
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task Of_several_who_migrate_at_once_one_applies(string engine)
    {
        using var place = await Place.On(engine);
        var programs = Enumerable.Range(0, 3).Select(_ => place.Run("migrate")).ToList();
        Assert.All(await Task.WhenAll(programs.Select(program => program.Exit())), code => Assert.Equal(0, code));
        Assert.Single(programs, program => program.Output.StartsWith("Applied: ", StringComparison.Ordinal));
        Assert.Equal(2, programs.Count(program => program.Output == "The database is up to date.\n"));
        foreach (var program in programs)
            await program.DisposeAsync();
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task A_start_that_was_killed_anywhere_does_not_keep_the_next_from_working(string engine)
    {
        using var place = await Place.On(engine);
        for (var pause = 300; pause <= 1100; pause += 200)
        {
            await using var killed = place.Serve();
            await Task.Delay(pause);
            killed.Signal(RunningProgram.SigKill);
        }

        await using var program = place.Serve();
        using var client = place.ClientOf(await program.Listening());
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/contacts")).StatusCode);
        Assert.Equal(1, await place.Count("select count(*) from organizations"));
    }

    [Fact]
    public async Task A_lock_that_a_killed_process_left_before_the_first_table_is_released()
    {
        using var place = new Place();
        await using (var connection = new SqliteConnection($"{place.Database};Pooling=false"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = """
                create table "__EFMigrationsLock" ("Id" integer not null primary key, "Timestamp" text not null);
                insert into "__EFMigrationsLock" values (1, '2026-01-01');
                """;
            await command.ExecuteNonQueryAsync();
        }

        await using var program = place.Run("migrate");
        Assert.Equal(0, await program.Exit());
        Assert.Equal(1, await place.Count("select journal_mode = 'wal' from pragma_journal_mode"));
    }

    [GeneratedRegex("aax_[0-9A-Za-z]+")]
    private static partial Regex Keys();
}
