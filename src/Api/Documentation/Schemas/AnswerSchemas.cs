using System.ComponentModel.DataAnnotations;
using AchieveApex.Application.Resources.Describing;
using Microsoft.OpenApi;

namespace AchieveApex.Api.Documentation.Schemas;

/// <summary>What is answered: a record, a page of records, or another object.</summary>
/// <param name="components">Where they are told.</param>
/// <param name="values">What their values may be.</param>
/// <param name="texts">What their comments say.</param>
/// <param name="rulesOf">The rules under which the fields of a view were written.</param>
internal sealed class AnswerSchemas(
    Components components,
    ValueSchemas values,
    Texts texts,
    Func<Type, IReadOnlyDictionary<string, FieldRules>> rulesOf
)
{
    public OpenApiSchemaReference Of(Type type) =>
        IsPage(type)
            ? components.Schema(Names.Of(type.GenericTypeArguments[0]) + "Page", () => Object(type))
            : components.Schema(Names.Of(type), () => Object(type));

    public static bool IsPage(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Page<>);

    private OpenApiSchema Object(Type type)
    {
        var (members, rules) = (Members.Of(type), rulesOf(type));
        return new()
        {
            Type = JsonSchemaType.Object,
            Description = IsPage(type) ? "One page of a list." : texts.Of(type),
            // What $select does not ask for is left out of a record, its id apart.
            Required = members
                .Where(member => !member.IsLeftOut && (!type.IsAssignableTo(typeof(EntryView)) || member.Name == "id"))
                .Select(member => member.Name)
                .ToHashSet(),
            Properties = members.ToDictionary(
                member => member.Name,
                member => Described(type, member, rules.GetValueOrDefault(member.Name))
            ),
        };
    }

    /// <summary>What a member of an answer may be.</summary>
    public IOpenApiSchema Described(Type type, Member member, FieldRules? rules)
    {
        var schema = Value(member, rules);
        var text = texts.Of(type, member.Name);
        if (text is not null && schema is OpenApiSchema own)
            own.Description = text;
        else if (text is not null && schema is OpenApiSchemaReference reference)
            reference.Description = text;
        return schema;
    }

    private IOpenApiSchema Value(Member member, FieldRules? rules)
    {
        var type = member.Type;
        if (type == typeof(object))
            return ErrorSchemas.Data(components);
        if (type.IsGenericType && type.GenericTypeArguments is [var item] && item.Assembly == typeof(EntryView).Assembly)
            return ValueSchemas.List(Of(item), PagingOptions.MostRecords);
        if (type.IsGenericType && type.GenericTypeArguments is [var key, var value] && key == typeof(string))
            return Lists(value);

        var range = member.Attributes.OfType<RangeAttribute>().FirstOrDefault();
        var bounds = new FieldRules
        {
            MaxLength = rules?.MaxLength,
            OneOf = rules?.OneOf,
            Minimum = rules?.Minimum ?? (range is null ? null : Convert.ToInt64(range.Minimum, null)),
            Maximum = rules?.Maximum ?? (range is null ? null : Convert.ToInt64(range.Maximum, null)),
            TakesNull = member.IsNullable,
        };
        return values.Of(member.Name, type, bounds, ValueSchemas.LongestAnswered);
    }

    private OpenApiSchema Lists(Type value) =>
        new()
        {
            Type = JsonSchemaType.Object,
            AdditionalProperties = values.Of("", value, new FieldRules(), ValueSchemas.LongestAnswered),
            MaxProperties = ValueSchemas.LongestAnswered,
        };
}
