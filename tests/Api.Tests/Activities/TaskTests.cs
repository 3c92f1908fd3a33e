using System.Text.Json;
using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.Activities;

public sealed class TaskTestsOnSqlite(SqliteApi api) : TaskTests(api);

public sealed class TaskTestsOnPostgres(PostgresApi api) : TaskTests(api);

public abstract class TaskTests(TestApi api)
{
    private static readonly string[] States = ["not_started", "in_progress", "waiting", "completed", "deferred", "canceled"];

    // A column for each state, in their order: stays as it is, becomes that, or does not.
    [Theory]
    [InlineData("not_started", "=+++++")]
    [InlineData("in_progress", "+=++++")]
    [InlineData("waiting", "++=+++")]
    [InlineData("completed", "++-=--")]
    [InlineData("deferred", "++++=+")]
    [InlineData("canceled", "++---=")]
    public async Task A_task_becomes_what_its_state_allows_and_knows_when_it_was_done(string from, string row)
    {
        var acme = await api.NewTenant();
        foreach (var (to, cell) in States.Zip(row))
        {
            var task = await acme.Create("/tasks", new { title = "Call", status = from });
            var reply = await acme.Patch($"/tasks/{Id(task)}", new { status = to });
            Assert.Equal(
                cell == '-' ? $"cannot become {to}: {from} can only become not_started, in_progress" : null,
                reply.Status == 400 ? reply["errors"].GetProperty("status")[0].GetString() : null
            );

            var after = (await acme.Get($"/tasks/{Id(task)}")).Body;
            Assert.Equal(cell == '-' ? from : to, Text(after, "status"));
            Assert.Equal(Text(after, "status") == "completed", Text(after, "completed_at") is not null);
            if (cell != '+')
                Assert.Equal(task.GetRawText(), after.GetRawText());
        }
    }

    [Theory]
    [InlineData("""{}""", "title: is required")]
    [InlineData("""{"title":" "}""", "title: is required")]
    [InlineData(
        """{"title":"x","status":"done"}""",
        "status: must be one of: not_started, in_progress, waiting, completed, deferred, canceled"
    )]
    [InlineData("""{"title":"x","priority":"medium"}""", "priority: must be one of: low, normal, high, urgent")]
    [InlineData(
        """{"title":"x","start_at":"2026-01-31T09:30:00Z","due_at":"2026-01-31T09:29:59Z"}""",
        "due_at: must not be before start_at"
    )]
    [InlineData("""{"title":"x","start_at":"2026-01-31T09:30:00Z","due_at":"2026-01-31T09:30:00Z"}""", null)]
    [InlineData("""{"title":"x","due_at":"2026-01-31T09:30:00Z"}""", null)]
    [InlineData("""{"title":"x","assignee_id":999999999}""", "assignee_id: names no record of your organization")]
    public async Task What_is_wrong_is_refused_on_its_field(string body, string? problem)
    {
        var acme = await api.NewTenant();
        Assert.Equal(problem, Problem(await acme.Post("/tasks", body)));
    }

    [Fact]
    public async Task What_somebody_has_to_do_is_listed_by_when_it_is_due()
    {
        var acme = await api.NewTenant();
        var me = (await acme.Get("/me"))["user_id"].GetInt64();
        foreach (var (title, day, status) in new[] { ("Third", 9, "waiting"), ("First", 1, "not_started"), ("Done", 2, "completed") })
            await acme.Create(
                "/tasks",
                new
                {
                    title,
                    status,
                    assignee_id = me,
                    due_at = $"2026-02-0{day}T09:30:00Z",
                }
            );
        await acme.Create("/tasks", new { title = "Nobody's" });
        var due = await acme.Get($"/tasks?assignee_id={me}&status[$nin][]=completed&status[$nin][]=canceled&$sort[due_at]=1");
        Assert.Equal(["First", "Third"], due["data"].EnumerateArray().Select(task => Text(task, "title")));
        Assert.Equal(1, (await acme.Get("/tasks?$search=nobody"))["total"].GetInt32());
    }

    [Fact]
    public async Task Two_who_close_a_task_at_once_do_not_both_do_it()
    {
        var acme = await api.NewTenant();
        var path = $"/tasks/{Id(await acme.Create("/tasks", new { title = "Call" }))}";
        var replies = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(i => acme.Patch(path, new { status = i % 2 == 0 ? "completed" : "canceled" }))
        );
        var status = Text((await acme.Get(path)).Body, "status");
        Assert.All(
            replies,
            reply => Assert.Equal(reply.Status == 200 ? status : null, reply.Status == 200 ? Text(reply.Body, "status") : null)
        );
        Assert.Equal(4, replies.Count(reply => reply.Status == 400));
    }

    private static string? Problem(Reply reply) =>
        reply.Status == 201 ? null
        : reply["errors"].EnumerateObject().Single() is var error ? $"{error.Name}: {error.Value[0]}"
        : null;

    private static long Id(JsonElement record) => record.GetProperty("id").GetInt64();

    private static string? Text(JsonElement record, string field) => record.GetProperty(field).GetString();
}
