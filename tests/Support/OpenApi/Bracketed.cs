using System.Text.Json;

namespace AchieveApex.Support.OpenApi;

/// <summary>Writes a parameter of the query language: nested members and items in brackets.</summary>
public static class Bracketed
{
    public static string Query(string name, JsonElement value) =>
        string.Join("&", Pairs(name, value).Select(pair => $"{Uri.EscapeDataString(pair.Name)}={Uri.EscapeDataString(pair.Value)}"));

    private static IEnumerable<(string Name, string Value)> Pairs(string name, JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Pairs($"{name}[{member.Name}]", member.Value)),
            JsonValueKind.Array => value.EnumerateArray().SelectMany((item, i) => Pairs($"{name}[{i}]", item)),
            JsonValueKind.String => [(name, value.GetString()!)],
            _ => [(name, value.GetRawText())],
        };
}
