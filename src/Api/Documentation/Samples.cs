using System.Text.Json;
using System.Text.Json.Nodes;
using AchieveApex.Api.Documentation.Schemas;
using AchieveApex.Application.Resources.Describing;
using AchieveApex.Domain.Resources;

namespace AchieveApex.Api.Documentation;

/// <summary>Makes examples: of the values that come to mind for a field, the first one that its validator takes.</summary>
internal sealed class Samples(FieldRulesReader reader)
{
    private const long Id = 1;
    private const int PatchedFields = 2;

    /// <summary>A body. Ids of other records are in it only where they have to be: they differ from one organization to the next.</summary>
    public JsonObject Body(Type fields)
    {
        var rules = reader.Of(fields);
        var body = new JsonObject();
        foreach (var member in Members.Of(fields))
        {
            var rule = rules.GetValueOrDefault(member.Name);
            if (IsReference(member) && rule?.IsRequired != true)
                continue;

            var sample = Candidates(member, rule).FirstOrDefault(candidate => IsTaken(fields, member.Name, candidate));
            if (sample is not null)
                body[member.Name] = sample;
        }

        // What is wrong only together with others is left out, or is a reference that was left out, and has to be there.
        foreach (var name in reader.Blamed(fields, body, isWhole: true))
            if (!body.Remove(name))
                body[name] = Id;

        return body;
    }

    /// <summary>A merge patch of the first few fields.</summary>
    public JsonObject Patch(Type fields) =>
        new(Body(fields).Take(PatchedFields).Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));

    /// <summary>An answer, with the values of a body where it has them.</summary>
    public JsonObject Answer(Type view, Type? fields)
    {
        var written = fields is null ? [] : Body(fields);
        return new(
            Members
                .Of(view)
                .Where(member => !member.IsLeftOut)
                .Select(member => KeyValuePair.Create(member.Name, written[member.Name]?.DeepClone() ?? Answered(member)))
        );
    }

    private JsonNode? Answered(Member member) =>
        member.IsNullable ? null
        : member.Type == typeof(CustomValues) ? new JsonObject()
        : member.Type == typeof(FieldChanges)
            ? new JsonObject
            {
                ["name"] = new JsonObject { ["from"] = "Jane", ["to"] = "Joan" },
            }
        : member.Type == typeof(DateTimeOffset) ? "2026-01-31T09:30:00.000Z"
        : member.Type == typeof(DateOnly) ? "2026-01-31"
        : member.Type == typeof(JsonElement) ? new JsonObject { ["id"] = Id }
        : member.Type.IsGenericType
        && member.Type.GenericTypeArguments is [{ IsClass: true } item]
        && item.Assembly == typeof(EntryView).Assembly
            ? new JsonArray(Answer(item, null))
        : member.Type.IsGenericType && member.Type.GenericTypeArguments is [_, _] ? new JsonObject { ["contacts"] = new JsonArray("view") }
        : Candidates(member, null).First();

    private bool IsTaken(Type fields, string name, JsonNode candidate) =>
        !reader.Blamed(fields, new JsonObject { [name] = candidate.DeepClone() }).Contains(name);

    private static bool IsReference(Member member) =>
        member.Name.EndsWith("_id", StringComparison.Ordinal) && member.Type != typeof(string);

    private static IEnumerable<JsonNode> Candidates(Member member, FieldRules? rules)
    {
        var type = Nullable.GetUnderlyingType(member.Type) ?? member.Type;
        return rules?.OneOf is { } names ? [names.First()]
            : type == typeof(string)
                ?
                [
                    Names.InWords(member.Name),
                    member.Name,
                    "jane@example.com",
                    "+1 415 555 0132",
                    "example.com",
                    "https://example.com",
                    "EUR",
                    "#3366ff",
                    "contacts",
                ]
            : type == typeof(int) ? [rules?.Minimum ?? 1]
            : type == typeof(long) ? [Id]
            : type == typeof(decimal) ? [1250.5m]
            : type == typeof(bool) ? [false]
            : type == typeof(DateTimeOffset) ? ["2099-12-31T23:59:59.000Z"]
            : type == typeof(DateOnly) ? ["2099-12-31"]
            : type == typeof(CustomValues) ? [new JsonObject { ["favourite_colour"] = "green" }]
            : type.IsEnum ? [WireFormat.NameOf(Enum.GetNames(type)[0])]
            : [new JsonArray("*:view"), new JsonArray("192.0.2.0/24")];
    }
}
