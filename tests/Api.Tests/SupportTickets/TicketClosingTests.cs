using AchieveApex.Infrastructure.SupportTickets;
using AchieveApex.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace AchieveApex.Api.Tests.SupportTickets;

public sealed class TicketClosingTestsOnSqlite(ClockedSqlite server) : TicketClosingTests(server), IClassFixture<ClockedSqlite>;

public sealed class TicketClosingTestsOnPostgres(ClockedPostgres server) : TicketClosingTests(server), IClassFixture<ClockedPostgres>;

/// <summary>When solved tickets are closed by themselves: after four days, unless somebody opens them before.</summary>
public abstract class TicketClosingTests(Clocked server)
{
    private static readonly TimeSpan Grace = TimeSpan.FromDays(4);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task A_solved_ticket_is_closed_when_its_time_has_come_and_not_before()
    {
        var (acme, globex) = (await Desk.In(server.Api), await Desk.In(server.Api));
        var (ticket, foreign) = (await acme.Ticket("solved"), await globex.Ticket("solved"));
        var solved = (await acme.Tenant.Get(ticket)).Body;
        Assert.Equal(Grace, solved.GetProperty("closes_at").GetDateTimeOffset() - solved.GetProperty("solved_at").GetDateTimeOffset());
        await Pass(Grace - TimeSpan.FromMilliseconds(1));
        Assert.Equal(solved.GetRawText(), (await acme.Tenant.Get(ticket)).Text);

        server.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(await Eventually.Is(async () => await Status(globex, foreign) == "closed", Patience));
        await ClosingsOf(server.Api).DoDue(CancellationToken.None);
        var closed = (await acme.Tenant.Get(ticket)).Body;
        Assert.Equal("closed 2  ", Desk.Text(closed, "status", "version", "closes_at", "updated_by_user_id"));
        Assert.Equal(server.Clock.GetUtcNow(), closed.GetProperty("closed_at").GetDateTimeOffset(), TimeSpan.FromSeconds(1));
        Assert.Equal(solved.GetProperty("solved_at").GetRawText(), closed.GetProperty("solved_at").GetRawText());
        var events = await acme.Tenant.Get($"/audit-log?resource=support-tickets&record_id={Desk.Id(ticket)}&$sort[id]=-1");
        Assert.Equal("support_ticket.closed", events["data"][0].GetProperty("type").GetString());
    }

    [Theory]
    [InlineData("reply", "open")]
    [InlineData("answer", "closed")]
    [InlineData("note", "closed")]
    [InlineData("""{"status":"pending"}""", "pending")]
    [InlineData("""{"status":"open"}""", "open")]
    [InlineData("""{"subject":"Other"}""", "closed")]
    public async Task Only_what_stayed_solved_is_closed(string does, string expected)
    {
        var desk = await Desk.In(server.Api);
        var path = await desk.Ticket("solved");
        await Pass(Grace / 2);
        var reply = does[0] == '{' ? await desk.Tenant.Patch(path, does) : await desk.Say(path, does);
        Assert.True(reply.Status < 300, reply.Text);
        await Pass(Grace / 2);
        Assert.Equal(expected, await Status(desk, path));
    }

    [Fact]
    public async Task What_was_opened_and_solved_again_has_its_four_days_again()
    {
        var desk = await Desk.In(server.Api);
        var path = await desk.Ticket("solved");
        await Pass(Grace / 2);
        await desk.Say(path, "reply");
        await desk.Tenant.Patch(path, new { status = "solved" });
        await Pass(Grace / 2);
        Assert.Equal("solved", await Status(desk, path));
        await Pass(Grace / 2);
        Assert.Equal("closed", await Status(desk, path));
    }

    [Fact]
    public async Task Several_who_close_it_at_once_close_it_once()
    {
        var desk = await Desk.In(server.Api);
        var path = await desk.Ticket("solved");
        server.Skip(Grace);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ClosingsOf(server.Api).DoDue(CancellationToken.None)));
        Assert.Equal("closed 2", Desk.Text((await desk.Tenant.Get(path)).Body, "status", "version"));
    }

    internal static TicketClosings ClosingsOf(TestApi api) => api.Services.GetRequiredService<TicketClosings>();

    private Task Pass(TimeSpan time)
    {
        server.Skip(time);
        return ClosingsOf(server.Api).DoDue(CancellationToken.None);
    }

    private static async Task<string?> Status(Desk desk, string path) => (await desk.Tenant.Get(path))["status"].GetString();
}

public sealed class TicketClosingInstanceTests
{
    [Fact]
    public async Task Two_instances_close_a_ticket_once_and_after_the_days_that_are_set()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2030, 1, 1, 12, 0, 0, TimeSpan.Zero));
        await using var one = new PostgresApi
        {
            Settings = ["SupportTickets:CloseSolvedAfterDays=1"],
            Replace = services => services.AddSingleton<TimeProvider>(clock),
        };
        await one.InitializeAsync();
        await using var two = PostgresApi.Beside(one);
        await two.InitializeAsync();
        var desk = await Desk.In(one);
        var tickets = new List<string>();
        for (var i = 0; i < 10; i++)
            tickets.Add(await desk.Ticket("solved"));

        // Both look by themselves as well.
        clock.AdjustTime(clock.GetUtcNow().AddDays(1) - TimeSpan.FromSeconds(1));
        clock.Advance(TimeSpan.FromSeconds(1));
        await Task.WhenAll(new[] { one, two }.Select(api => TicketClosingTests.ClosingsOf(api).DoDue(CancellationToken.None)));
        foreach (var ticket in tickets)
            Assert.Equal("closed 2", Desk.Text((await desk.Tenant.Get(ticket)).Body, "status", "version"));
    }
}
