using System.Text.Json;
using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.SupportTickets;

public sealed class TicketCommentTestsOnSqlite(SqliteApi api) : TicketCommentTests(api);

public sealed class TicketCommentTestsOnPostgres(PostgresApi api) : TicketCommentTests(api);

public abstract class TicketCommentTests(TestApi api)
{
    [Theory]
    [InlineData("new", "answer", "open")]
    [InlineData("new", "note", "new")]
    [InlineData("new", "reply", "new")]
    [InlineData("open", "answer", "open")]
    [InlineData("open", "note", "open")]
    [InlineData("open", "reply", "open")]
    [InlineData("pending", "answer", "pending")]
    [InlineData("pending", "note", "pending")]
    [InlineData("pending", "reply", "open")]
    [InlineData("hold", "answer", "hold")]
    [InlineData("hold", "note", "hold")]
    [InlineData("hold", "reply", "hold")]
    [InlineData("solved", "answer", "solved")]
    [InlineData("solved", "note", "solved")]
    [InlineData("solved", "reply", "open")]
    public async Task A_ticket_hears_of_its_comments(string status, string kind, string expected)
    {
        var desk = await Desk.In(api);
        var path = await desk.Ticket(status);
        Assert.Equal(201, (await desk.Say(path, kind)).Status);

        var ticket = (await desk.Tenant.Get(path)).Body;
        var reopened = status == "solved" && kind == "reply" ? 1 : 0;
        Assert.Equal($"{expected} 1 {reopened}", Desk.Text(ticket, "status", "comment_count", "reopened_count"));
        Assert.Equal(kind == "answer", ticket.GetProperty("first_responded_at").ValueKind == JsonValueKind.String);
        Assert.Equal(expected == "solved", ticket.GetProperty("solved_at").ValueKind == JsonValueKind.String);
    }

    [Theory]
    [InlineData("answer")]
    [InlineData("note")]
    [InlineData("reply")]
    public async Task A_closed_ticket_takes_no_comment_and_says_what_does(string kind)
    {
        var desk = await Desk.In(api);
        var path = await desk.Ticket("closed");
        var refused = await desk.Say(path, kind);
        Assert.Equal($"ticket_id: is closed: POST {path}/follow-up makes a ticket that goes on", Desk.Problem(refused));
        Assert.Empty(await desk.Comments(path));
    }

    [Fact]
    public async Task A_comment_stays_as_it_was_said()
    {
        var desk = await Desk.In(api);
        var comment = $"/ticket-comments/{(await desk.Say(await desk.Ticket(), "answer"))["id"]}";
        Assert.Equal(
            $"Well True False {desk.Me}",
            Desk.Text((await desk.Tenant.Get(comment)).Body, "body", "public", "from_requester", "created_by_user_id")
        );
        foreach (var method in new[] { HttpMethod.Put, HttpMethod.Patch, HttpMethod.Delete })
            Assert.Equal(405, (await desk.Tenant.Send(method, comment, new { body = "Other" })).Status);
    }

    [Theory]
    [InlineData(
        """{"ticket_id":TICKET,"body":"Well","public":false,"from_requester":true}""",
        "public: must be true of what the requester said"
    )]
    [InlineData("""{"ticket_id":TICKET,"body":""}""", "body: is required")]
    [InlineData("""{"ticket_id":TICKET}""", "body: is required")]
    [InlineData("""{"body":"Well"}""", "ticket_id: is required")]
    [InlineData("""{"ticket_id":9007199254740001,"body":"Well"}""", "ticket_id: names no record of your organization")]
    public async Task A_comment_is_refused_for_a_reason(string body, string problem)
    {
        var desk = await Desk.In(api);
        var ticket = Desk.Id(await desk.Ticket());
        var refused = await desk.Tenant.Post("/ticket-comments", body.Replace("TICKET", $"{ticket}", StringComparison.Ordinal));
        Assert.Equal(problem, Desk.Problem(refused));
    }

    [Fact]
    public async Task Those_who_comment_at_once_are_all_heard()
    {
        var desk = await Desk.In(api);
        var path = await desk.Ticket("solved");
        string[] kinds = ["answer", "reply", "note", "answer", "reply", "note", "answer", "reply"];
        var replies = await Task.WhenAll(kinds.Select(kind => desk.Say(path, kind)));
        Assert.All(replies, reply => Assert.Equal(201, reply.Status));
        Assert.Equal("open 8 1", Desk.Text((await desk.Tenant.Get(path)).Body, "status", "comment_count", "reopened_count"));
        Assert.Equal(8, (await desk.Comments(path)).Count);
    }
}
