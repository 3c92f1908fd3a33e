using System.Globalization;
using System.Net.Mime;
using System.Text.Json.Nodes;
using AchieveApex.Api.Documentation.Schemas;
using AchieveApex.Application.Permissions;
using AchieveApex.Application.Resources.Describing;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.OpenApi;

namespace AchieveApex.Api.Documentation;

/// <summary>Fills in an operation from the request that its action sends.</summary>
internal sealed class OperationDetails(
    ResourceCatalog resources,
    QueryParameters query,
    InputSchemas inputs,
    AnswerSchemas answers,
    ErrorAnswers errors,
    HeaderDescriptions headers,
    Samples samples
)
{
    private const string MergePatch = "application/merge-patch+json";
    private const string Id = "{id}";

    public void Fill(OpenApiOperation operation, ApiDescription action, RequestDescription request)
    {
        var hasId = action.RelativePath!.Contains(Id, StringComparison.Ordinal);
        operation.OperationId = Names.Camel(request.Type.Name);
        operation.Description = PermissionOf(request);
        operation.Parameters = [.. Parameters(request, hasId)];
        operation.RequestBody = request.Fields is null ? null : Body(request);
        operation.Responses = [];
        var (status, success) = Success(request, isNew: action.HttpMethod == "POST" && !action.RelativePath.Contains('/'));
        operation.Responses[Text(status)] = success;
        foreach (var error in ErrorAnswers.Of(request, hasId).Order())
            operation.Responses[Text(error)] = errors.Answer(error, isKeyed: true);
    }

    private string? PermissionOf(RequestDescription request) =>
        request.Permission is { } needed
            ? $"Needs the permission `{resources.Of(needed.Record).Name}:{Actions.NamesOf(needed.Access).Single()}`."
            : "Needs no permission besides a key.";

    private IEnumerable<IOpenApiParameter> Parameters(RequestDescription request, bool hasId)
    {
        if (hasId)
            yield return PathId();
        if (request.Query is { } asked)
            foreach (var parameter in query.Of(Names.Of(request.View!), asked))
                yield return parameter;

        yield return headers.RequestId();
    }

    private static OpenApiParameter PathId() =>
        new()
        {
            Name = "id",
            In = ParameterLocation.Path,
            Required = true,
            Description = "The record's id.",
            Schema = ValueSchemas.Whole("int64", 1, ValueLimits.LargestId),
            Example = 1,
        };

    private OpenApiRequestBody Body(RequestDescription request)
    {
        var fields = request.Fields!;
        OpenApiMediaType media = request.IsPatch
            ? new() { Schema = inputs.Patch(fields, request.View), Example = samples.Patch(fields) }
            : new() { Schema = inputs.Whole(fields, request.View), Example = samples.Body(fields) };
        var content = new Dictionary<string, OpenApiMediaType> { [MediaTypeNames.Application.Json] = media };
        if (request.IsPatch)
            content[MergePatch] = media;
        return new() { Required = true, Content = content };
    }

    private (int Status, OpenApiResponse Answer) Success(RequestDescription request, bool isNew)
    {
        var status = isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK;
        var answer = new OpenApiResponse
        {
            Description =
                isNew ? "The new record."
                : AnswerSchemas.IsPage(request.Result) ? "A page of records."
                : request.IsRead ? "What was asked for."
                : "The record.",
            Headers = headers.Of(status, isKeyed: true, isNew),
            Content = new Dictionary<string, OpenApiMediaType>
            {
                [MediaTypeNames.Application.Json] = new OpenApiMediaType
                {
                    Schema = answers.Of(request.Result),
                    Example = AnswerSchemas.IsPage(request.Result) ? Page(request) : samples.Answer(request.Result, request.Fields),
                },
            },
        };
        return (status, answer);
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
