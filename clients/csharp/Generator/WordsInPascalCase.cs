using NJsonSchema;
using NJsonSchema.CodeGeneration;

namespace AchieveApex.Generator;

/// <summary>Makes <c>FirstName</c> of <c>first_name</c>.</summary>
internal sealed class WordsInPascalCase : IPropertyNameGenerator, IEnumNameGenerator
{
    public IReadOnlyList<string> ReservedPropertyNames { get; } = [];

    public string Generate(JsonSchemaProperty property) => Of(property.Name);

    // No identifier begins with a digit.
    public string Generate(int index, string? name, object? value, JsonSchema schema) =>
        char.IsAsciiDigit(name![0]) ? "_" + name : Of(name);

    private static string Of(string name) => string.Concat(name.Split('_', '-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
