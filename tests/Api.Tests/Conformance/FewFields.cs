using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AchieveApex.Support;

namespace AchieveApex.Api.Tests.Conformance;

/// <summary>Sends as few fields of a body as will do: what a refusal names, or speaks of, is sent along. So fields that belong together are.</summary>
internal static class FewFields
{
    public static async Task<(Reply Reply, JsonObject Sent)> Send(
        Func<JsonObject, Task<Reply>> send,
        JsonObject whole,
        IEnumerable<string> names
    )
    {
        var wanted = names.ToHashSet();
        while (true)
        {
            var body = new JsonObject(
                whole.Where(field => wanted.Contains(field.Key)).Select(field => KeyValuePair.Create(field.Key, field.Value?.DeepClone()))
            );
            var reply = await send(body);
            var missing = whole.Select(field => field.Key).Except(wanted).Where(name => Names(reply, name)).ToList();
            if (missing.Count == 0)
                return (reply, body);

            wanted.UnionWith(missing);
        }
    }

    private static bool Names(Reply reply, string name) =>
        reply.Status == 400 && reply.Body.TryGetProperty("errors", out var errors) && Regex.IsMatch(errors.GetRawText(), $@"\b{name}\b");
}
