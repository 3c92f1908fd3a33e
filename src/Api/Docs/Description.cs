using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using AchieveApex.Api.Hosting;

namespace AchieveApex.Api.Docs;

/// <summary>Reads pages out of an OpenAPI document.</summary>
internal sealed class Description(JsonObject document)
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // shown as text, which is escaped there
    };

    public IEnumerable<ResourceDoc> Resources()
    {
        var operations = (
            from path in document["paths"]!.AsObject()
            from operation in path.Value!.AsObject()
            where operation.Value is JsonObject body && body["tags"] is not null
            select (Tag: (string)operation.Value!["tags"]![0]!, Doc: OperationOf(path.Key, operation.Key, operation.Value.AsObject()))
        ).ToLookup(one => one.Tag, one => one.Doc);
        return document["tags"]!
            .AsArray()
            .Select(tag => new ResourceDoc(
                (string)tag!["name"]!,
                (string?)tag["description"] ?? "",
                RecordOf((string)tag["name"]!),
                [.. operations[(string)tag["name"]!]]
            ))
            .Where(resource => resource.Operations.Count > 0);
    }

    // What is read by an id tells what a record holds; else what is read.
    private List<FieldDoc> RecordOf(string tag) =>
        document["paths"]!
            .AsObject()
            .OrderByDescending(path => path.Key.EndsWith("/{id}", StringComparison.Ordinal))
            .Select(path => path.Value!["get"] as JsonObject)
            .Where(get => (string?)get?["tags"]?[0] == tag)
            .Select(get => FieldsOf(Json(get!["responses"]!["200"])?["schema"]))
            .FirstOrDefault(fields => fields.Count > 0)
        ?? [];

    private OperationDoc OperationOf(string path, string method, JsonObject operation)
    {
        var sent = Json(operation["requestBody"]);
        var answered = operation["responses"]!.AsObject().FirstOrDefault(answer => answer.Key.StartsWith('2')).Value;
        return new(
            (string)operation["operationId"]!,
            method.ToUpperInvariant(),
            path,
            (string?)operation["summary"] ?? "",
            (string?)operation["description"] ?? "",
            FieldsOf(sent?["schema"]),
            Call(path, method, sent?["example"], hasKey: operation["security"] is not JsonArray { Count: 0 }),
            Json(answered)?["example"] is { } example ? Text(example) : null,
            [.. operation["responses"]!.AsObject().Select(answer => (answer.Key, (string?)Resolved(answer.Value)["description"] ?? ""))]
        );
    }

    private static string Call(string path, string method, JsonNode? body, bool hasKey)
    {
        var address = path.Replace("{id}", "1", StringComparison.Ordinal)
            .Replace("{email}", "jane@example.com", StringComparison.Ordinal)
            .Replace("{domain}", "example.com", StringComparison.Ordinal)
            .Replace("{external_id}", "42", StringComparison.Ordinal);
        List<string> lines = [$"curl -X {method.ToUpperInvariant()} {Server.DefaultAddress}{address}"];
        if (hasKey)
            lines.Add("  -H \"x-api-key: your_api_key_here\"");
        if (body is not null)
        {
            lines.Add("  -H \"Content-Type: application/json\"");
            lines.Add($"  -d '{Text(body).Replace("'", "'\\''", StringComparison.Ordinal)}'");
        }

        return string.Join(" \\\n", lines);
    }

    private List<FieldDoc> FieldsOf(JsonNode? schema)
    {
        var body = Resolved(schema);
        // One or many: what one is tells what each is.
        if (body["anyOf"] is JsonArray { Count: > 0 } kinds)
            body = Resolved(kinds[0]);
        if (body["properties"] is not JsonObject properties)
            return [];

        var required = body["required"]?.AsArray().Select(name => (string)name!).ToHashSet() ?? [];
        return [.. properties.Select(field => FieldOf(field.Key, field.Value, required.Contains(field.Key)))];
    }

    private FieldDoc FieldOf(string name, JsonNode? schema, bool isRequired)
    {
        var told = (string?)schema?["description"];
        var field = Resolved(schema);
        return new(name, TypeOf(field), isRequired, BoundsOf(field), told ?? (string?)field["description"] ?? "");
    }

    private string TypeOf(JsonObject schema)
    {
        if (schema["enum"] is JsonArray values)
            return string.Join(", ", values.Select(value => value is null ? "null" : $"\"{value}\""));
        if ((schema["anyOf"] ?? schema["oneOf"]) is JsonArray kinds)
            return Either(kinds.Select(kind => TypeOf(Resolved(kind))));

        var type = schema["type"] is JsonArray several
            ? Either(several.Select(one => (string)one!))
            : (string?)schema["type"] ?? "anything";
        return schema["items"] is { } items ? $"{type} of {TypeOf(Resolved(items))}" : type;
    }

    private static string Either(IEnumerable<string> types) => string.Join(" or ", types.Distinct().OrderBy(type => type == "null"));

    private static string BoundsOf(JsonObject schema)
    {
        List<string> bounds = [];
        Add("format", value => value);
        Add("minLength", value => $"at least {value} characters");
        Add("maxLength", value => $"at most {value} characters");
        Add("minimum", value => $"from {value}");
        Add("maximum", value => $"to {value}");
        Add("maxItems", value => $"at most {value} of them");
        return string.Join(", ", bounds);

        void Add(string name, Func<string, string> tell)
        {
            if (schema[name] is { } value)
                bounds.Add(tell(value.ToString()));
        }
    }

    private JsonObject? Json(JsonNode? content) => Resolved(content)["content"]?["application/json"] as JsonObject;

    private JsonObject Resolved(JsonNode? node)
    {
        var found = node as JsonObject ?? [];
        return (string?)found["$ref"] is { } reference
            ? Resolved(reference[2..].Split('/').Aggregate((JsonNode)document, (part, name) => part[name]!))
            : found;
    }

    private static string Text(JsonNode node) => node.ToJsonString(Indented);
}
