using Microsoft.OpenApi;

namespace AchieveApex.Api.Documentation.Schemas;

/// <summary>The facts that errors carry for a program.</summary>
internal static class ErrorSchemas
{
    public static OpenApiSchemaReference Data(Components components) =>
        components.Schema(
            "ErrorData",
            () =>
                new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Description = "Facts for a program.",
                    Properties = new Dictionary<string, IOpenApiSchema>
                    {
                        ["limit"] = Count("429: requests that fit in a window."),
                        ["current"] = Count("429: requests in the window, this one included."),
                        ["window"] = Count("429: the window in seconds."),
                        ["retryAfter"] = Count("429: seconds until another request passes; the same as the header Retry-After."),
                        ["existing_id"] = Id("409: the record that has the value already, when the caller may see it."),
                        ["used_by"] = Counts(
                            "409: how many records of each resource refer to the record, of those that the caller may see."
                        ),
                        ["version"] = Id("412: the version that the record is in."),
                    },
                }
        );

    private static OpenApiSchema Count(string text)
    {
        var schema = ValueSchemas.Whole("int32", 0, int.MaxValue);
        schema.Description = text;
        return schema;
    }

    private static OpenApiSchema Counts(string text) =>
        new()
        {
            Type = JsonSchemaType.Object,
            Description = text,
            AdditionalProperties = ValueSchemas.Whole("int32", 1, int.MaxValue),
        };

    private static OpenApiSchema Id(string text)
    {
        var schema = ValueSchemas.Whole("int64", 1, ValueLimits.LargestId);
        schema.Description = text;
        return schema;
    }
}
