using System.Text.Json;
using System.Text.Json.Nodes;
using AchieveApex.Application.Resources.Describing;
using Microsoft.OpenApi;

namespace AchieveApex.Api.Documentation.Schemas;

/// <summary>What a body may hold: the fields that are written, bounded as their validator bounds them, and those that are read only and passed over.</summary>
internal sealed class InputSchemas(
    Components components,
    ValueSchemas values,
    AnswerSchemas answers,
    Texts texts,
    Func<Type, IReadOnlyDictionary<string, FieldRules>> rulesOf
)
{
    /// <summary>A whole body, as create and replace take it.</summary>
    public OpenApiSchemaReference Whole(Type fields, Type? view) =>
        components.Schema(Names.Of(fields), () => Object(fields, view, isPatch: false));

    /// <summary>A merge patch: nothing is required, null removes.</summary>
    public OpenApiSchemaReference Patch(Type fields, Type? view) =>
        components.Schema(PatchName(fields), () => Object(fields, view, isPatch: true));

    /// <summary>What a merge patch is called.</summary>
    public static string PatchName(Type fields) => fields.Name.Replace("Fields", "", StringComparison.Ordinal) + "Patch";

    private OpenApiSchema Object(Type fields, Type? view, bool isPatch)
    {
        var (members, rules) = (Members.Of(fields), rulesOf(fields));
        var defaults = isPatch
            ? []
            : JsonSerializer
                .SerializeToNode(new JsonObject().Deserialize(fields, WireFormat.Options), fields, WireFormat.Options)!
                .AsObject();
        var properties = members.ToDictionary(
            member => member.Name,
            member => Writable(fields, member, rules.GetValueOrDefault(member.Name), defaults[member.Name])
        );
        if (view is not null && view.IsAssignableTo(typeof(RecordView)) && fields.IsAssignableTo(typeof(RecordFields)))
            foreach (var member in Members.Of(view).Where(member => !properties.ContainsKey(member.Name)))
                properties[member.Name] = ReadOnly(view, member);

        return new()
        {
            Type = JsonSchemaType.Object,
            Description = texts.Of(fields),
            Required = isPatch ? null : rules.Where(rule => rule.Value.IsRequired).Select(rule => rule.Key).ToHashSet(),
            Properties = properties,
            AdditionalPropertiesAllowed = false,
        };
    }

    private IOpenApiSchema Writable(Type fields, Member member, FieldRules? rules, JsonNode? standard)
    {
        var schema = values.Of(
            member.Name,
            member.Type,
            rules ?? new FieldRules { TakesNull = TakesNull(member.Type) },
            ValueSchemas.LongestSent
        );
        var text = string.Join(" ", new[] { texts.Of(fields, member.Name), Sentences(rules) }.OfType<string>());
        var hasDefault = standard is not null and not JsonObject { Count: 0 } and not JsonArray { Count: 0 };
        if (schema is OpenApiSchemaReference reference)
        {
            (reference.Description, reference.Default) = (
                text.Length > 0 ? text : reference.Description,
                hasDefault ? standard!.DeepClone() : null
            );
            return reference;
        }

        var own = (OpenApiSchema)schema;
        (own.Description, own.Default) = (text.Length > 0 ? text : null, hasDefault ? standard!.DeepClone() : null);
        return own;
    }

    // A record as it was read may be sent back.
    private IOpenApiSchema ReadOnly(Type view, Member member)
    {
        var schema = answers.Described(view, member, null);
        if (schema is OpenApiSchemaReference reference)
            reference.ReadOnly = true;
        else
            ((OpenApiSchema)schema).ReadOnly = true;
        return schema;
    }

    private static bool TakesNull(Type type) => !type.IsValueType || Nullable.GetUnderlyingType(type) is not null;

    private static string? Sentences(FieldRules? rules) =>
        rules is { Sentences.Count: > 0 } ? string.Join(" ", rules.Sentences.Select(sentence => Names.Capital(sentence) + ".")) : null;
}
