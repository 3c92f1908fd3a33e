using System.Text.Json.Nodes;

namespace AchieveApex.Api.Tests.Conformance;

/// <summary>What the document does not tell of a resource. A plain resource needs nothing here.</summary>
internal static class Particulars
{
    private const int FirstMade = 2_000;

    /// <summary>References that are named for their part, and not for their kind.</summary>
    private static readonly Dictionary<string, string> Parts = new()
    {
        ["requester_id"] = "/contacts",
        ["ticket_id"] = "/support-tickets",
        ["problem_id"] = "/support-tickets",
    };

    /// <summary>Fields that depend on each other, made to agree, and states that everything can be changed in.</summary>
    private static readonly Dictionary<string, Action<JsonObject>> Adjustments = new()
    {
        ["/api-keys"] = key => key.Remove("allow_bulk"), // only a key that has the right gives it
        ["/custom-fields"] = field =>
        {
            field["resource"] = "merges"; // to which nobody writes values
            field["key"] = Text(field, "key").Replace(" ", "", StringComparison.Ordinal);
            field["type"] = Text(field, "type") is "enum" or "multi_enum" ? "text" : Text(field, "type"); // the types without options
            field.Remove("options");
        },
        ["/deals"] = deal => deal.Remove("pipeline_id"), // it is the stage's
        ["/stages"] = stage =>
            stage["probability"] = Text(stage, "type") switch
            {
                "won" => 100,
                "lost" => 0,
                _ => stage["probability"]!.GetValue<int>(),
            },
        ["/tasks"] = task => task["status"] = Text(task, "status") is "completed" or "canceled" ? "waiting" : Text(task, "status"),
        ["/support-tickets"] = ticket =>
        {
            ticket["status"] = Text(ticket, "status") is "pending" or "hold" ? Text(ticket, "status") : "open";
            ticket["type"] = "incident"; // the one that can name a problem
            ticket.Remove("problem_id");
        },
        ["/messages"] = message => message["private"] = Text(message, "direction") == "outgoing",
        ["/taggings"] = tagging => Keep(tagging, "tag_id", "contact_id", "external_id", "custom_fields"), // they are of one thing
    };

    /// <summary>How a record comes about that no client creates.</summary>
    private static readonly Dictionary<string, Func<SampleRecords, int, Task>> Makers = new()
    {
        ["/stage-changes"] = async (records, number) =>
        {
            var deal = await records.Make(ConformingResource.Of("/deals"), FirstMade + number, isFull: false);
            await records.Tenant.Post($"/deals/{deal["id"]}/win", new { });
        },
        ["/merges"] = async (records, number) =>
        {
            var contacts = ConformingResource.Of("/contacts");
            var old = await records.Make(contacts, FirstMade + (2 * number), isFull: false);
            var kept = await records.Make(contacts, FirstMade + (2 * number) + 1, isFull: false);
            await records.Tenant.Post($"/contacts/{old["id"]}/merge", new { into_id = kept["id"] });
        },
        ["/audit-log"] = (records, number) => records.Make(ConformingResource.Of("/contacts"), FirstMade + number),
    };

    /// <summary>Fields that stay, or are worked out, when a body leaves them out or changes others.</summary>
    private static readonly Dictionary<string, string[]> Dependent = new()
    {
        ["/deals"] = ["pipeline_id", "stage_id", "probability"],
        ["/support-tickets"] = ["status"],
    };

    public static string? Named(string field) => Parts.GetValueOrDefault(field);

    public static void Adjust(ConformingResource resource, JsonObject body) =>
        Adjustments.GetValueOrDefault(resource.Collection)?.Invoke(body);

    public static async Task<JsonObject> Make(SampleRecords records, ConformingResource resource, int number)
    {
        await Makers[resource.Collection](records, number);
        var page = await records.Tenant.Get($"{resource.Collection}?$limit=1");
        return JsonNode.Parse(page["data"][0].GetRawText())!.AsObject();
    }

    public static bool IsDependent(ConformingResource resource, string field) =>
        Dependent.GetValueOrDefault(resource.Collection)?.Contains(field) == true;

    private static void Keep(JsonObject body, params string[] names)
    {
        foreach (var other in body.Select(field => field.Key).Except(names).ToList())
            body.Remove(other);
    }

    private static string Text(JsonObject body, string field) => body[field]!.GetValue<string>();
}
