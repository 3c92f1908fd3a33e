using System.Text.Json.Nodes;
using AchieveApex.Api.Documentation.Schemas;
using Microsoft.OpenApi;

namespace AchieveApex.Api.Documentation;

/// <summary>The headers of answers.</summary>
internal sealed class HeaderDescriptions(Components components)
{
    private const int LongestLine = 64 * 1024;

    /// <summary>What the answer to a success carries besides.</summary>
    /// <param name="status">Which.</param>
    /// <param name="isWrite">Whether something is written.</param>
    /// <param name="isOne">Whether it is one record that can be changed.</param>
    /// <param name="isPage">Whether it is a page of records.</param>
    /// <param name="mayBeOther">Whether another record may be answered with, which the one was merged into.</param>
    public Dictionary<string, IOpenApiHeader> OfSuccess(int status, bool isWrite, bool isOne, bool isPage, bool mayBeOther)
    {
        var carried = Of(status, isKeyed: true);
        if (isOne)
            carried["ETag"] = mayBeOther
                ? components.Header(
                    "ETag-Unmerged",
                    () => Header("The record's version. Absent when another is answered with.", Version(), "\"1\"", isRequired: false)
                )
                : Required("ETag", "The record's version.", Version(), "\"1\"");
        if (mayBeOther)
            carried["Content-Location"] = Optional(
                "Content-Location",
                "The address of the record that is answered with, because the one that was asked for was merged into it.",
                "/contacts/2"
            );
        if (isPage)
            carried["Link"] = Optional(
                "Link",
                "The address of the next page (RFC 8288), which costs the same however deep it is. Absent on the last one.",
                "</contacts?$cursor=…>; rel=\"next\""
            );
        if (status == StatusCodes.Status201Created)
            carried["Location"] = Optional("Location", "Where the one new record is.", "/contacts/1");
        if (isWrite)
        {
            carried["Idempotent-Replayed"] = Optional(
                "Idempotent-Replayed",
                "`true`: the answer of an earlier request with this key.",
                "true"
            );
            carried["Dry-Run"] = Optional("Dry-Run", "`true`: nothing was kept.", "true");
        }

        return carried;
    }

    /// <summary>What every answer carries; those of an organization's rate limit only when its key was recognized.</summary>
    public Dictionary<string, IOpenApiHeader> Of(int status, bool isKeyed)
    {
        var headers = new Dictionary<string, IOpenApiHeader>
        {
            ["X-Request-Id"] = Required(
                "X-Request-Id",
                "Names the request in the log.",
                SentHeaders.IdSchema(),
                "0af7651916cd43dd8448eb211c80319c"
            ),
            ["RateLimit-Policy"] = isKeyed
                ? Required(
                    "RateLimit-Policy",
                    "The organization's limit: `q` requests in any `w` seconds.",
                    Text(100),
                    "\"org\";q=1000;w=3600"
                )
                : Unkeyed("RateLimit-Policy"),
            ["RateLimit"] = isKeyed
                ? Required("RateLimit", "What is left of it: `r` requests; `t` seconds until one more.", Text(100), "\"org\";r=458;t=542")
                : Unkeyed("RateLimit"),
            ["Access-Control-Allow-Origin"] = NeverSent(),
        };
        if (status == StatusCodes.Status401Unauthorized)
            headers["WWW-Authenticate"] = Required("WWW-Authenticate", "How to authenticate.", Text(100), "ApiKey realm=\"AchieveApex\"");
        if (status == StatusCodes.Status405MethodNotAllowed)
            headers["Allow"] = Required("Allow", "The methods that the address answers.", Text(100), "GET, HEAD, POST");
        if (status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable)
            headers["Retry-After"] = Required("Retry-After", "Whole seconds after which another try makes sense.", Seconds(), 542);
        return headers;
    }

    private OpenApiHeaderReference Required(string name, string text, OpenApiSchema schema, JsonNode example) =>
        components.Header(name, () => Header(text, schema, example, isRequired: true));

    private OpenApiHeaderReference Optional(string name, string text, string example) =>
        components.Header(name, () => Header(text, Text(LongestLine), example, isRequired: false));

    private OpenApiHeaderReference Unkeyed(string name) =>
        components.Header(
            name + "-Unkeyed",
            () => Header("Absent: no key was recognized, so there is no organization to count for.", Text(100), null, isRequired: false)
        );

    private OpenApiHeaderReference NeverSent() =>
        components.Header(
            "Access-Control-Allow-Origin",
            () =>
                Header(
                    "Absent: keys never belong in client-side code, so pages of other origins cannot read answers.",
                    Text(100),
                    null,
                    isRequired: false
                )
        );

    private static OpenApiHeader Header(string text, OpenApiSchema schema, JsonNode? example, bool isRequired) =>
        new()
        {
            Description = text,
            Schema = schema,
            Example = example,
            Required = isRequired,
        };

    private static OpenApiSchema Version() => Text(22, "^\"[0-9]+\"$");

    private static OpenApiSchema Seconds() => ValueSchemas.Whole("int32", 1, Application.RateLimiting.RateLimit.LongestWindowSeconds + 1);

    private static OpenApiSchema Text(int longest, string? pattern = null) =>
        new()
        {
            Type = JsonSchemaType.String,
            MaxLength = longest,
            Pattern = pattern,
        };
}
