using System.Text.Json;
using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.SupportTickets;

public sealed class TicketSuccessionTestsOnSqlite(SqliteApi api) : TicketSuccessionTests(api);

public sealed class TicketSuccessionTestsOnPostgres(PostgresApi api) : TicketSuccessionTests(api);

/// <summary>Tickets that go on in others: merged, and followed up.</summary>
public abstract class TicketSuccessionTests(TestApi api)
{
    [Theory]
    [InlineData("new")]
    [InlineData("open")]
    [InlineData("pending")]
    [InlineData("hold")]
    [InlineData("solved")]
    public async Task A_merged_ticket_is_closed_and_its_comments_go_on(string status)
    {
        var desk = await Desk.In(api);
        var (path, into) = (await desk.Ticket(status, "Broken"), await desk.Ticket("pending"));
        var said = (await desk.Say(path, "note", "First"))["created_at"].GetString();
        await desk.Say(into, "note", "Second");

        var merged = await desk.Tenant.Post($"{path}/merge", new { into_id = Desk.Id(into) });
        Assert.Equal(
            (200, $"closed {Desk.Id(into)} 0"),
            (merged.Status, Desk.Text(merged.Body, "status", "merged_into_id", "comment_count"))
        );
        Assert.Equal(JsonValueKind.String, merged["closed_at"].ValueKind);
        Assert.Equal("pending 3", Desk.Text((await desk.Tenant.Get(into)).Body, "status", "comment_count"));
        var comments = await desk.Comments(into);
        Assert.Equal(
            ["First", "Second", "Ticket 1 was merged into this one: Broken"],
            comments.Select(comment => comment.GetProperty("body").GetString())
        );
        Assert.Equal((said, "False"), (comments[0].GetProperty("created_at").GetString(), Desk.Text(comments[2], "public")));
        Assert.Empty(await desk.Comments(path));
        Assert.Equal("status", Desk.Problem(await desk.Tenant.Patch(path, new { status = "open" }))?.Split(':')[0]);
    }

    [Fact]
    public async Task A_ticket_is_merged_once()
    {
        var desk = await Desk.In(api);
        var (path, into) = (await desk.Ticket(), await desk.Ticket());
        await desk.Tenant.Post($"{path}/merge", new { into_id = Desk.Id(into) });
        var again = await desk.Tenant.Post($"{path}/merge", new { into_id = Desk.Id(into) });
        Assert.Equal("status: is closed: a closed ticket is not changed, but can be followed up", Desk.Problem(again));
        Assert.Single(await desk.Comments(into));
    }

    [Theory]
    [InlineData("open", "itself", "into_id: must be another ticket")]
    [InlineData("open", "closed", "into_id: must be a ticket that is not closed")]
    [InlineData("open", "nothing", "into_id: names no record of your organization")]
    [InlineData("open", "foreign", "into_id: names no record of your organization")]
    [InlineData("closed", "open", "status: is closed: a closed ticket is not changed, but can be followed up")]
    public async Task A_ticket_that_cannot_be_merged_stays_as_it_is(string status, string into, string problem)
    {
        var desk = await Desk.In(api);
        var path = await desk.Ticket(status);
        var id = into switch
        {
            "itself" => Desk.Id(path),
            "nothing" => 9_007_199_254_740_001,
            "foreign" => Desk.Id(await (await Desk.In(api)).Ticket()),
            _ => Desk.Id(await desk.Ticket(into)),
        };
        var before = (await desk.Tenant.Get("/support-tickets")).Text;
        Assert.Equal(problem, Desk.Problem(await desk.Tenant.Post($"{path}/merge", new { into_id = id })));
        Assert.Equal(before, (await desk.Tenant.Get("/support-tickets")).Text);
        Assert.Equal(0, (await desk.Tenant.Get("/ticket-comments"))["total"].GetInt32());
    }

    [Fact]
    public async Task A_dry_run_merges_nothing()
    {
        var desk = await Desk.In(api);
        var (path, into) = (await desk.Ticket(), await desk.Ticket());
        await desk.Say(path, "note");
        var before = (await desk.Tenant.Get("/support-tickets")).Text + (await desk.Tenant.Get("/ticket-comments")).Text;
        var tried = await desk.Tenant.Post($"{path}/merge?dry_run=true", new { into_id = Desk.Id(into) });
        Assert.Equal((200, "closed"), (tried.Status, tried["status"].GetString()));
        Assert.Equal(before, (await desk.Tenant.Get("/support-tickets")).Text + (await desk.Tenant.Get("/ticket-comments")).Text);
    }

    [Fact]
    public async Task Of_two_tickets_that_are_merged_into_each_other_at_once_one_goes_on()
    {
        var desk = await Desk.In(api);
        var (one, other) = (await desk.Ticket(), await desk.Ticket());
        var replies = await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(i => i % 2 == 0 ? (From: one, Into: other) : (From: other, Into: one))
                .Select(pair => desk.Tenant.Post($"{pair.From}/merge", new { into_id = Desk.Id(pair.Into) }))
        );
        Assert.Equal([200, 400, 400, 400, 400, 400], replies.Select(reply => reply.Status).Order());
        Assert.Equal(1, (await desk.Tenant.Get("/support-tickets?status=closed"))["total"].GetInt32());
        Assert.Equal(1, (await desk.Tenant.Get("/ticket-comments"))["total"].GetInt32());
    }

    [Fact]
    public async Task No_comment_is_left_on_a_ticket_that_is_merged_at_the_same_moment()
    {
        var desk = await Desk.In(api);
        var (path, into) = (await desk.Ticket(), await desk.Ticket());
        var saying = Enumerable.Range(0, 7).Select(_ => desk.Say(path, "note")).ToList();
        var merged = await desk.Tenant.Post($"{path}/merge", new { into_id = Desk.Id(into) });
        var said = (await Task.WhenAll(saying)).Count(reply => reply.Status == 201);
        Assert.Equal(200, merged.Status);
        Assert.Empty(await desk.Comments(path));
        Assert.Equal(said + 1, (await desk.Comments(into)).Count);
        Assert.Equal(said + 1, (await desk.Tenant.Get(into))["comment_count"].GetInt32());
    }

    [Theory]
    [InlineData("new")]
    [InlineData("open")]
    [InlineData("pending")]
    [InlineData("hold")]
    [InlineData("solved")]
    [InlineData("closed")]
    public async Task A_closed_ticket_is_followed_up_and_no_other(string status)
    {
        var desk = await Desk.In(api);
        var path = await desk.Ticket(status, "Broken");
        var reply = await desk.Tenant.Post($"{path}/follow-up", new { description = "Again" });
        if (status != "closed")
        {
            Assert.Equal("status: must be closed to be followed up", Desk.Problem(reply));
            return;
        }

        Assert.Equal(
            $"2 Broken Again new {desk.Requester} {Desk.Id(path)}",
            Desk.Text(reply.Body, "number", "subject", "description", "status", "requester_id", "followup_source_id")
        );
        var named = await desk.Tenant.Post($"{path}/follow-up", new { subject = "Still broken" });
        Assert.Equal("3 Still broken", Desk.Text(named.Body, "number", "subject"));
        Assert.Equal(1, (await desk.Tenant.Get(path))["number"].GetInt32());
    }
}
