using System.Text.Json;

namespace AchieveApex.Support.OpenApi;

/// <summary>How a schema became narrower for what is sent, or poorer for what is read.</summary>
internal sealed class SchemaChanges(Description older, Description newer)
{
    private static readonly string[] Least = ["minimum", "minLength", "minItems", "minProperties"];
    private static readonly string[] Most = ["maximum", "maxLength", "maxItems", "maxProperties"];
    private static readonly string[] Forms = ["pattern", "format"];

    /// <summary>What was allowed to be sent has to be allowed still.</summary>
    public IEnumerable<string> OfSent(string at, JsonElement was, JsonElement now) => Of(at, was, now, isSent: true, []);

    /// <summary>What could be relied on in an answer can be relied on still.</summary>
    public IEnumerable<string> OfRead(string at, JsonElement was, JsonElement now) => Of(at, was, now, isSent: false, []);

    private IEnumerable<string> Of(string at, JsonElement was, JsonElement now, bool isSent, HashSet<string> seen)
    {
        if (was.TryGetProperty("$ref", out var name) && !seen.Add(name.GetString()!))
            return [];

        (was, now) = (older.Follow(was), newer.Follow(now));
        return (isSent ? Narrower(at, was, now) : Poorer(at, was, now)).Concat(Parts(at, was, now, isSent, seen));
    }

    private static IEnumerable<string> Narrower(string at, JsonElement was, JsonElement now) =>
        [
            .. Types(was)
                .Except(Types(now))
                .Where(type => Types(now).Count > 0)
                .Select(type => $"{at}: the type {type} is no longer taken"),
            .. Enum(was, now).Select(value => $"{at}: the value {value} is no longer taken"),
            .. Least.Where(word => Bound(now, word) > (Bound(was, word) ?? decimal.MinValue)).Select(word => $"{at}: {word} is higher"),
            .. Most.Where(word => Bound(now, word) < (Bound(was, word) ?? decimal.MaxValue)).Select(word => $"{at}: {word} is lower"),
            .. Forms.Where(word => Word(now, word) is { } form && form != Word(was, word)).Select(word => $"{at}: {word} is another"),
            .. Required(now).Except(Required(was)).Select(member => $"{at}: {member} is required now"),
            .. Closed(now) && !Closed(was) ? [$"{at}: other members are no longer taken"] : Array.Empty<string>(),
            .. Members(was).Except(Members(now)).Where(_ => Closed(now)).Select(member => $"{at}: {member} is no longer taken"),
        ];

    private static IEnumerable<string> Poorer(string at, JsonElement was, JsonElement now) =>
        [
            .. Members(was).Except(Members(now)).Select(member => $"{at}: {member} is gone"),
            .. Required(was).Except(Required(now)).Select(member => $"{at}: {member} may be missing"),
            .. Types(now).Except(Types(was)).Where(_ => Types(was).Count > 0).Select(type => $"{at}: may be {type} now"),
        ];

    private IEnumerable<string> Parts(string at, JsonElement was, JsonElement now, bool isSent, HashSet<string> seen)
    {
        foreach (var member in Members(was).Intersect(Members(now)))
        foreach (
            var change in Of(
                $"{at}.{member}",
                was.GetProperty("properties").GetProperty(member),
                now.GetProperty("properties").GetProperty(member),
                isSent,
                [.. seen]
            )
        )
            yield return change;

        if (was.TryGetProperty("items", out var items) && now.TryGetProperty("items", out var others))
            foreach (var change in Of($"{at}[]", items, others, isSent, [.. seen]))
                yield return change;

        foreach (var word in new[] { "anyOf", "oneOf" })
        foreach (var change in Choices(at, word, was, now, isSent, seen))
            yield return change;
    }

    // The forms of a choice keep their places: a new one comes last.
    private List<string> Choices(string at, string word, JsonElement was, JsonElement now, bool isSent, HashSet<string> seen)
    {
        if (!was.TryGetProperty(word, out var forms))
            return [];
        if (!now.TryGetProperty(word, out var others) || others.GetArrayLength() < forms.GetArrayLength())
            return isSent ? [$"{at}: a form is no longer taken"] : [];

        return forms
            .EnumerateArray()
            .Zip(others.EnumerateArray())
            .SelectMany(pair => Of(at, pair.First, pair.Second, isSent, [.. seen]))
            .ToList();
    }

    private static List<string> Types(JsonElement schema) =>
        schema.TryGetProperty("type", out var type) ? [.. SchemaCheck.TypesOf(type)] : [];

    private static IEnumerable<string> Enum(JsonElement was, JsonElement now) =>
        now.TryGetProperty("enum", out var values)
            ? was.TryGetProperty("enum", out var old)
                ? old.EnumerateArray()
                    .Select(value => value.GetRawText())
                    .Except(values.EnumerateArray().Select(value => value.GetRawText()))
                : ["any other"]
            : [];

    private static decimal? Bound(JsonElement schema, string word) =>
        schema.TryGetProperty(word, out var bound) ? bound.GetDecimal() : null;

    private static string? Word(JsonElement schema, string word) => schema.TryGetProperty(word, out var value) ? value.GetString() : null;

    private static IEnumerable<string> Required(JsonElement schema) =>
        schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(name => name.GetString()!) : [];

    private static IEnumerable<string> Members(JsonElement schema) =>
        schema.TryGetProperty("properties", out var members) ? members.EnumerateObject().Select(member => member.Name) : [];

    private static bool Closed(JsonElement schema) =>
        schema.TryGetProperty("additionalProperties", out var others) && others.ValueKind == JsonValueKind.False;
}
