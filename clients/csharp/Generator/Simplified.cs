using System.Text.Json.Nodes;

namespace AchieveApex.Generator;

/// <summary>
/// The document as the generator understands it, OpenAPI 3.0: nullability apart from the type, one form where there is a choice, and no
/// nested query parameters, which the client writes by a hand-written <c>Query</c>.
/// </summary>
internal static class Simplified
{
    public static JsonObject Of(JsonObject document)
    {
        document["openapi"] = "3.0.3";
        foreach (var (_, path) in document["paths"]!.AsObject())
        foreach (var (_, operation) in path!.AsObject())
            Simplify(document, operation!.AsObject());

        var parameters = document["components"]!["parameters"]!.AsObject();
        foreach (var name in parameters.Where(parameter => !IsKept(document, parameter.Value!)).Select(parameter => parameter.Key).ToList())
            parameters.Remove(name);
        document["components"]!.AsObject().Remove("responses"); // each operation has its own
        var simple = Schema(document)!.AsObject();
        RemoveUnused(simple);
        return simple;
    }

    private static void Simplify(JsonObject document, JsonObject operation)
    {
        var parameters = operation["parameters"]!.AsArray();
        foreach (var parameter in parameters.Where(parameter => !IsKept(document, parameter!)).ToList())
            parameters.Remove(parameter);
        // An error is an error, whatever its status and form.
        var answers = operation["responses"]!.AsObject();
        foreach (var status in answers.Select(answer => answer.Key).Where(status => status[0] is '3' or '4' or '5').ToList())
            answers.Remove(status);
        answers["default"] = JsonNode.Parse(
            """{"description":"A refusal.","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Error"}}}}"""
        );
        if (operation["requestBody"]?["content"] is JsonObject content)
            content.Remove("application/merge-patch+json");
    }

    // Headers are set by the handlers, conditions by the query.
    private static bool IsKept(JsonObject document, JsonNode parameter)
    {
        if (parameter["$ref"]?.GetValue<string>() is { } reference)
            return document["components"]!["parameters"]![reference[(reference.LastIndexOf('/') + 1)..]] is { } named
                && IsKept(document, named);

        return parameter["in"]!.GetValue<string>() switch
        {
            "header" => parameter["name"]!.GetValue<string>() is "If-Match" or "If-None-Match",
            "query" => parameter["style"]?.GetValue<string>() != "deepObject",
            _ => true,
        };
    }

    private static JsonNode? Schema(JsonNode? node) =>
        node switch
        {
            JsonObject { } one when one["anyOf"] is JsonArray { Count: > 0 } forms => First(one, forms),
            JsonObject { } one when one["oneOf"] is JsonArray { Count: 2 } forms => Nullable(one, forms),
            JsonObject one => Members(one),
            JsonArray list => new JsonArray([.. list.Select(Schema)]),
            _ => node?.DeepClone(),
        };

    // One record rather than an array of them; a custom field may be anything.
    private static JsonObject First(JsonObject schema, JsonArray forms) =>
        forms[0]!["$ref"] is not null && forms[0]!["$ref"]!.GetValue<string>().Contains("/schemas/", StringComparison.Ordinal)
            ? forms[0]!.DeepClone().AsObject()
            : new JsonObject { ["description"] = schema["description"]?.DeepClone() };

    private static JsonObject Nullable(JsonObject schema, JsonArray forms) =>
        new()
        {
            ["description"] = schema["description"]?.DeepClone(),
            ["nullable"] = true,
            ["allOf"] = new JsonArray(forms[0]!.DeepClone()),
        };

    private static JsonObject Members(JsonObject schema)
    {
        var simple = new JsonObject();
        foreach (var (name, value) in schema)
            if (name == "type" && value is JsonArray types)
            {
                simple["type"] = types.Select(type => type!.GetValue<string>()).First(type => type != "null");
                simple["nullable"] = true;
            }
            else if (name == "patternProperties" && value is JsonObject patterns)
                simple["additionalProperties"] = Schema(patterns.First().Value);
            else if (
                !(name == "additionalProperties" && schema.ContainsKey("patternProperties"))
                && !(name is "example" or "readOnly" || (name == "default" && value is not JsonObject))
            )
                simple[name] = Schema(value);

        return simple;
    }

    // What nothing that is left names any more; a schema that names itself is no reason to keep it.
    private static void RemoveUnused(JsonObject document)
    {
        var schemas = document["components"]!["schemas"]!.AsObject();
        var used = new HashSet<string>();
        var open = new Queue<string>([document["paths"]!.ToJsonString(), document["components"]!["parameters"]!.ToJsonString()]);
        while (open.TryDequeue(out var text))
            foreach (var (name, schema) in schemas)
                if (text.Contains($"\"#/components/schemas/{name}\"", StringComparison.Ordinal) && used.Add(name))
                    open.Enqueue(schema!.ToJsonString());

        foreach (var name in schemas.Select(schema => schema.Key).Where(name => !used.Contains(name)).ToList())
            schemas.Remove(name);
    }
}
