using System.Globalization;
using System.Net.Mime;
using System.Text.Json.Nodes;
using AchieveApex.Api.Documentation.Schemas;
using AchieveApex.Application.Resources.Describing;
using Microsoft.OpenApi;

namespace AchieveApex.Api.Documentation;

/// <summary>Fills in an operation from the request that its action sends.</summary>
internal sealed class OperationDetails(
    OperationParameters parameters,
    InputSchemas inputs,
    AnswerSchemas answers,
    ErrorAnswers errors,
    HeaderDescriptions headers,
    Samples samples,
    RequestCatalog requests
)
{
    private const string MergePatch = "application/merge-patch+json";

    public void Fill(OpenApiOperation told, Operation operation)
    {
        told.OperationId = operation.Name;
        told.Summary = Summary(told.Summary, operation);
        told.Description = operation.Needs;
        told.Parameters = [.. parameters.Of(operation)];
        told.RequestBody = operation.Request.Fields is null ? null : Body(operation);
        told.Responses = [];
        foreach (var status in Successes(operation))
            told.Responses[Text(status)] = Success(operation, status);
        foreach (var status in ErrorAnswers.Of(operation).Order())
            told.Responses[Text(status)] = errors.Answer(status, isKeyed: true);
    }

    private static string? Summary(string? summary, Operation operation) =>
        operation.IsBulk
            ? $"{summary?.TrimEnd('.')}: of every match of a query, of which there may be {RequestDescription.MostAtOnce}, or of none."
        : operation.Key is not null
            ? $"{summary?.TrimEnd('.')} that is named by {Names.InWords(operation.Key).ToLowerInvariant()}, or creates it."
        : summary;

    private OpenApiRequestBody Body(Operation operation)
    {
        var request = operation.Request;
        var fields = request.Fields!;
        var example = request.IsPatch ? samples.Patch(fields) : samples.Body(fields);
        if (operation.Key is { } key)
            example.Remove(key); // the address has it

        var media = new OpenApiMediaType
        {
            Schema = request.IsPatch ? inputs.Patch(fields, request.View) : OneOrMany(request, inputs.Whole(fields, request.View)),
            Example = example,
        };
        var content = new Dictionary<string, OpenApiMediaType> { [MediaTypeNames.Application.Json] = media };
        if (request.IsPatch)
            content[MergePatch] = media;
        return new() { Required = true, Content = content };
    }

    private static IEnumerable<int> Successes(Operation operation) =>
        operation.IsNew ? [StatusCodes.Status201Created]
        : operation.Key is not null ? [StatusCodes.Status200OK, StatusCodes.Status201Created]
        : operation.CanBeUnchanged ? [StatusCodes.Status200OK, StatusCodes.Status304NotModified]
        : [StatusCodes.Status200OK];

    private OpenApiResponse Success(Operation operation, int status)
    {
        var request = operation.Request;
        var isRecord = request.Result.IsAssignableTo(typeof(RecordView)) && !operation.IsBulk;
        var mayBeMany = request.IsCreate;
        return new()
        {
            Description = Description(operation, status),
            Headers = headers.OfSuccess(
                status,
                isWrite: !request.IsRead,
                isRecord && !mayBeMany,
                AnswerSchemas.IsPage(request.Result),
                requests.MayAnswerWithAnother(request) && status == StatusCodes.Status200OK
            ),
            Content =
                status == StatusCodes.Status304NotModified
                    ? null
                    : new Dictionary<string, OpenApiMediaType> { [MediaTypeNames.Application.Json] = Answer(operation) },
        };
    }

    private static string Description(Operation operation, int status) =>
        status switch
        {
            StatusCodes.Status201Created => "What was created.",
            StatusCodes.Status304NotModified => "The record is as the caller knows it.",
            _ when operation.IsBulk => "The records.",
            _ when AnswerSchemas.IsPage(operation.Request.Result) => "A page of records.",
            _ => "What was asked for.",
        };

    private OpenApiMediaType Answer(Operation operation)
    {
        var request = operation.Request;
        var schema = answers.Of(request.Result);
        if (AnswerSchemas.IsPage(request.Result))
            return new() { Schema = schema, Example = Page(request) };

        var example = samples.Answer(request.Result, request.IsRead ? null : request.Fields);
        return operation.IsBulk
            ? new() { Schema = ValueSchemas.List(schema, RequestDescription.MostAtOnce), Example = new JsonArray(example) }
            : new() { Schema = OneOrMany(request, schema), Example = example };
    }

    private static IOpenApiSchema OneOrMany(RequestDescription request, IOpenApiSchema one)
    {
        if (!request.IsCreate)
            return one;

        var many = ValueSchemas.List(one, RequestDescription.MostAtOnce);
        return new OpenApiSchema { AnyOf = [one, many] };
    }

    private JsonObject Page(RequestDescription request) =>
        new()
        {
            ["total"] = 1,
            ["limit"] = 25,
            ["skip"] = 0,
            ["data"] = new JsonArray(samples.Answer(request.View!, null)),
        };

    private static string Text(int status) => status.ToString(CultureInfo.InvariantCulture);
}
