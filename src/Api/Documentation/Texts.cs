using Microsoft.AspNetCore.OpenApi;

namespace AchieveApex.Api.Documentation;

/// <summary>The <c>///</c> comments of types and their properties, as the framework finds them.</summary>
internal sealed class Texts
{
    private readonly Dictionary<Type, (string? Own, Dictionary<string, string?> Members)> known = [];

    public static async Task<Texts> Load(
        OpenApiDocumentTransformerContext context,
        IEnumerable<Type> types,
        CancellationToken cancellationToken
    )
    {
        var texts = new Texts();
        foreach (var type in types.Distinct())
        {
            var schema = await context.GetOrCreateSchemaAsync(type, null, cancellationToken);
            texts.known[type] = (
                schema.Description,
                schema.Properties?.ToDictionary(property => property.Key, property => property.Value.Description) ?? []
            );
        }

        return texts;
    }

    /// <summary>What a type's comment says.</summary>
    public string? Of(Type type) => known.GetValueOrDefault(type).Own;

    /// <summary>What a property's comment says.</summary>
    public string? Of(Type type, string member) => known.GetValueOrDefault(type).Members?.GetValueOrDefault(member);
}
