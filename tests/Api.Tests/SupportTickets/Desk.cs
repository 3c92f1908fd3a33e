using System.Text.Json;
using AchieveApex.Support;

namespace AchieveApex.Api.Tests.SupportTickets;

/// <summary>An organization with somebody who helps, and a contact who needs it.</summary>
internal sealed record Desk(Tenant Tenant, long Me, long Requester)
{
    public static readonly string[] Statuses = ["new", "open", "pending", "hold", "solved", "closed"];

    public static async Task<Desk> In(TestApi api)
    {
        var tenant = await api.NewTenant();
        var requester = await tenant.Create("/contacts", new { first_name = "Jane" });
        return new(tenant, (await tenant.Get("/me"))["user_id"].GetInt64(), requester.GetProperty("id").GetInt64());
    }

    /// <summary>Makes a ticket, and brings it into a status.</summary>
    /// <returns>Where it is.</returns>
    public async Task<string> Ticket(string status = "new", string subject = "Help")
    {
        var fields = new
        {
            subject,
            requester_id = Requester,
            assignee_id = status == "new" ? (long?)null : Me,
            status = status == "closed" ? "solved" : status,
        };
        var path = $"/support-tickets/{(await Tenant.Create("/support-tickets", fields)).GetProperty("id")}";
        if (status == "closed")
            await Tenant.Patch(path, new { status });
        return path;
    }

    /// <param name="ticket">Where the ticket is.</param>
    /// <param name="kind">An answer, a note that the requester does not see, or the requester's reply.</param>
    /// <param name="body">What is said.</param>
    public Task<Reply> Say(string ticket, string kind, string body = "Well") =>
        Tenant.Post(
            "/ticket-comments",
            new
            {
                ticket_id = Id(ticket),
                body,
                @public = kind != "note",
                from_requester = kind == "reply",
            }
        );

    public async Task<List<JsonElement>> Comments(string ticket) =>
        [.. (await Tenant.Get($"/ticket-comments?ticket_id={Id(ticket)}&$sort[id]=1&$limit=200"))["data"].EnumerateArray()];

    public static long Id(string path) => long.Parse(path.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The first problem of a refusal; null when it is none.</summary>
    public static string? Problem(Reply reply) =>
        reply.Status < 400 ? null
        : reply["errors"].EnumerateObject().First() is var error ? $"{error.Name}: {error.Value[0]}"
        : null;

    public static string Text(JsonElement record, params string[] fields) =>
        string.Join(' ', fields.Select(field => record.GetProperty(field).ToString()));
}
