using System.Text.Json;
using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.SupportTickets;

public sealed class TicketStatusTestsOnSqlite(SqliteApi api) : TicketStatusTests(api);

public sealed class TicketStatusTestsOnPostgres(PostgresApi api) : TicketStatusTests(api);

public abstract class TicketStatusTests(TestApi api)
{
    [Theory]
    [InlineData("new", "can only become open, pending, hold, solved")]
    [InlineData("open", "can only become pending, hold, solved")]
    [InlineData("pending", "can only become open, hold, solved")]
    [InlineData("hold", "can only become open, pending, solved")]
    [InlineData("solved", "can only become open, pending, hold, closed")]
    [InlineData("closed", "is the last")]
    public async Task A_status_follows_another_as_the_table_says(string from, string followers)
    {
        var desk = await Desk.In(api);
        foreach (var to in Desk.Statuses)
        {
            var path = await desk.Ticket(from);
            var reply = await desk.Tenant.Patch(path, to == "new" ? new { status = to } : new { status = to, assignee_id = desk.Me });
            var follows = to == from || followers.Split([' ', ',']).Contains(to);
            Assert.Equal(follows ? null : $"status: cannot become {to}: {from} {followers}", Desk.Problem(reply));
            Assert.Equal(follows ? to : from, (await desk.Tenant.Get(path))["status"].GetString());
        }
    }

    [Theory]
    [InlineData(null, false, "new")]
    [InlineData(null, true, "open")]
    [InlineData("new", false, "new")]
    [InlineData("new", true, "open")]
    [InlineData("open", false, "open")]
    [InlineData("pending", false, "pending")]
    [InlineData("hold", false, "hold")]
    [InlineData("solved", true, "solved")]
    [InlineData("solved", false, "assignee_id: is required of a solved ticket")]
    [InlineData("closed", true, "status: cannot become closed: new can only become open, pending, hold, solved")]
    public async Task A_ticket_begins_as_its_fields_say(string? status, bool isAssigned, string expected)
    {
        var desk = await Desk.In(api);
        var reply = await desk.Tenant.Post(
            "/support-tickets",
            new
            {
                subject = "Help",
                requester_id = desk.Requester,
                status,
                assignee_id = isAssigned ? desk.Me : (long?)null,
            }
        );
        Assert.Equal(expected, Desk.Problem(reply) ?? reply["status"].GetString());
    }

    [Fact]
    public async Task A_ticket_is_solved_by_somebody_and_stays_theirs()
    {
        var desk = await Desk.In(api);
        var path = await desk.Ticket();
        const string problem = "assignee_id: is required of a solved ticket";
        Assert.Equal(problem, Desk.Problem(await desk.Tenant.Patch(path, new { status = "solved" })));
        Assert.Equal("open", (await desk.Tenant.Patch(path, new { assignee_id = desk.Me }))["status"].GetString());
        Assert.Equal("solved", (await desk.Tenant.Patch(path, new { status = "solved" }))["status"].GetString());
        Assert.Equal(problem, Desk.Problem(await desk.Tenant.Patch(path, new { assignee_id = (long?)null })));
    }

    [Fact]
    public async Task A_status_that_is_not_said_stays()
    {
        var desk = await Desk.In(api);
        var path = await desk.Ticket("pending");
        Assert.Equal("pending", (await desk.Tenant.Patch(path, """{"status":null,"subject":"Other"}"""))["status"].GetString());
        var whole = new { subject = "Whole", requester_id = desk.Requester };
        Assert.Equal("Whole pending ", Desk.Text((await desk.Tenant.Put(path, whole)).Body, "subject", "status", "assignee_id"));
    }

    [Fact]
    public async Task The_times_of_a_ticket_follow_its_status()
    {
        var desk = await Desk.In(api);
        var path = await desk.Ticket("solved");
        Assert.Equal("String Null 0", await Times(desk, path));
        await desk.Tenant.Patch(path, new { status = "open" });
        Assert.Equal("Null Null 1", await Times(desk, path));
        await desk.Tenant.Patch(path, new { status = "solved" });
        await desk.Tenant.Patch(path, new { status = "closed" });
        Assert.Equal("String String 1", await Times(desk, path));
    }

    [Theory]
    [InlineData("""{"subject":"Other"}""")]
    [InlineData("""{"priority":"urgent"}""")]
    [InlineData("""{"assignee_id":null}""")]
    [InlineData("""{"external_id":"x"}""")]
    [InlineData("""{"custom_fields":{"a":1}}""")]
    [InlineData("""{"status":"closed","subject":"Other"}""")]
    public async Task A_closed_ticket_is_never_changed(string patch)
    {
        var desk = await Desk.In(api);
        var path = await desk.Ticket("closed");
        var before = (await desk.Tenant.Get(path)).Text;
        const string problem = "status: is closed: a closed ticket is not changed, but can be followed up";
        Assert.Equal(problem, Desk.Problem(await desk.Tenant.Patch(path, patch)));
        Assert.Equal(problem, Desk.Problem(await desk.Tenant.Put(path, new { subject = "Other", requester_id = desk.Requester })));
        Assert.Equal(200, (await desk.Tenant.Put(path, before)).Status); // as it was
        Assert.Equal(before, (await desk.Tenant.Get(path)).Text);
    }

    [Theory]
    [InlineData("""{"type":"task","due_at":"2030-01-31T09:30:00Z"}""", null)]
    [InlineData("""{"type":"question","due_at":"2030-01-31T09:30:00Z"}""", "due_at: can only be given of a task")]
    [InlineData("""{"type":"incident","problem_id":"problem"}""", null)]
    [InlineData("""{"type":"question","problem_id":"problem"}""", "problem_id: can only be given of an incident")]
    [InlineData("""{"type":"incident","problem_id":"question"}""", "problem_id: must be another ticket, of type problem")]
    [InlineData("""{"type":"incident","problem_id":"itself"}""", "problem_id: must be another ticket, of type problem")]
    [InlineData("""{"type":"incident","problem_id":9007199254740001}""", "problem_id: names no record of your organization")]
    [InlineData("""{"requester_id":9007199254740001}""", "requester_id: names no record of your organization")]
    [InlineData("""{"requester_id":null}""", "requester_id: is required")]
    [InlineData("""{"subject":" "}""", "subject: is required")]
    public async Task The_fields_of_a_ticket_fit_its_type(string patch, string? problem)
    {
        var desk = await Desk.In(api);
        var path = await desk.Ticket();
        await desk.Tenant.Patch(path, new { type = "problem" });
        foreach (var (name, ticket) in new[] { ("itself", path), ("problem", await desk.Ticket()), ("question", await desk.Ticket()) })
        {
            await desk.Tenant.Patch(ticket, new { type = name == "question" ? name : "problem" });
            patch = patch.Replace($"\"problem_id\":\"{name}\"", $"\"problem_id\":{Desk.Id(ticket)}", StringComparison.Ordinal);
        }

        Assert.Equal(problem, Desk.Problem(await desk.Tenant.Patch(path, patch)));
    }

    [Fact]
    public async Task A_problem_with_incidents_stays_one()
    {
        var desk = await Desk.In(api);
        var (problem, incident) = (await desk.Ticket(), await desk.Ticket());
        await desk.Tenant.Patch(problem, new { type = "problem" });
        await desk.Tenant.Patch(incident, new { type = "incident", problem_id = Desk.Id(problem) });
        Assert.StartsWith(
            "type: must stay",
            Desk.Problem(await desk.Tenant.Patch(problem, new { type = "question" })),
            StringComparison.Ordinal
        );
        await desk.Tenant.Patch(incident, new { problem_id = (long?)null });
        Assert.Equal(200, (await desk.Tenant.Patch(problem, new { type = "question" })).Status);
    }

    [Fact]
    public async Task Those_who_change_a_ticket_at_once_lose_nothing()
    {
        var desk = await Desk.In(api);
        var path = await desk.Ticket();
        var replies = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(i => desk.Tenant.Patch(path, $$$"""{"custom_fields":{"k{{{i}}}":{{{i}}}}}"""))
                .Append(desk.Tenant.Patch(path, new { assignee_id = desk.Me }))
                .Append(desk.Tenant.Patch(path, new { priority = "urgent" }))
        );
        Assert.All(replies, reply => Assert.Equal(200, reply.Status));
        var ticket = (await desk.Tenant.Get(path)).Body;
        Assert.Equal($"open urgent {desk.Me} 11", Desk.Text(ticket, "status", "priority", "assignee_id", "version"));
        Assert.Equal(8, ticket.GetProperty("custom_fields").EnumerateObject().Count());
    }

    private static async Task<string> Times(Desk desk, string path)
    {
        var ticket = (await desk.Tenant.Get(path)).Body;
        return $"{Kind(ticket, "solved_at")} {Kind(ticket, "closed_at")} {ticket.GetProperty("reopened_count")}";
    }

    private static JsonValueKind Kind(JsonElement ticket, string field) => ticket.GetProperty(field).ValueKind;
}
