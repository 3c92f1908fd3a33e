using System.Text.Json.Nodes;
using AchieveApex.Application.Resources.Custom;
using AchieveApex.Application.Resources.Describing;
using AchieveApex.Domain.Resources;
using Microsoft.OpenApi;

namespace AchieveApex.Api.Documentation.Schemas;

/// <summary>Tells in a finished document what an organization added to its records, where everybody's document says that anything may be.</summary>
internal sealed class CustomFieldSchemas(
    OpenApiDocument document,
    Components components,
    ValueSchemas values,
    QuerySchemas conditions,
    RequestCatalog requests
)
{
    /// <summary>The bounds of a custom whole number.</summary>
    public static FieldRules WholeNumber { get; } = new() { Minimum = -ValueLimits.LargestId, Maximum = ValueLimits.LargestId };

    private IDictionary<string, IOpenApiSchema> Schemas => document.Components!.Schemas!;

    public void Tell(CustomFieldSets sets)
    {
        foreach (var (record, fields) in sets.All)
        {
            var about = requests.All.Where(request => request.Record == record && request.View is not null).ToList();
            foreach (var view in about.Select(request => request.View!).Distinct())
            {
                Replace(Names.Of(view), fields, isWritten: false);
                TellQueries(Names.Of(view), fields);
            }

            foreach (var written in about.Select(request => request.Fields).OfType<Type>().Distinct())
            {
                Replace(Names.Of(written), fields, isWritten: true, isNew: true);
                Replace(InputSchemas.PatchName(written), fields, isWritten: true);
            }
        }
    }

    private void Replace(string schema, CustomFieldSet fields, bool isWritten, bool isNew = false)
    {
        if (Schemas.TryGetValue(schema, out var told) && told.Properties?.ContainsKey(CustomFieldDefinition.Holder) == true)
            told.Properties[CustomFieldDefinition.Holder] = components.Schema(
                schema + "CustomFields",
                () => Object(fields, isWritten, isNew)
            );
    }

    // What was there before the first definition is still shown.
    private OpenApiSchema Object(CustomFieldSet fields, bool isWritten, bool isNew) =>
        new()
        {
            Type = JsonSchemaType.Object,
            Description = isWritten ? "What your organization added. Null is no value." : "What your organization added.",
            AdditionalPropertiesAllowed = !isWritten,
            Required = isNew ? fields.Required.ToHashSet() : null,
            Properties = fields.All.ToDictionary(field => field.Key, IOpenApiSchema (field) => Value(field, isWritten)),
        };

    private OpenApiSchema Value(CustomFieldDefinition field, bool isWritten)
    {
        var rules = field.Type switch
        {
            CustomFieldType.WholeNumber => WholeNumber,
            CustomFieldType.Enum or CustomFieldType.MultiEnum when isWritten => new() { OneOf = [.. field.Options] },
            _ => new() { MaxLength = ValueLimits.LongestCustomText },
        };
        var isList = field.Type == CustomFieldType.MultiEnum;
        var type = CustomFieldDefinition.ValueTypeOf(field.Type);
        var one = values.Of(field.Name, type, rules with { TakesNull = isWritten && !isList }, ValueSchemas.LongestAnswered);
        var schema = isList ? ValueSchemas.List(one) : (OpenApiSchema)one;
        if (isList && isWritten)
            schema.Type |= JsonSchemaType.Null;
        schema.Description = field.IsRequired ? $"{field.Label}; required of a new record." : field.Label;
        return schema;
    }

    private void TellQueries(string resource, CustomFieldSet fields)
    {
        var queried = fields.All.Select(DescriptionOf).OfType<FieldDescription>().ToList();
        foreach (var field in queried)
        {
            Add(resource + "Condition", field.Name, conditions.Filter(field));
            Add(resource + "Sort", field.Name, conditions.Direction());
        }

        if (Schemas.TryGetValue(resource + "FieldName", out var names))
            foreach (var name in fields.Names)
                names.Enum!.Add(JsonValue.Create(name));

        var operations = document.Paths.Values.SelectMany(path => path.Operations!.Values);
        foreach (var operation in operations.Where(operation => IsFiltered(operation, resource)))
        foreach (var field in queried)
            operation.Parameters!.Add(Parameter(resource, field));
    }

    private void Add(string schema, string name, IOpenApiSchema member)
    {
        if (Schemas.TryGetValue(schema, out var told))
            told.Properties![name] = member;
    }

    private static bool IsFiltered(OpenApiOperation operation, string resource) =>
        operation.Parameters?.Any(parameter => parameter is OpenApiParameterReference { Reference.Id: { } id } && id == $"{resource}.or")
        == true;

    private OpenApiParameterReference Parameter(string resource, FieldDescription field) =>
        components.Parameter(
            $"{resource}.{field.Name}",
            () =>
                QueryParameters.Parameter(
                    field.Name,
                    "A value that it has to equal, or operators.",
                    conditions.Filter(field),
                    ParameterStyle.DeepObject
                )
        );

    private static FieldDescription? DescriptionOf(CustomFieldDefinition field) =>
        field.Operators is { Count: > 0 } operators
            ? new(field.Name, nameof(Record.CustomFields), CustomFieldDefinition.ValueTypeOf(field.Type), operators)
            : null;
}
