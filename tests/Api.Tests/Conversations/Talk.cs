using System.Text.Json;
using AchieveApex.Support;

namespace AchieveApex.Api.Tests.Conversations;

/// <summary>A conversation, and what is done with it.</summary>
internal sealed class Talk(Tenant tenant, long id)
{
    public long Id => id;

    public static async Task<Talk> With(Tenant tenant, string channel = "chat")
    {
        var contact = IdOf(await tenant.Create("/contacts", new { first_name = "Jane" }));
        return new(tenant, IdOf(await tenant.Create("/conversations", new { contact_id = contact, channel })));
    }

    public static async Task<Talk> That(Tenant tenant, string status)
    {
        var talk = await With(tenant);
        if (CommandTo(status) is { } command && status != "open")
            await talk.Do(command);
        return talk;
    }

    public static string CommandTo(string status) =>
        status switch
        {
            "open" => "reopen",
            "pending" => "pend",
            "snoozed" => "snooze",
            _ => "close",
        };

    public Task<Reply> Do(string command, object? body = null) =>
        tenant.Post($"/conversations/{id}/{command}", body ?? (command == "snooze" ? new { until = "2099-12-31T23:59:59.000Z" } : new { }));

    /// <summary>Adds a message: <c>incoming</c>, <c>outgoing</c> or <c>note</c>.</summary>
    public Task<Reply> Say(string kind, string? sourceId = null, string? clientMessageId = null) =>
        tenant.Post(
            "/messages",
            new
            {
                conversation_id = id,
                direction = kind == "incoming" ? kind : "outgoing",
                @private = kind == "note",
                content = "Hello",
                source_id = sourceId,
                client_message_id = clientMessageId,
            }
        );

    public Task<Reply> Now() => tenant.Get($"/conversations/{id}");

    /// <summary>Some fields, as text.</summary>
    public async Task<string> Text(params string[] fields)
    {
        var now = await Now();
        return string.Join(' ', fields.Select(field => now[field].ValueKind == JsonValueKind.Null ? "null" : now[field].ToString()));
    }

    public static long IdOf(JsonElement record) => record.GetProperty("id").GetInt64();
}
