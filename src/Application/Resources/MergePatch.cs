using System.Text.Json;
using System.Text.Json.Nodes;

namespace AchieveApex.Application.Resources;

/// <summary>JSON Merge Patch, RFC 7396: null removes, objects merge, everything else replaces.</summary>
internal static class MergePatch
{
    public static void Apply(JsonObject target, JsonElement patch)
    {
        foreach (var member in patch.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.Null)
                target.Remove(member.Name);
            else if (member.Value.ValueKind == JsonValueKind.Object)
                Apply(ObjectAt(target, member.Name), member.Value);
            else
                target[member.Name] = JsonNode.Parse(member.Value.GetRawText());
        }
    }

    private static JsonObject ObjectAt(JsonObject target, string name)
    {
        if (target[name] is not JsonObject)
            target[name] = new JsonObject();

        return target[name]!.AsObject();
    }
}
