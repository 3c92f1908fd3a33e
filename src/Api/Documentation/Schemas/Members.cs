using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace AchieveApex.Api.Documentation.Schemas;

/// <summary>A property as the serializer sees it.</summary>
/// <param name="Name">Its name on the wire.</param>
/// <param name="Type">Its type.</param>
/// <param name="IsNullable">Whether null may stand there.</param>
/// <param name="IsLeftOut">Whether it is left out instead of being null.</param>
/// <param name="Attributes">Its attributes.</param>
internal sealed record Member(string Name, Type Type, bool IsNullable, bool IsLeftOut, object[] Attributes);

/// <summary>The properties of a type, in the order in which they are written.</summary>
internal static class Members
{
    public static IReadOnlyList<Member> Of(Type type) =>
        [.. WireFormat.Options.GetTypeInfo(type).Properties.Where(property => property.Get is not null).Select(Of)];

    private static Member Of(JsonPropertyInfo property)
    {
        var attributes = property.AttributeProvider?.GetCustomAttributes(inherit: true) ?? [];
        var isLeftOut = attributes.OfType<JsonIgnoreAttribute>().Any();
        var isNullable = Nullable.GetUnderlyingType(property.PropertyType) is not null || property.IsGetNullable;
        return new(property.Name, property.PropertyType, isNullable && !isLeftOut, isLeftOut, attributes);
    }
}
