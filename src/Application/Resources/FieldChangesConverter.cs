using System.Text.Json;

namespace AchieveApex.Application.Resources;

/// <summary>What is JSON already is written as it is.</summary>
internal sealed class FieldChangesConverter : JsonConverter<FieldChanges>
{
    public override FieldChanges Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var changes = JsonDocument.ParseValue(ref reader);
        return new(changes.RootElement.GetRawText());
    }

    public override void Write(Utf8JsonWriter writer, FieldChanges value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.Json, skipInputValidation: true);
}
