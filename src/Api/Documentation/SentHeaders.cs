using AchieveApex.Application.Requests;
using Microsoft.OpenApi;

namespace AchieveApex.Api.Documentation;

/// <summary>The headers of requests.</summary>
internal sealed class SentHeaders(Components components)
{
    private const int LongestTags = 2000;

    /// <summary>A request id of the caller's own choice.</summary>
    public OpenApiParameterReference RequestId() =>
        Sent(
            "request-id",
            "X-Request-Id",
            "Chosen by the caller; the answer and the log repeat it. One of another form is passed over.",
            IdSchema(),
            "import-7.1042"
        );

    /// <summary>Names a write, so that it is made once however often it is sent.</summary>
    public OpenApiParameterReference Idempotency() =>
        Sent(
            "idempotency-key",
            "Idempotency-Key",
            "Names this write for 24 hours: sent again with the same body it is answered as the first time, and not made again.",
            Text(IdempotencyKey.Longest),
            "import-7-row-1042"
        );

    /// <summary>The record is changed only in a version that the caller knows.</summary>
    public OpenApiParameterReference IfMatch() =>
        Sent(
            "if-match",
            "If-Match",
            "Changes the record only while it has one of these ETags; `*`: while it is there.",
            Text(LongestTags),
            "\"1\""
        );

    /// <summary>The record is answered or changed only when the caller does not know it.</summary>
    public OpenApiParameterReference IfNoneMatch() =>
        Sent(
            "if-none-match",
            "If-None-Match",
            "Acts only while the record has none of these ETags; `*`: while it is not there.",
            Text(LongestTags),
            "\"7\""
        );

    /// <summary>The form of a request's id, sent or answered.</summary>
    public static OpenApiSchema IdSchema() =>
        new()
        {
            Type = JsonSchemaType.String,
            MaxLength = 128,
            Pattern = "^[A-Za-z0-9._-]+$",
        };

    private static OpenApiSchema Text(int longest) => new() { Type = JsonSchemaType.String, MaxLength = longest };

    private OpenApiParameterReference Sent(string key, string name, string text, OpenApiSchema schema, string example) =>
        components.Parameter(
            key,
            () =>
                new OpenApiParameter
                {
                    Name = name,
                    In = ParameterLocation.Header,
                    Description = text,
                    Schema = schema,
                    Example = example,
                }
        );
}
