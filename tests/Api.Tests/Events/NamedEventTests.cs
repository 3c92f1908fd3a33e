using AchieveApex.Api.Tests.Conversations;
using AchieveApex.Api.Tests.SupportTickets;
using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.Events;

public sealed class NamedEventTestsOnSqlite(SqliteApi api) : NamedEventTests(api);

public sealed class NamedEventTestsOnPostgres(PostgresApi api) : NamedEventTests(api);

/// <summary>What becomes of conversations and tickets is told by names of its own.</summary>
public abstract class NamedEventTests(TestApi api)
{
    [Theory]
    [InlineData("open", "pend", "pended")]
    [InlineData("open", "snooze", "snoozed")]
    [InlineData("snoozed", "snooze", "snoozed")]
    [InlineData("pending", "reopen", "reopened")]
    [InlineData("snoozed", "close", "closed")]
    [InlineData("closed", "reopen", "reopened")]
    [InlineData("closed", "incoming", "reopened")]
    [InlineData("snoozed", "incoming", "reopened")]
    [InlineData("pending", "incoming", "updated")]
    [InlineData("closed", "outgoing", "updated")]
    [InlineData("open", """{"assignee_id":MY_ID}""", "assigned")]
    [InlineData("open", """{"assignee_id":MY_ID,"priority":"urgent"}""", "assigned")]
    [InlineData("open", """{"priority":"urgent"}""", "updated")]
    public async Task What_becomes_of_a_conversation_is_told(string status, string does, string verb)
    {
        var acme = await api.NewTenant();
        var talk = await Talk.That(acme, status);
        var reply = does switch
        {
            "incoming" or "outgoing" => await talk.Say(does),
            ['{', ..] => await acme.Patch($"/conversations/{talk.Id}", await Filled(acme, does)),
            _ => await talk.Do(does),
        };
        Assert.True(reply.Status < 300, reply.Text);
        Assert.Equal($"conversation.{verb}", await Last(acme, "conversations", talk.Id));
    }

    [Theory]
    [InlineData("new", """{"status":"pending"}""", "updated")]
    [InlineData("new", """{"assignee_id":MY_ID}""", "assigned")]
    [InlineData("new", """{"assignee_id":MY_ID,"status":"solved"}""", "solved")]
    [InlineData("open", """{"assignee_id":null}""", "unassigned")]
    [InlineData("open", """{"status":"hold"}""", "updated")]
    [InlineData("hold", """{"status":"solved"}""", "solved")]
    [InlineData("solved", """{"status":"pending"}""", "reopened")]
    [InlineData("solved", """{"status":"open","assignee_id":null}""", "reopened")]
    [InlineData("solved", """{"status":"closed"}""", "closed")]
    [InlineData("solved", """{"subject":"Other"}""", "updated")]
    [InlineData("solved", "reply", "reopened")]
    [InlineData("solved", "note", "updated")]
    [InlineData("pending", "reply", "updated")]
    [InlineData("open", "merge", "merged")]
    public async Task What_becomes_of_a_ticket_is_told(string status, string does, string verb)
    {
        var desk = await Desk.In(api);
        var path = await desk.Ticket(status);
        var reply = does switch
        {
            "reply" or "note" => await desk.Say(path, does),
            "merge" => await desk.Tenant.Post($"{path}/merge", new { into_id = Desk.Id(await desk.Ticket()) }),
            _ => await desk.Tenant.Patch(path, await Filled(desk.Tenant, does)),
        };
        Assert.True(reply.Status < 300, reply.Text);
        Assert.Equal($"support_ticket.{verb}", await Last(desk.Tenant, "support-tickets", Desk.Id(path)));
    }

    [Fact]
    public async Task An_assignee_that_stays_is_not_assigned()
    {
        var desk = await Desk.In(api);
        var path = await desk.Ticket("open");
        await desk.Tenant.Patch(path, new { assignee_id = desk.Me, priority = "urgent" });
        Assert.Equal("support_ticket.updated", await Last(desk.Tenant, "support-tickets", Desk.Id(path)));
    }

    private static async Task<string> Filled(Tenant tenant, string patch) =>
        patch.Replace("MY_ID", $"{(await tenant.Get("/me"))["user_id"]}", StringComparison.Ordinal);

    private static async Task<string?> Last(Tenant tenant, string resource, long id) =>
        (await tenant.Get($"/audit-log?resource={resource}&record_id={id}&$limit=1&$sort[id]=-1"))["data"]
            [0]
            .GetProperty("type")
            .GetString();
}
