using System.Text.Json;
using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.Conversations;

public sealed class ConversationTestsOnSqlite(SqliteApi api) : ConversationTests(api);

public sealed class ConversationTestsOnPostgres(PostgresApi api) : ConversationTests(api);

public abstract class ConversationTests(TestApi api)
{
    [Fact]
    public async Task A_new_conversation_is_open_and_nobody_waits()
    {
        var acme = await api.NewTenant();
        var talk = await Talk.With(acme, "email");
        Assert.Equal(
            "open email none null null null null 0 0 1",
            await talk.Text(
                "status",
                "channel",
                "priority",
                "snoozed_until",
                "waiting_since",
                "first_reply_at",
                "closed_at",
                "reopen_count",
                "unread_count",
                "version"
            )
        );
        Assert.Equal(1, (await acme.Get("/conversations?status=open&$sort[last_activity_at]=-1"))["total"].GetInt32());
    }

    [Theory]
    [InlineData("open", "open", "open can only become pending, snoozed, closed")]
    [InlineData("open", "pending", null)]
    [InlineData("open", "snoozed", null)]
    [InlineData("open", "closed", null)]
    [InlineData("pending", "open", null)]
    [InlineData("pending", "pending", "pending can only become open, snoozed, closed")]
    [InlineData("pending", "snoozed", null)]
    [InlineData("pending", "closed", null)]
    [InlineData("snoozed", "open", null)]
    [InlineData("snoozed", "pending", null)]
    [InlineData("snoozed", "snoozed", null)]
    [InlineData("snoozed", "closed", null)]
    [InlineData("closed", "open", null)]
    [InlineData("closed", "pending", "closed can only become open")]
    [InlineData("closed", "snoozed", "closed can only become open")]
    [InlineData("closed", "closed", "closed can only become open")]
    public async Task A_command_changes_the_status_or_names_those_that_can_follow(string from, string to, string? problem)
    {
        var acme = await api.NewTenant();
        var talk = await Talk.That(acme, from);
        var reply = await talk.Do(Talk.CommandTo(to));
        Assert.Equal(
            problem is null ? (200, null) : (400, $"cannot become {to}: {problem}"),
            (reply.Status, reply.Status == 400 ? reply["errors"].GetProperty("status")[0].GetString() : null)
        );
        var isNow = problem is null ? to : from;
        Assert.Equal(isNow, await talk.Text("status"));
        Assert.Equal(isNow == "closed" ? $"{(await acme.Get("/me"))["user_id"]}" : "null", await talk.Text("closed_by_user_id"));
        Assert.Equal(from == "closed" && to == "open" ? "1" : "0", await talk.Text("reopen_count"));
    }

    [Theory]
    [InlineData("open", "incoming", "open 0 1 true false")]
    [InlineData("pending", "incoming", "pending 0 1 true false")]
    [InlineData("snoozed", "incoming", "open 0 1 true false")]
    [InlineData("closed", "incoming", "open 1 1 true false")]
    [InlineData("closed", "outgoing", "closed 0 0 false true")]
    [InlineData("snoozed", "outgoing", "snoozed 0 0 false true")]
    [InlineData("open", "note", "open 0 0 false false")]
    public async Task A_message_changes_its_conversation(string status, string kind, string effect)
    {
        var talk = await Talk.That(await api.NewTenant(), status);
        var message = await talk.Say(kind);
        Assert.Equal((201, "chat"), (message.Status, message["channel"].GetString()));
        var now = await talk.Now();
        Assert.Equal(
            effect,
            $"{now["status"]} {now["reopen_count"]} {now["unread_count"]} {IsSet(now, "waiting_since")} {IsSet(now, "first_reply_at")}".ToLowerInvariant()
        );
        Assert.Equal(now["updated_at"].GetDateTimeOffset(), now["last_activity_at"].GetDateTimeOffset(), TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Reading_sets_the_count_back_and_an_answer_ends_the_waiting()
    {
        var talk = await Talk.With(await api.NewTenant());
        await talk.Say("incoming");
        await talk.Say("incoming");
        Assert.Equal("2", await talk.Text("unread_count"));
        Assert.Equal(0, (await talk.Do("mark-read"))["unread_count"].GetInt32());
        Assert.True(IsSet(await talk.Now(), "waiting_since"));
        await talk.Say("outgoing");
        Assert.False(IsSet(await talk.Now(), "waiting_since"));
        var version = await talk.Text("version");
        Assert.Equal(200, (await talk.Do("mark-read")).Status);
        Assert.Equal(version, await talk.Text("version"));
    }

    [Theory]
    [InlineData("{}", "is required")]
    [InlineData("""{"until":null}""", "is required")]
    [InlineData("""{"until":"2020-01-31T09:30:00Z"}""", "must be in the future")]
    public async Task A_conversation_is_snoozed_until_a_time_in_the_future(string body, string problem)
    {
        var talk = await Talk.With(await api.NewTenant());
        var reply = await talk.Do("snooze", body);
        Assert.Equal((400, problem), (reply.Status, reply["errors"].GetProperty("until")[0].GetString()));
    }

    [Fact]
    public async Task A_status_is_read_and_not_written()
    {
        var acme = await api.NewTenant();
        var talk = await Talk.With(acme);
        var patch = new
        {
            status = "closed",
            unread_count = 9,
            priority = "urgent",
            assignee_id = (await acme.Get("/me"))["user_id"],
        };
        Assert.Equal(200, (await acme.Patch($"/conversations/{talk.Id}", patch)).Status);
        Assert.Equal("open 0 urgent", await talk.Text("status", "unread_count", "priority"));
    }

    [Fact]
    public async Task Messages_at_the_same_moment_are_all_counted()
    {
        var acme = await api.NewTenant();
        var talk = await Talk.That(acme, "closed");
        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => talk.Say("incoming")));
        Assert.All(replies, reply => Assert.Equal(201, reply.Status));
        Assert.Equal("open 20 1 22", await talk.Text("status", "unread_count", "reopen_count", "version"));
        Assert.Equal(20, (await acme.Get($"/messages?conversation_id={talk.Id}"))["total"].GetInt32());
    }

    [Fact]
    public async Task A_conversation_goes_with_its_messages_and_keeps_its_contact()
    {
        var acme = await api.NewTenant();
        var talk = await Talk.With(acme);
        var message = await talk.Say("incoming");
        var contact = (await talk.Now())["contact_id"];
        Assert.Equal("""{"used_by":{"conversations":1}}""", (await acme.Delete($"/contacts/{contact}"))["data"].GetRawText());
        Assert.Equal(200, (await acme.Delete($"/conversations/{talk.Id}")).Status);
        Assert.Equal(404, (await acme.Get($"/messages/{message["id"]}")).Status);
        Assert.Equal(200, (await acme.Delete($"/contacts/{contact}")).Status);
    }

    private static bool IsSet(Reply record, string field) => record[field].ValueKind != JsonValueKind.Null;
}
