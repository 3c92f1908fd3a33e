using NJsonSchema;
using NJsonSchema.CodeGeneration;

namespace AchieveApex.Generator;

/// <summary>Makes <c>FirstName</c> of <c>first_name</c>.</summary>
internal sealed class WordsInPascalCase : IPropertyNameGenerator
{
    public string Generate(JsonSchemaProperty property) =>
        string.Concat(property.Name.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    public IReadOnlyList<string> ReservedPropertyNames { get; } = [];
}
