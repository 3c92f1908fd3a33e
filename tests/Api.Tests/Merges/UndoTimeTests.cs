using System.Text.Json;
using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.Merges;

public sealed class UndoTimeTestsOnSqlite(ClockedSqlite server) : UndoTimeTests(server), IClassFixture<ClockedSqlite>;

public sealed class UndoTimeTestsOnPostgres(ClockedPostgres server) : UndoTimeTests(server), IClassFixture<ClockedPostgres>;

/// <summary>A merge is undone within 30 days.</summary>
public abstract class UndoTimeTests(Clocked server)
{
    [Theory]
    [InlineData(0, 200)]
    [InlineData(1, 400)]
    public async Task It_can_be_undone_for_thirty_days(int late, int status)
    {
        var pair = await Pair.OfContacts(await server.Api.NewTenant());
        var merge = await pair.Merged();
        var shown = (await pair.Tenant.Get($"/merges/{merge}")).Body;
        Assert.Equal(TimeSpan.FromDays(30), Time(shown, "undo_until") - Time(shown, "created_at"));
        server.Skip(TimeSpan.FromDays(30) + TimeSpan.FromMilliseconds(late));

        var reply = await pair.Undo(merge);
        Assert.Equal(status, reply.Status);
        if (status == 400)
            Assert.Equal("400 undo_until: is past: a merge is undone within 30 days", Pair.Problem(reply));
        Assert.Equal(status == 200 ? null : pair.KeptPath, (await pair.Tenant.Get(pair.OldPath)).Header("Content-Location"));
    }

    private static DateTimeOffset Time(JsonElement record, string field) => record.GetProperty(field).GetDateTimeOffset();
}
