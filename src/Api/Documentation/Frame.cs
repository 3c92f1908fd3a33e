using System.Text.Json.Nodes;
using AchieveApex.Api.Documentation.Schemas;
using Microsoft.OpenApi;

namespace AchieveApex.Api.Documentation;

/// <summary>What stands around the operations: the title, the key, the server, the tags, and the order.</summary>
internal static class Frame
{
    public const string Version = "v1";
    private const string Key = "apiKey";

    private const string Description = """
        AchieveApex is a multi-tenant CRM behind one REST API. Every request but those for health carries an API key in `x-api-key`,
        and sees the records of that key's organization alone.

        JSON only, names in snake_case, times in RFC 3339 with milliseconds. Lengths are counted in UTF-16 code units. HEAD works where GET
        does. Queries are those of FeathersJS: `field=value`, `field[$gt]=value`, `$sort[field]=-1`; brackets are percent-encoded. An error
        is a JSON object with a name, a message and a code; a client that prefers `application/problem+json` gets RFC 9457.
        """;

    public static void Complete(OpenApiDocument document, ResourceCatalog resources)
    {
        document.Info = new()
        {
            Title = "AchieveApex",
            Version = "1.0.0",
            Description = Description.ReplaceLineEndings("\n"),
        };
        document.Servers =
        [
            new()
            {
                Url = "/",
                Description = "The production or test server that this was read from.",
                Extensions = new Dictionary<string, IOpenApiExtension> { ["x-internal"] = new JsonNodeExtension(JsonValue.Create(false)) },
            },
        ];
        document.AddComponent(
            Key,
            new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Header,
                Name = "x-api-key",
                Description = "`aax_`, 30 random characters, 6 of checksum. Never in client-side code.",
            }
        );
        document.Security = [new() { [new OpenApiSecuritySchemeReference(Key, document)] = [] }];
        Tag(document, resources);
        Sort(document);
    }

    private static void Tag(OpenApiDocument document, ResourceCatalog resources)
    {
        var nouns = resources.All.ToDictionary(resource => resource.Name, resource => resource);
        document.Tags = new HashSet<OpenApiTag>();
        foreach (var (path, item) in document.Paths)
        {
            var segment = path.Split('/')[1];
            var resource = nouns.GetValueOrDefault(segment);
            var name = Names.InWords(resource?.Noun ?? segment);
            if (document.Tags.All(tag => tag.Name != name))
                document.Tags.Add(new OpenApiTag { Name = name, Description = DescriptionOf(resource, segment) });
            foreach (var operation in item.Operations!.Values)
                operation.Tags = new HashSet<OpenApiTagReference> { new(name, document) };
        }

        document.Tags = document.Tags.OrderBy(tag => tag.Name, StringComparer.Ordinal).ToHashSet();
    }

    private static string DescriptionOf(Resource? resource, string segment) =>
        resource is null ? $"`/{segment}`."
        : resource.IsAdministrative ? $"Permissions on `{resource.Name}` have to be granted by name: `*:view` leaves them out."
        : $"Permissions are written `{resource.Name}:view`.";

    // Two builds of the same code are equal byte for byte.
    private static void Sort(OpenApiDocument document)
    {
        var paths = new OpenApiPaths();
        foreach (var (path, item) in document.Paths.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var operations = item.Operations!.OrderBy(pair => Array.IndexOf(Methods, pair.Key.Method)).ToList();
            item.Operations!.Clear();
            foreach (var (method, operation) in operations)
                item.Operations.Add(method, operation);
            paths.Add(path, item);
        }

        document.Paths = paths;
        var components = document.Components!;
        components.Schemas = Sorted(components.Schemas);
        components.Parameters = Sorted(components.Parameters);
        components.Headers = Sorted(components.Headers);
        components.Responses = Sorted(components.Responses);
    }

    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

    private static Dictionary<string, T> Sorted<T>(IDictionary<string, T>? parts) =>
        parts?.OrderBy(part => part.Key, StringComparer.Ordinal).ToDictionary() ?? [];
}
