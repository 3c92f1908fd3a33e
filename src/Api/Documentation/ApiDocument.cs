using System.Net.Mime;
using AchieveApex.Api.Documentation.Schemas;
using AchieveApex.Application.Resources.Describing;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace AchieveApex.Api.Documentation;

/// <summary>Makes the framework's outline (paths, methods, summaries) exact. Everything is derived from the requests that the controllers send.</summary>
internal sealed class ApiDocument(
    ActionRequests requests,
    RequestCatalog catalog,
    ResourceCatalog resources,
    FieldRulesReader reader,
    PagingOptions paging,
    IIndexedFields indexes
) : IOpenApiDocumentTransformer
{
    public async Task TransformAsync(
        OpenApiDocument document,
        OpenApiDocumentTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        var operations = context.DescriptionGroups.SelectMany(group => group.Items).ToList();
        var texts = await Texts.Load(context, operations.SelectMany(TypesOf), cancellationToken);
        var components = new Components(document);
        var values = new ValueSchemas(components, texts);
        var answers = new AnswerSchemas(components, values, texts, RulesOfView);
        var headers = new HeaderDescriptions(components);
        var sent = new SentHeaders(components);
        var errors = new ErrorAnswers(components, answers, headers);
        var conditions = new QuerySchemas(components, values);
        var query = new QueryParameters(components, conditions, new FixedParameters(components, paging), indexes);
        var details = new OperationDetails(
            new OperationParameters(query, sent, values, reader),
            new InputSchemas(components, values, answers, texts, reader.Of),
            answers,
            errors,
            headers,
            new Samples(reader),
            catalog
        );

        foreach (var path in document.Paths.Values)
            path.Operations!.Remove(HttpMethod.Head); // goes with every GET
        foreach (var description in operations.Where(description => description.HttpMethod != HttpMethods.Head))
        {
            var operation = OperationOf(document, description);
            if (description.ActionDescriptor is ControllerActionDescriptor action)
                details.Fill(operation, new Operation(description, requests.Of(action, description.HttpMethod!), resources));
            else
                FillOpen(operation, description, answers, errors, headers, sent);
        }

        new CustomFieldSchemas(document, components, values, conditions, catalog).Tell(DocumentText.Told);
        Frame.Complete(document, resources);
    }

    private static OpenApiOperation OperationOf(OpenApiDocument document, ApiDescription description) =>
        document.Paths["/" + description.RelativePath].Operations![HttpMethod.Parse(description.HttpMethod)];

    // Health checks: no key, no request behind them.
    private static void FillOpen(
        OpenApiOperation operation,
        ApiDescription description,
        AnswerSchemas answers,
        ErrorAnswers errors,
        HeaderDescriptions headers,
        SentHeaders sent
    )
    {
        var result = description.SupportedResponseTypes.Single().Type!;
        operation.Description = "Needs no key.";
        operation.Security = [];
        operation.Parameters = [sent.RequestId()];
        operation.Responses = new OpenApiResponses
        {
            ["200"] = new OpenApiResponse
            {
                Description = "It does.",
                Headers = headers.Of(StatusCodes.Status200OK, isKeyed: false),
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    [MediaTypeNames.Application.Json] = new OpenApiMediaType { Schema = answers.Of(result) },
                },
            },
        };
        foreach (var status in ErrorAnswers.OfOpenOperation.Order())
            operation.Responses[$"{status}"] = errors.Answer(status, isKeyed: false);
    }

    private IEnumerable<Type> TypesOf(ApiDescription description)
    {
        var types =
            description.ActionDescriptor is ControllerActionDescriptor action && requests.Of(action, description.HttpMethod!) is var request
                ? new[] { request.Result, request.View, request.Fields }.OfType<Type>()
                : description.SupportedResponseTypes.Select(type => type.Type!);
        var objects = types.Append(typeof(Errors.ErrorBody)).Append(typeof(Errors.ProblemBody)).ToList();
        var enums = objects.SelectMany(Members.Of).Select(member => Nullable.GetUnderlyingType(member.Type) ?? member.Type);
        return objects.Concat(enums.Where(type => type.IsEnum));
    }

    // A view's texts are as long as the fields let them be written.
    private Dictionary<string, FieldRules> RulesOfView(Type view) =>
        catalog
            .All.Where(request => request.View == view && request.Fields?.IsAssignableTo(typeof(RecordFields)) == true)
            .SelectMany(request => reader.Of(request.Fields!))
            .GroupBy(rule => rule.Key)
            .ToDictionary(rules => rules.Key, rules => rules.First().Value);
}
