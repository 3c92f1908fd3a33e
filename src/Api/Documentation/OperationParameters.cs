using AchieveApex.Api.Documentation.Schemas;
using AchieveApex.Application.Requests;
using AchieveApex.Application.Resources.Describing;
using Microsoft.OpenApi;

namespace AchieveApex.Api.Documentation;

/// <summary>What an operation takes beside its body: in the path, in the query and in headers.</summary>
internal sealed class OperationParameters(QueryParameters query, SentHeaders headers, ValueSchemas values, FieldRulesReader reader)
{
    public IEnumerable<IOpenApiParameter> Of(Operation operation)
    {
        if (operation.HasId)
            yield return InPath("id", "The record's id.", ValueSchemas.Whole("int64", 1, ValueLimits.LargestId), 1);
        if (operation.Key is { } key)
            yield return InPath(
                key,
                "The value that the record has, or will have.",
                KeySchema(operation.Request.Fields!, key),
                "jane@example.com"
            );
        if (operation.Query is { } asked)
            foreach (var parameter in query.Of(Names.Of(operation.Request.View!), asked))
                yield return parameter;

        foreach (var parameter in Asked.Parameters(operation.Request.Type))
            yield return InQuery(parameter);

        yield return headers.RequestId();
        if (!operation.Request.IsRead)
            yield return headers.Idempotency();
        if (operation.HasPrecondition)
            yield return headers.IfMatch();
        if (operation.HasPrecondition || operation.CanBeUnchanged)
            yield return headers.IfNoneMatch();
    }

    private IOpenApiSchema KeySchema(Type fields, string key)
    {
        var rules = reader.Of(fields)[key];
        var schema = values.Of(
            key,
            typeof(string),
            rules with
            {
                TakesNull = false,
                MinLength = rules.MinLength ?? 1,
            },
            ValueSchemas.LongestSent
        );
        return schema;
    }

    private static OpenApiParameter InQuery(ParameterAttribute parameter)
    {
        if (parameter is not WholeParameterAttribute whole)
            return Text((TextParameterAttribute)parameter);

        var schema = ValueSchemas.Whole("int64", 0, whole.Largest);
        schema.Default = whole.Default;
        return QueryParameters.Parameter(whole.Name, whole.Text, schema, ParameterStyle.Form, Math.Min(whole.Default, 10));
    }

    private static OpenApiParameter Text(TextParameterAttribute parameter)
    {
        var text = FixedParameters.Text(parameter.Name, parameter.Text, parameter.Longest, parameter.Example);
        text.Required = true;
        return text;
    }

    private static OpenApiParameter InPath(string name, string text, IOpenApiSchema schema, System.Text.Json.Nodes.JsonNode example) =>
        new()
        {
            Name = name,
            In = ParameterLocation.Path,
            Required = true,
            Description = text,
            Schema = schema,
            Example = example,
        };
}
