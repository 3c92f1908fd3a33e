using AchieveApex.Support;
using Xunit;

namespace AchieveApex.Api.Tests.Conversations;

public sealed class MessageTestsOnSqlite(SqliteApi api) : MessageTests(api);

public sealed class MessageTestsOnPostgres(PostgresApi api) : MessageTests(api);

public abstract class MessageTests(TestApi api)
{
    [Theory]
    [InlineData("""{"direction":"incoming","content":"x"}""", "conversation_id", "is required")]
    [InlineData(
        """{"conversation_id":9007199254740001,"direction":"incoming","content":"x"}""",
        "conversation_id",
        "names no record of your organization"
    )]
    [InlineData("""{"conversation_id":1,"content":"x"}""", "direction", "is required")]
    [InlineData("""{"conversation_id":1,"direction":"incoming","content":""}""", "content", "is required")]
    [InlineData(
        """{"conversation_id":1,"direction":"incoming","content":"x","private":true}""",
        "private",
        "can only be true of an outgoing message"
    )]
    [InlineData(
        """{"conversation_id":1,"direction":"incoming","content":"x","source_id":""}""",
        "source_id",
        "must be 1 to 255 characters"
    )]
    public async Task A_message_is_whole_or_refused(string body, string field, string problem)
    {
        var reply = await (await api.NewTenant()).Post("/messages", body);
        Assert.Equal((400, problem), (reply.Status, reply["errors"].GetProperty(field)[0].GetString()));
    }

    [Theory]
    [InlineData(19_999, 201)]
    [InlineData(20_000, 201)]
    [InlineData(20_001, 400)]
    public async Task The_content_is_bounded(int length, int status)
    {
        var acme = await api.NewTenant();
        var talk = await Talk.With(acme);
        var message = new
        {
            conversation_id = talk.Id,
            direction = "outgoing",
            content = new string('é', length),
        };
        Assert.Equal(status, (await acme.Post("/messages", message)).Status);
    }

    // Of two messages: where the second is sent, and which ids both have.
    [Theory]
    [InlineData("same", "m-1", null, "source_id")]
    [InlineData("same channel", "m-1", null, "source_id")]
    [InlineData("other channel", "m-1", null, null)]
    [InlineData("other organization", "m-1", null, null)]
    [InlineData("same", null, "c-1", "client_message_id")]
    [InlineData("same channel", null, "c-1", null)]
    [InlineData("same", null, null, null)]
    public async Task A_message_is_taken_once(string where, string? sourceId, string? clientMessageId, string? taken)
    {
        var acme = await api.NewTenant();
        var talk = await Talk.With(acme);
        var first = await talk.Say("incoming", sourceId, clientMessageId);
        var place = where switch
        {
            "same" => talk,
            "same channel" => await Talk.With(acme),
            "other channel" => await Talk.With(acme, "sms"),
            _ => await Talk.With(await api.NewTenant()),
        };
        var second = await place.Say("incoming", sourceId, clientMessageId);
        if (taken is null)
        {
            Assert.Equal(201, second.Status);
            return;
        }

        Assert.Equal((409, "is already in use"), (second.Status, second["errors"].GetProperty(taken)[0].GetString()));
        Assert.Equal(first["id"].GetInt64(), second["data"].GetProperty("existing_id").GetInt64());
        Assert.Equal("1", await talk.Text("unread_count"));
    }

    [Fact]
    public async Task The_same_message_from_several_at_once_is_taken_once()
    {
        var talk = await Talk.With(await api.NewTenant());
        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => talk.Say("incoming", "m-1")));
        Assert.Equal([201, .. Enumerable.Repeat(409, 7)], replies.Select(reply => reply.Status).Order());
        Assert.Equal("1", await talk.Text("unread_count"));
    }

    [Fact]
    public async Task An_array_of_messages_is_taken_whole_or_not_at_all()
    {
        var acme = await api.NewTenant();
        var talk = await Talk.With(acme);
        object Message(string sourceId) =>
            new
            {
                conversation_id = talk.Id,
                direction = "incoming",
                content = "x",
                source_id = sourceId,
            };
        Assert.Equal(201, (await acme.Post("/messages", new[] { Message("a"), Message("b") })).Status);
        Assert.Equal(409, (await acme.Post("/messages", new[] { Message("c"), Message("b") })).Status);
        Assert.Equal("2", await talk.Text("unread_count"));
    }

    [Fact]
    public async Task A_message_stays_as_it_was_said()
    {
        var acme = await api.NewTenant();
        var path = $"/messages/{(await (await Talk.With(acme)).Say("note"))["id"]}";
        Assert.Equal(405, (await acme.Patch(path, new { content = "x" })).Status);
        Assert.Equal(405, (await acme.Put(path, new { content = "x" })).Status);
        Assert.Equal(405, (await acme.Delete(path)).Status);
        Assert.Equal(405, (await acme.Delete("/messages?private=true")).Status);
    }

    [Fact]
    public async Task A_dry_run_changes_neither_the_messages_nor_the_conversation()
    {
        var acme = await api.NewTenant();
        var talk = await Talk.With(acme);
        var message = new
        {
            conversation_id = talk.Id,
            direction = "incoming",
            content = "x",
        };
        Assert.Equal(201, (await acme.Post("/messages?dry_run=true", message)).Status);
        Assert.Equal("0 1", await talk.Text("unread_count", "version"));
        Assert.Equal(0, (await acme.Get("/messages"))["total"].GetInt32());
    }
}
