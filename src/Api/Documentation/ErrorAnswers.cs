using System.Net.Mime;
using System.Text.Json;
using System.Text.Json.Nodes;
using AchieveApex.Api.Documentation.Schemas;
using AchieveApex.Api.Errors;
using AchieveApex.Application.Errors;
using Microsoft.OpenApi;

namespace AchieveApex.Api.Documentation;

/// <summary>The refusals: which of them an operation can answer with, each in its two forms.</summary>
internal sealed class ErrorAnswers(Components components, AnswerSchemas schemas, HeaderDescriptions headers)
{
    private const string RequestId = "0af7651916cd43dd8448eb211c80319c";

    private static readonly int[] OfAnyRequest = [405, 406, 414, 431, 500];
    private static readonly int[] OfAKey = [400, 401, 403, 429, 503];
    private static readonly int[] OfAWrite = [409, 422];
    private static readonly int[] OfABody = [408, 413, 415];

    /// <summary>The statuses of an operation.</summary>
    public static IEnumerable<int> Of(Operation operation) =>
        OfAnyRequest
            .Concat(OfAKey)
            .Concat(operation.Request.Fields is null ? [] : OfABody)
            .Concat(operation.HasId ? [StatusCodes.Status404NotFound] : [])
            .Concat(operation.Request.IsRead ? [] : OfAWrite)
            .Concat(operation.HasPrecondition ? [StatusCodes.Status412PreconditionFailed] : []);

    /// <summary>The statuses of an operation that needs no key.</summary>
    public static IEnumerable<int> OfOpenOperation => [.. OfAnyRequest, StatusCodes.Status503ServiceUnavailable];

    public OpenApiResponseReference Answer(int status, bool isKeyed)
    {
        var kind = ErrorKind.Of(status);
        var isAboutTheKey = status == StatusCodes.Status401Unauthorized;
        // These come before the key is looked at, or from the server below.
        var isEarly = status is 408 or 414 or 431;
        return components.Response(
            NameOf(kind, isKeyed),
            () =>
                new OpenApiResponse
                {
                    Description = kind.Message + ".",
                    Headers = headers.Of(status, isKeyed && !isAboutTheKey && !isEarly && status < 500),
                    Content = new Dictionary<string, OpenApiMediaType>
                    {
                        [MediaTypeNames.Application.Json] = Media(typeof(ErrorBody), ErrorWriter.Documented(Example(kind), kind)),
                        [Acceptable.Problem] = Media(typeof(ProblemBody), ErrorWriter.Problem(RequestId, Example(kind), kind)),
                    },
                }
        );
    }

    private static string NameOf(ErrorKind kind, bool isKeyed)
    {
        var name = kind.Code == StatusCodes.Status431RequestHeaderFieldsTooLarge ? "HeadersTooLarge" : kind.Name;
        return isKeyed ? name : name + "-Unkeyed";
    }

    private OpenApiMediaType Media(Type body, object example) =>
        new() { Schema = schemas.Of(body), Example = JsonSerializer.SerializeToNode(example, body, WireFormat.Options) };

    private static HttpError Example(ErrorKind kind) =>
        new(kind.Code)
        {
            Details =
                kind.Code == StatusCodes.Status429TooManyRequests
                    ? new JsonObject
                    {
                        ["limit"] = 1000,
                        ["current"] = 1001,
                        ["window"] = 3600,
                        ["retryAfter"] = 542,
                    }
                    : null,
        };
}
